import { PAGE } from './heap.ts';

/** How many entries a table has, as bits. */
const ENTRY_BITS = 9n;
const PAGE_BITS = 12n;

export interface PagingMode {
  /** Levels of tables: 4 on x86_64, 3 with PAE. */
  readonly levels: number;
  /** The virtual addresses that count. */
  readonly mask: bigint;
}

export const LONG_MODE: PagingMode = { levels: 4, mask: (1n << 48n) - 1n };
export const PAE_MODE: PagingMode = { levels: 3, mask: (1n << 32n) - 1n };

type Range = readonly [first: bigint, last: bigint];

/** The ranges that tables of each level cover so far, the lowest level first. */
export type Covered = readonly (readonly Range[])[];

export const nothingCovered = ({ levels }: PagingMode): Covered =>
  Array.from({ length: levels }, () => []);

/**
 * `get_pgtable_size` (loader/i386/xen.c): the tables that a range of virtual addresses adds to those that
 * are there, each once.
 *
 * @param last of the addresses
 * @returns their number, and what is covered with them
 */
export function addRange(
  covered: Covered,
  first: bigint,
  last: bigint,
  { levels, mask }: PagingMode,
): { readonly tables: bigint; readonly covered: Covered } {
  let tables = 0n;
  const next = covered.map((ranges, level) => {
    const bits = PAGE_BITS + BigInt(level + 1) * ENTRY_BITS;
    const isTop = level === levels - 1;
    const wanted: Range = isTop ? [0n, 0n] : [(first & mask) >> bits, (last & mask) >> bits];
    tables += missing(wanted, ranges);
    return [...ranges, wanted];
  });
  return { tables, covered: next };
}

/** How many of a range of tables no range before has. */
function missing([first, last]: Range, ranges: readonly Range[]): bigint {
  let [from, to] = [first, last];
  for (const [start, end] of ranges) {
    if (from >= start && to <= end) return 0n;
    if (from >= start && from <= end) from = end + 1n;
    if (to >= start && to <= end) to = start - 1n;
  }
  return to >= from ? to - from + 1n : 0n;
}

/**
 * Whether the tables that GRUB made before 2.02 stay in their pages. It started in each table where the
 * base of the kernel is, and counted no table more for that.
 */
export function fitsOldTables(base: bigint, pages: bigint, { levels }: PagingMode): boolean {
  const entries = 1n << ENTRY_BITS;
  let below = base === 0n ? pages + 1n : pages;
  for (let level = 0; level < levels; level++) {
    const tables = (below + entries - 1n) / entries;
    const first = ((base / PAGE) >> (BigInt(level) * ENTRY_BITS)) % entries;
    if (first + below > tables * entries) return false;
    below = tables;
  }
  return true;
}
