import { RAM, type Range } from '../machine.ts';

const PAGE = 4096n;

/**
 * The RAM of a PVH dom0 (`pvh_setup_e820`, xen/arch/x86/hvm/dom0_build.c): that of the computer, in
 * whole pages and at the same addresses, from the lowest on until dom0 has its memory.
 *
 * @param memory of dom0, in bytes.
 */
export function dom0Ram(memory: number): Range[] {
  const ram: Range[] = [];
  let left = (BigInt(memory) / PAGE) * PAGE;
  for (const region of RAM) {
    const { start, end } = inPages(region);
    const size = end - start < left ? end - start : left;
    if (size > 0n) ram.push({ start, end: start + size });
    left -= size;
  }
  return ram;
}

function inPages({ start, end }: Range): Range {
  return { start: roundUp(start), end: (end / PAGE) * PAGE };
}

/** Up to whole pages. */
export function roundUp(address: bigint): bigint {
  return ((address + PAGE - 1n) / PAGE) * PAGE;
}

/** Whether all of a range is RAM. */
export function isIn(ram: readonly Range[], { start, end }: Range): boolean {
  return ram.some((region) => start >= region.start && end <= region.end);
}
