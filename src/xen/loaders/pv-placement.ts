import type { Has } from '../../programs/xen/facts/facts.ts';
import { hex } from '../../text/hex.ts';
import { endOfRam, type Machine, MOST_MEMORY, type Range } from '../machine.ts';
import type { ParsedImage } from './libelf.ts';
import { type Check, firstRefusal, refusal } from './loader.ts';
import { SAYS } from './pv-dom0-says.ts';
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
  if (BigInt.asUintN(64, parameters.kernelStart - start) > MOST_MEMORY) {
    const place = { start: hex(parameters.kernelStart), virtBase: hex(start) };
    return refusal('far-from-virt-base', { container: 'pv', ...place }, SAYS.tooLarge(has));
  }
  return refuseMemory('image', pages, available, SAYS.tooLarge(has));
}

/** @param wanted pages, as `available`. */
function refuseMemory(
  fault: 'image' | 'page-list',
  wanted: bigint,
  available: bigint,
  xenSays: string,
): Check {
  const bytes = { wanted: Number(wanted * PAGE), limit: Number(available * PAGE) };
  const evidence = { fault, ...bytes, start: null, end: null, declared: null };
  return refusal('too-large-for-memory', evidence, xenSays);
}

/**
 * The addresses of Xen in a 64-bit kernel's address space (`HYPERVISOR_VIRT_START`,
 * `HYPERVISOR_VIRT_END`).
 */
const XEN_START = 0xffff_8000_0000_0000n;
const XEN_END = 0xffff_8800_0000_0000n;

function checkPrivateArea({ parameters }: ParsedImage, layout: PvLayout, machine: Machine): Check {
  const { compat, start, end } = layout;
  const limit = parameters.hvStartLow === null ? COMPAT_VIRT_START : startOfCompatTable(machine);
  const overlaps = compat ? end > limit : start < XEN_END && end > XEN_START;
  return overlaps ? refusal('overlaps-xen', rangeOf(layout), SAYS.overlapsXen) : null;
}

const rangeOf = ({ start, end }: Pick<PvLayout, 'start' | 'end'>) => ({
  start: hex(start),
  end: hex(end),
});

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

/** A processor with 48-bit addresses has no addresses between these. */
const CANONICAL_LOW_END = 0x8000_0000_0000n;

function checkLoading(image: ParsedImage, layout: PvLayout, has: Has): Check {
  const { compat, start, end } = layout;
  const refuse = (fault: 'mapping-wraps' | 'not-canonical', xenSays: string | null) =>
    refusal('bad-segment', { fault, ...rangeOf(layout), inFile: null }, xenSays);
  if (end < start) return refuse('mapping-wraps', null);
  if (!compat && start < XEN_START && end > CANONICAL_LOW_END) {
    return refuse('not-canonical', SAYS.cannotLoad(has));
  }
  const isMapped = (range: Range) =>
    BigInt.asUintN(64, range.start - start) + (range.end - range.start) <= end - start;
  return checkCopy(image, image.parameters.kernelStart, isMapped, SAYS.cannotLoad(has));
}

function checkHypercallPage({ parameters }: ParsedImage, layout: PvLayout): Check {
  const page = parameters.hypercallPage;
  if (page === null || (page >= layout.start && page < layout.end)) return null;
  const evidence = { address: hex(page), ...rangeOf(layout) };
  return refusal('hypercall-page-outside-image', evidence, SAYS.hypercallPage);
}

function checkP2m(layout: PvLayout): Check {
  const { p2m, start, end } = layout;
  if (p2m === null || start > p2m.end || p2m.start > end) return null;
  const table = { address: hex(p2m.start), tableEnd: hex(p2m.end) };
  return refusal('p2m-overlaps-image', { ...table, ...rangeOf(layout) }, SAYS.p2mOverlaps);
}

function checkP2mMemory(layout: PvLayout, has: Has): Check {
  const wanted = pagesWithP2m(layout);
  const { available } = layout;
  if (wanted <= available) return null;
  return refuseMemory('page-list', wanted, available, SAYS.p2mTooLarge(has));
}
