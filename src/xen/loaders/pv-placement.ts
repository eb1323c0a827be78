import type { Has } from '../../programs/xen/facts/facts.ts';
import { hex } from '../libelf/checks.ts';
import { endOfRam, type Machine, MOST_MEMORY, type Range } from '../machine.ts';
import type { ParsedImage } from './libelf.ts';
import { type Check, firstRefusal, refusal } from './loader.ts';
import { layOut, type PvLayout } from './pv-layout.ts';
import { pagesWithP2m } from './pv-p2m.ts';
import { checkCopy } from './segment-copy.ts';

/**
 * Places the image of a PV dom0 in its memory and in its address space, and copies it there
 * (`dom0_construct`, xen/arch/x86/pv/dom0_build.c): everything that depends on the machine.
 */
export function checkPvPlacement(image: ParsedImage, machine: Machine, has: Has): Check {
  const layout = layOut(image, machine);
  return firstRefusal([
    () => checkMemory(image, layout, has),
    () => checkPrivateArea(image, layout, machine),
    () => checkLoading(image, layout, has),
    () => checkHypercallPage(image, layout),
    () => checkP2m(layout),
    () => checkP2mMemory(layout, has),
  ]);
}

const PAGE = 4096n;

function checkMemory({ parameters }: ParsedImage, layout: PvLayout, has: Has): Check {
  const { pages, available, start } = layout;
  if (pages <= available) return null;
  const stop = has('panics-without-full-stop') ? '' : '.';
  const xenSays = `Domain 0 allocation is too small for kernel image${stop}`;
  const { kernelStart } = parameters;
  if (BigInt.asUintN(64, kernelStart - start) > MOST_MEMORY) {
    const [address, virtBase] = [hex(kernelStart), hex(start)];
    const message = `VIRT_BASE is ${virtBase} and the image starts at ${address}: dom0 would get memory for all addresses between, and none has so much.`;
    return refusal('far-from-virt-base', message, xenSays, { start: address, virtBase });
  }
  return refusal(
    'too-large-for-memory',
    `From VIRT_BASE to its end the kernel needs ${pages} pages, and dom0 has ${available}.`,
    xenSays,
    { wanted: Number(pages * PAGE), limit: Number(available * PAGE) },
  );
}

/** Where Xen itself lies beside a 64-bit kernel (`HYPERVISOR_VIRT_START`, `HYPERVISOR_VIRT_END`). */
const XEN_START = 0xffff_8000_0000_0000n;
const XEN_END = 0xffff_8800_0000_0000n;

function checkPrivateArea({ parameters }: ParsedImage, layout: PvLayout, machine: Machine): Check {
  const { compat, start, end } = layout;
  const limit = parameters.hvStartLow === null ? COMPAT_VIRT_START : startOfCompatTable(machine);
  const overlaps = compat ? end > limit : start < XEN_END && end > XEN_START;
  if (!overlaps) return null;
  return refusal(
    'overlaps-xen',
    `The initial mapping takes ${hex(start)} to ${hex(end)}, where Xen itself lies.`,
    'DOM0 image overlaps with Xen private area.',
  );
}

/** The highest start that Xen can give itself beside a 32-bit kernel (`__HYPERVISOR_COMPAT_VIRT_START`). */
export const COMPAT_VIRT_START = 0xf580_0000n;

/** `MACH2PHYS_COMPAT_VIRT_END` */
const COMPAT_TABLE_END = 0xffe0_0000n;

export const SUPERPAGE = 1n << 21n;

/**
 * Where Xen starts beside a 32-bit kernel that leaves it the choice by HV_START_LOW
 * (`m2p_compat_vstart`, xen/arch/x86/x86_64/mm.c): at its table of machine pages, four bytes each.
 */
function startOfCompatTable(machine: Machine): bigint {
  const pages = BigInt(endOfRam(machine)) / PAGE;
  const table = (8n * pages + SUPERPAGE - 1n) & -SUPERPAGE;
  const start = COMPAT_TABLE_END - ((table / 2n + SUPERPAGE / 2n) & -SUPERPAGE);
  return start > COMPAT_VIRT_START ? start : COMPAT_VIRT_START;
}

/** Addresses that a processor with 48 of them does not have lie between these. */
const CANONICAL_LOW_END = 0x8000_0000_0000n;

function checkLoading(image: ParsedImage, layout: PvLayout, has: Has): Check {
  const { compat, start, end } = layout;
  const xenSays = has('dom0-load-can-fail') ? 'Failed to load the kernel binary' : null;
  if (end < start) {
    const message = `The initial mapping starts at ${hex(start)} and runs over the end of the address space.`;
    return refusal('bad-segment', message, null, { fault: 'addresses' });
  }
  if (!compat && start < XEN_START && end > CANONICAL_LOW_END) {
    const message = `The initial mapping takes ${hex(start)} to ${hex(end)}, addresses that no processor has.`;
    return refusal('bad-segment', message, xenSays, { fault: 'addresses' });
  }
  const isMapped = (range: Range) =>
    BigInt.asUintN(64, range.start - start) + (range.end - range.start) <= end - start;
  return checkCopy(image, image.parameters.kernelStart, isMapped, xenSays);
}

function checkHypercallPage({ parameters }: ParsedImage, { start, end }: PvLayout): Check {
  const page = parameters.hypercallPage;
  if (page === null || (page >= start && page < end)) return null;
  return refusal(
    'hypercall-page-outside-image',
    `HYPERCALL_PAGE is ${hex(page)}, outside the initial mapping, which takes ${hex(start)} to ${hex(end)}.`,
    'Invalid HYPERCALL_PAGE field in ELF notes.',
  );
}

function checkP2m({ p2m, start, end }: PvLayout): Check {
  if (p2m === null || start > p2m.end || p2m.start > end) return null;
  return refusal(
    'p2m-overlaps-image',
    `INIT_P2M puts the P2M table at ${hex(p2m.start)} to ${hex(p2m.end)}, into the initial mapping, which takes ${hex(start)} to ${hex(end)}.`,
    'DOM0 P->M table overlaps initial mapping',
  );
}

function checkP2mMemory(layout: PvLayout, has: Has): Check {
  const wanted = pagesWithP2m(layout);
  const { available } = layout;
  if (wanted <= available) return null;
  const stop = has('panics-without-full-stop') ? '' : '.';
  return refusal(
    'too-large-for-memory',
    `With the P2M table at INIT_P2M the kernel needs ${wanted} pages, and dom0 has ${available}.`,
    `Dom0 allocation too small for initial P->M table${stop}`,
    { wanted: Number(wanted * PAGE), limit: Number(available * PAGE) },
  );
}
