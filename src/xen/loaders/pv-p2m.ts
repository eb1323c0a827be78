import type { PvLayout } from './pv-layout.ts';

const PAGE = 4096n;

/** What one entry of a page table of each level maps, as a shift; a slot is that much memory. */
const L2 = 21n;
const L3 = 30n;
const L4 = 39n;

/** Pages that must be left for page tables when Xen goes on. */
const RESERVE = 3n;

/**
 * The pages that a 64-bit dom0 needs for a P2M table that INIT_P2M puts outside its mapping
 * (`setup_pv_physmap`, xen/arch/x86/pv/dom0_build.c). Xen allocates memory for the table, in
 * superpages if it is aligned, and for page tables that the mapping lacks. It panics as soon as the
 * rest is too much.
 */
export function pagesWithP2m({ start, end, pages, p2m }: PvLayout): bigint {
  if (p2m === null) return pages;
  const isMapped = (address: bigint, shift: bigint) =>
    address >> shift >= start >> shift && address >> shift <= (end - 1n) >> shift;
  const last = roundUp(p2m.end);
  let [taken, most] = [pages, 0n];
  const check = (address: bigint) => {
    const wanted = taken + (last - address) / PAGE + RESERVE;
    if (wanted > most) most = wanted;
  };
  let before: bigint | null = null;
  for (let address = p2m.start; address < p2m.end; ) {
    check(address);
    for (const shift of [L4, L3]) {
      const isNew = before === null || before >> shift !== address >> shift;
      if (isNew && !isMapped(address, shift)) taken++;
    }
    before = address;
    const slotEnd = ((address >> L2) + 1n) << L2;
    const isWhole = address === slotEnd - (1n << L2) && p2m.end >= slotEnd;
    if (!isMapped(address, L2) && !isWhole) taken++;
    const next = slotEnd < last ? slotEnd : last;
    const count = (next - address + PAGE - 1n) / PAGE;
    // Page by page, where it is no superpage; but for the tables, the sum stays what it was.
    if (!isWhole && count > 1n) check(address);
    taken += count;
    address = next;
  }
  return most > pages ? most : pages;
}

function roundUp(address: bigint): bigint {
  return ((address + PAGE - 1n) / PAGE) * PAGE;
}
