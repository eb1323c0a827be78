import type { GrubHas } from '../../programs/grub/facts.ts';
import { PAGE, pageUp } from './heap.ts';
import {
  addRange,
  fitsOldTables,
  LONG_MODE,
  nothingCovered,
  PAE_MODE,
  type PagingMode,
} from './page-tables.ts';

// Sizes of loader/i386/xen.c, in bytes.
const STACK = 1n << 20n;
const ADDITIONAL = 1n << 19n;
const ALIGN = 1n << 22n;

/** start_info, and the pages of the console and of xenstore, each of one page. */
const SPECIAL = 3n * PAGE;

/** A kernel that `linux` has loaded. */
export interface Placed {
  readonly bits: 32 | 64;
  readonly virtBase: bigint;
  readonly p2mBase: bigint | null;
  /** Where it starts and ends in the guest, in bytes. */
  readonly start: bigint;
  readonly end: bigint;
  /** Memory that GRUB holds while it reads the kernel, in bytes. */
  readonly buffers: number;
}

/** Where `boot` puts what the kernel needs besides itself. */
export interface Layout {
  /** The end of all of it in the guest, in bytes. */
  readonly end: bigint;
  /** What GRUB needs of its heap, for copies of all of it, in bytes. */
  readonly heap: bigint;
  /** Whether the page tables are right. */
  readonly hasTables: boolean;
}

/**
 * `grub_xen_boot` (loader/i386/xen.c): the list of pages, start_info and page tables behind the kernel, and
 * room for a stack up to a multiple of 4 MiB.
 *
 * @param pages of the guest
 */
export function bootLayout(kernel: Placed, pages: bigint, has: GrubHas): Layout {
  const mode = kernel.bits === 64 ? LONG_MODE : PAE_MODE;
  const list = pageUp((pages * BigInt(kernel.bits)) / 8n);
  const afterKernel = pageUp(kernel.end);
  const inside = kernel.p2mBase === null ? list : 0n;
  const before = afterKernel + inside + SPECIAL;
  const isOld = !has('page-tables-for-any-base');
  const { tables, mapped } = (isOld ? oldTables : tablesFor)(kernel, before, mode);
  const behind = kernel.p2mBase === null ? 0n : list + PAGE * BigInt(mode.levels);
  return {
    end: mapped + behind,
    heap:
      BigInt(kernel.buffers) +
      kernel.end -
      kernel.start +
      inside +
      behind +
      SPECIAL +
      tables * PAGE,
    hasTables: !isOld || fitsOldTables(kernel.virtBase, mapped / PAGE, mode),
  };
}

interface Tables {
  readonly tables: bigint;
  /** The end of what they map in the guest, in bytes. */
  readonly mapped: bigint;
}

/** Before 2.02: the kernel's size alone is rounded, wherever it is mapped. */
function oldTables({ virtBase }: Placed, start: bigint, mode: PagingMode): Tables {
  for (let needed = start; ; ) {
    const mapped = alignUp(needed);
    const { tables } = addRange(nothingCovered(mode), 0n, mapped, mode);
    const all = tables + (virtBase === 0n ? 0n : BigInt(mode.levels - 1));
    needed = start + all * PAGE + ADDITIONAL + STACK;
    if (mapped >= needed) return { tables: all, mapped };
  }
}

/** How many tables map the kernel and themselves, and where what they map ends, in bytes. */
function tablesFor({ virtBase }: Placed, start: bigint, mode: PagingMode): Tables {
  for (let needed = start; ; ) {
    const end = alignUp(virtBase + needed + ADDITIONAL + STACK);
    const kernel = addRange(nothingCovered(mode), virtBase, end - 1n, mode);
    // The page that moves everything is mapped at 0, or behind a kernel that is there.
    const mover = virtBase === 0n ? end : 0n;
    const all = addRange(kernel.covered, mover, mover + PAGE - 1n, mode);
    const tables = kernel.tables + all.tables;
    needed = start + tables * PAGE;
    if (virtBase + needed <= end) return { tables, mapped: end - virtBase };
  }
}

const alignUp = (address: bigint) => ((address + ALIGN - 1n) / ALIGN) * ALIGN;
