import { EM_386 } from '../../kernel/elf-layout.ts';
import type { Machine } from '../machine.ts';
import type { ParsedImage } from './libelf.ts';

/** The initial mapping of a PV dom0; addresses are virtual, in bytes. */
export interface PvLayout {
  /** A 32-bit kernel under a 64-bit Xen. */
  readonly compat: boolean;
  /** `v_start` and `v_end`. */
  readonly start: bigint;
  readonly end: bigint;
  /** Pages that the mapping is allocated, a power of two. */
  readonly pages: bigint;
  /** Pages that dom0 gets. */
  readonly available: bigint;
  /** The P2M table that INIT_P2M asks for, outside the mapping. */
  readonly p2m: { readonly start: bigint; readonly end: bigint } | null;
}

const PAGE = 4096n;

/** `sizeof(start_info_t)` and what follows it, rounded up to pages: one. */
const START_INFO = PAGE;

/** Page-table levels 2 to 4 map so much by one entry, as a shift. */
const L2 = 21n;
const L3 = 30n;
const L4 = 39n;

/**
 * The initial mapping of a PV dom0 without an initrd, as `dom0_construct`
 * (xen/arch/x86/pv/dom0_build.c) makes it. It has the kernel, P2M table, start info, page tables,
 * boot stack, and 512 KiB of free space. `dom0_compute_nr_pages` gives dom0 what `dom0_mem=SIZE`
 * asks for; it corrects other forms of that option for kernels without INIT_P2M.
 */
export function layOut({ elf, parameters }: ParsedImage, { dom0Memory }: Machine): PvLayout {
  const available = BigInt(dom0Memory) / PAGE;
  const compat = elf.class === 32 && elf.machine === EM_386;
  const word = compat ? 4n : 8n;
  const start = parameters.virtBase ?? 0n;
  const p2mBase = compat ? null : parameters.initP2m;
  const p2mEnd = roundUp(parameters.kernelEnd, PAGE) + (p2mBase === null ? available * word : 0n);
  const tables = roundUp(p2mEnd, PAGE) + START_INFO;
  const end = endOfMapping(start, tables, compat);
  const bytes = wrap(end - start);
  const p2m = p2mBase === null ? null : { start: p2mBase, end: wrap(p2mBase + available * word) };
  return { compat, start, end, pages: powerOfTwo(roundUp(bytes, PAGE) / PAGE), available, p2m };
}

/** Xen tries one count of page tables after the other: to go on with what was too little comes to the same. */
function endOfMapping(start: bigint, tables: bigint, compat: boolean): bigint {
  for (let count = 2n; ; ) {
    const stack = tables + (count + 1n) * PAGE;
    let end = roundUp(stack, 1n << 22n);
    if (end - stack < 512n << 10n) end += 1n << 22n;
    const needed = compat
      ? 4n + tablesFor(start, end, L4) + tablesFor(start, end, L2)
      : 1n + tablesFor(start, end, L4) + tablesFor(start, end, L3) + tablesFor(start, end, L2);
    if (needed <= count) return wrap(end);
    count = needed;
  }
}

function tablesFor(start: bigint, end: bigint, shift: bigint): bigint {
  return (roundUp(end, 1n << shift) >> shift) - (start >> shift);
}

function roundUp(value: bigint, to: bigint): bigint {
  return ((value + to - 1n) / to) * to;
}

function wrap(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function powerOfTwo(pages: bigint): bigint {
  let power = 1n;
  while (power < pages) power <<= 1n;
  return power;
}
