import { EM_386, EM_X86_64 } from '../../kernel/elf-layout.ts';
import type { Has } from '../facts/facts.ts';
import { hex } from '../libelf/checks.ts';
import { checkDom0Feature } from './dom0-feature.ts';
import { unpackForDom0 } from './hypervisor.ts';
import { type ParsedImage, parseInHypervisor } from './libelf.ts';
import { type Check, type Loader, refusal, runChecks } from './loader.ts';
import { layOut, type PvLayout } from './pv-layout.ts';
import { checkSegmentSizes } from './segment-fit.ts';

/**
 * A paravirtualised dom0: `dom0_construct` (xen/arch/x86/pv/dom0_build.c; `construct_dom0` in
 * xen/arch/x86/domain_build.c before 4.9), with CONFIG_PV32.
 */
export const pvDom0: Loader = {
  exists: () => true,
  load(kernel, has, machine) {
    const unpacked = unpackForDom0(kernel, has);
    if ('refusal' in unpacked) return unpacked;
    const parsed = parseInHypervisor(unpacked.elf, 'pv', has);
    if ('refusal' in parsed) return parsed;
    const layout = layOut(parsed, machine);
    return runChecks(parsed, [
      () => checkMachine(parsed, has),
      () => (has('pv-dom0-asks-dom0-feature') ? checkDom0Feature(parsed) : null),
      () => checkHypervisorStart(parsed, has),
      () => checkMemory(layout, has),
      () => checkPrivateArea(parsed, layout),
      () => checkLoading(parsed, layout, has),
      () => checkHypercallPage(parsed, layout),
      () => checkP2m(layout),
      () => checkSupervisorMode(parsed),
    ]);
  },
};

const WITHOUT_PV32 = 'The kernel is 32-bit, and this Xen was built without CONFIG_PV32.';

/** What the hypervisor says to a 32-bit PV dom0 that it cannot run. */
export function withoutPv32(has: Has): string {
  return has('says-that-pv32-is-off')
    ? 'Found 32-bit PV kernel, but CONFIG_PV32 missing'
    : 'Dom0 failed to switch to compat: -95';
}

/** A 64-bit kernel for x86-64, or a 32-bit one for i386 with PAE. */
function checkMachine({ elf, parameters }: ParsedImage, has: Has): Check {
  const { class: bits, machine, bigEndian } = elf;
  const evidence = { bits, machine, pae: parameters.pae !== 0, bigEndian };
  if (elf.isClass32 && !has('pv32')) {
    return refusal('kernel-mismatch', WITHOUT_PV32, withoutPv32(has), evidence);
  }
  const fits =
    elf.class === 64
      ? elf.machine === EM_X86_64
      : elf.isClass32 && elf.machine === EM_386 && parameters.pae !== 0;
  if (fits && !(elf.bigEndian && has('dom0-refuses-big-endian'))) return null;
  const order = elf.bigEndian ? 'big' : 'little';
  return refusal(
    'kernel-mismatch',
    `The kernel is ${elf.class}-bit, ${order}-endian, for machine ${elf.machine}, ${parameters.pae ? 'with' : 'without'} PAE: a PV dom0 is 64-bit x86-64, or 32-bit i386 with PAE.`,
    'Mismatch between Xen and DOM0 kernel',
    evidence,
  );
}

/** The highest start that Xen can give itself beside a 32-bit kernel (`__HYPERVISOR_COMPAT_VIRT_START`). */
const COMPAT_VIRT_START = 0xf580_0000n;

/**
 * Where it starts beside a 32-bit kernel that leaves it the choice by HV_START_LOW (`m2p_compat_vstart`,
 * xen/arch/x86/x86_64/mm.c): its table of machine pages, four bytes each, ends at 0xffe00000, and the
 * memory of a PC with 4 GiB at 5 GiB.
 */
const COMPAT_TABLE_START = 0xff80_0000n;

const SUPERPAGE = 1n << 21n;

function checkHypervisorStart({ elf, parameters }: ParsedImage, has: Has): Check {
  if (elf.class !== 32 || parameters.hvStartLow === null) return null;
  const start = (parameters.hvStartLow + SUPERPAGE - 1n) & ~(SUPERPAGE - 1n);
  if (start <= COMPAT_VIRT_START) return null;
  const who = has('dom0-start-too-high-is-no-panic') ? 'Dom0' : 'Domain 0';
  const stop = has('panics-without-full-stop') ? '' : '.';
  return refusal(
    'hypervisor-start-too-high',
    `HV_START_LOW is ${hex(parameters.hvStartLow)}, and Xen cannot start above ${hex(COMPAT_VIRT_START)}.`,
    `${who} expects too high a hypervisor start address${stop}`,
  );
}

function checkMemory({ pages, available }: PvLayout, has: Has): Check {
  if (pages <= available) return null;
  const stop = has('panics-without-full-stop') ? '' : '.';
  return refusal(
    'too-large-for-memory',
    `From VIRT_BASE to its end the kernel needs ${pages} pages, and dom0 has ${available}.`,
    `Domain 0 allocation is too small for kernel image${stop}`,
    { wanted: Number(pages * PAGE), limit: Number(available * PAGE) },
  );
}

const PAGE = 4096n;

/** Where Xen itself lies beside a 64-bit kernel (`HYPERVISOR_VIRT_START`, `HYPERVISOR_VIRT_END`). */
const XEN_START = 0xffff_8000_0000_0000n;
const XEN_END = 0xffff_8800_0000_0000n;

function checkPrivateArea({ parameters }: ParsedImage, { compat, start, end }: PvLayout): Check {
  const limit = parameters.hvStartLow === null ? COMPAT_VIRT_START : COMPAT_TABLE_START;
  const overlaps = compat ? end > limit : start < XEN_END && end > XEN_START;
  if (!overlaps) return null;
  return refusal(
    'overlaps-xen',
    `The initial mapping takes ${hex(start)} to ${hex(end)}, where Xen itself lies.`,
    'DOM0 image overlaps with Xen private area.',
  );
}

/** Addresses that a processor with 48 of them does not have lie between these. */
const CANONICAL_LOW_END = 0x8000_0000_0000n;

function checkLoading(image: ParsedImage, { compat, start, end }: PvLayout, has: Has): Check {
  const xenSays = has('dom0-load-can-fail') ? 'Failed to load the kernel binary' : null;
  if (!compat && start < XEN_START && end > CANONICAL_LOW_END) {
    const message = `The initial mapping takes ${hex(start)} to ${hex(end)}, addresses that no processor has.`;
    return refusal('bad-segment', message, xenSays, { fault: 'addresses' });
  }
  return checkSegmentSizes(image, xenSays);
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

const SUPERVISOR_MODE_KERNEL = 1 << 3;

function checkSupervisorMode({ parameters }: ParsedImage): Check {
  if (!(parameters.requiredFeatures & SUPERVISOR_MODE_KERNEL)) return null;
  return refusal(
    'needs-supervisor-mode',
    'FEATURES requires "supervisor_mode_kernel", and a PV dom0 does not run in ring 0.',
    'Dom0 requires supervisor-mode execution',
  );
}
