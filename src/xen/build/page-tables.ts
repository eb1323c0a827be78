import type { Has } from '../../programs/xen/facts/facts.ts';
import type { GuestType } from '../loaders/guest-type.ts';
import { stop } from './failure.ts';
import { type Mapping, mapArea, PAGING, type Paging } from './mapping.ts';
import { PAGE, wrap } from './pages.ts';

/** The tables that a kernel starts with. */
export interface PageTables {
  /** The first address behind what they map (`virt_pgtab_end`); 0 at the top of the address space. */
  readonly end: bigint;
  readonly tables: bigint;
  /** How `domu-spreads-page-tables` spreads them; `null` without it. */
  readonly mapping: Mapping | null;
}

/** 512 KiB to spare, and the boot stack; in pages. */
const EXTRA = 129n;

/** The mapping ends at a multiple of 4 MiB; the bits of an address below. */
const END_MASK = (1n << 22n) - 1n;

/**
 * Looks for the least end of the mapping that has room for the tables that map it
 * (`alloc_pgtables_pv`, xg_dom_x86.c; `count_pgtables` in older releases).
 *
 * @param from the end of what the guest has so far.
 * @param total pages of the guest.
 */
export function fitPageTables(
  type: GuestType,
  base: bigint,
  from: bigint,
  total: bigint,
  has: Has,
): PageTables {
  const paging = has('domu-spreads-page-tables') && type !== 'xen-3.0-x86_32' ? PAGING[type] : null;
  const tried = new Set<bigint>();
  let pages = EXTRA;
  while (!tried.has(pages)) {
    tried.add(pages);
    const last = wrap(from + pages * PAGE) | END_MASK;
    const mapping = paging && mapKernel(paging, base, last, total);
    const tables = mapping ? mapping.tables : countTables(type, base, last, total, has);
    pages = tables + EXTRA;
    const end = wrap(last + 1n);
    if (wrap(from + pages * PAGE) <= end) return { end, tables, mapping };
  }
  return stop({ why: 'hangs' });
}

function mapKernel(paging: Paging, base: bigint, last: bigint, total: bigint): Mapping {
  const lastPage = wrap(last - base) / PAGE;
  if (lastPage >= total) stop({ why: 'mapping', last: lastPage, pages: lastPage + 1n });
  return mapArea(paging, base, last, null);
}

/** By the bits that one table of each level spans, the top one first (`nr_page_tables`). */
const SPANS: Readonly<Record<GuestType, readonly bigint[]>> = {
  'xen-3.0-x86_64': [48n, 39n, 30n, 21n],
  'xen-3.0-x86_32p': [32n, 30n, 21n],
  'xen-3.0-x86_32': [32n, 22n],
};

/** Below it, a 32-bit kernel with PAE gets a table more, for the part that belongs to Xen. */
const PAE_TOP = 0xc000_0000n;

function countTables(type: GuestType, base: bigint, last: bigint, total: bigint, has: Has): bigint {
  const lastPage = wrap(last - base) / PAGE;
  if (has('domu-checks-initial-mapping') && lastPage > total) {
    stop({ why: 'mapping', last: lastPage, pages: lastPage });
  }
  const tables = SPANS[type].map((bits) => blocks(base, last, bits));
  const forXen = type === 'xen-3.0-x86_32p' && last < PAE_TOP ? 1n : 0n;
  return tables.reduce((sum, count) => sum + count, forXen);
}

/** How many blocks of 2^bits bytes the range from `base` to `last` touches. */
function blocks(base: bigint, last: bigint, bits: bigint): bigint {
  const mask = (1n << bits) - 1n;
  return (wrap((last | mask) - (base & ~mask)) >> bits) + 1n;
}
