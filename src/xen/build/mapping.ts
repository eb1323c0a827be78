import { stop } from './failure.ts';

/** The paging of a guest. */
export interface Paging {
  /** The bits that one table of each level spans, but for the one at the top; the highest first. */
  readonly bits: readonly bigint[];
  /** The bits of an address that the tables look at. */
  readonly mask: bigint;
  /** A level whose last table is always there, where the mapping ends below `below`. */
  readonly whole: { readonly bits: bigint; readonly below: bigint } | null;
}

export const PAGING: Readonly<Record<'xen-3.0-x86_64' | 'xen-3.0-x86_32p', Paging>> = {
  'xen-3.0-x86_64': { bits: [39n, 30n, 21n], mask: (1n << 48n) - 1n, whole: null },
  'xen-3.0-x86_32p': {
    bits: [30n, 21n],
    mask: (1n << 32n) - 1n,
    whole: { bits: 30n, below: 0xc000_0000n },
  },
};

/** First and last address that the tables of a level span; both 0 for no table. */
interface Level {
  readonly from: bigint;
  readonly to: bigint;
  readonly tables: bigint;
}

/** A range of addresses and the tables that are made for it. */
export interface Mapping {
  /** First and last address, as far as tables look at them. */
  readonly from: bigint;
  readonly to: bigint;
  /** As `Paging.bits`. */
  readonly levels: readonly Level[];
  readonly tables: bigint;
}

/**
 * `count_pgtables` (xg_dom_x86.c) since `domu-spreads-page-tables`: the tables for a range, but for
 * those that the tables of `before` are already.
 */
export function mapArea(
  paging: Paging,
  first: bigint,
  last: bigint,
  before: Mapping | null,
): Mapping {
  if (before && first < before.to && last > before.from) {
    stop({ why: 'p2m-inside-mapping', found: 'overlap' });
  }
  const from = first & paging.mask;
  const to = last & paging.mask;
  const levels = paging.bits.map((bits, i) => {
    const mask = (1n << bits) - 1n;
    const whole = !before && paging.whole?.bits === bits && last < paging.whole.below;
    const range = { from: from & ~mask, to: whole ? paging.mask : to | mask };
    const own = before?.levels[i] ? without(range, before.levels[i]) : range;
    return { ...own, tables: own.from < own.to ? ((own.to - own.from) >> bits) + 1n : 0n };
  });
  const top = before ? 0n : 1n;
  return { from, to, levels, tables: levels.reduce((sum, { tables }) => sum + tables, top) };
}

type Range = Pick<Level, 'from' | 'to'>;

/** A range without another one; an assertion requires that the other is not inside. */
function without(range: Range, other: Range): Range {
  if (other.from === other.to) return range;
  if (range.from >= other.from && range.to <= other.to) return { from: 0n, to: 0n };
  if (range.from < other.from && range.to > other.to) stop({ why: 'aborts' });
  const from = range.from >= other.from && range.from <= other.to ? other.to + 1n : range.from;
  const to = range.to >= other.from && range.to <= other.to ? other.from - 1n : range.to;
  return { from, to };
}

/** `get_pg_table` finds the tables of a mapping only where there is one at the lowest level. */
export function hasTables({ levels }: Mapping): boolean {
  return (levels[levels.length - 1]?.tables ?? 0n) > 0n;
}
