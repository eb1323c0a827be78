import type { Has } from '../../programs/xen/facts/facts.ts';
import type { GuestType } from '../loaders/guest-type.ts';
import { type Allocator, allocator } from './allocator.ts';
import { stop } from './failure.ts';
import { hasTables, type Mapping, mapArea, PAGING } from './mapping.ts';
import { fitPageTables, type PageTables } from './page-tables.ts';
import { PAGE, pagesOf, wrap } from './pages.ts';

/** A parsed PV kernel; addresses are virtual, in bytes. */
export interface PvKernel {
  readonly type: GuestType;
  /** VIRT_BASE, 0 where there is none. */
  readonly base: bigint;
  /** The image, with room for a BSD symbol table. */
  readonly start: bigint;
  readonly end: bigint;
  readonly initP2m: bigint | null;
  readonly hypercallPage: bigint | null;
  /** It requires the feature auto_translated_physmap. */
  readonly autoTranslated: boolean;
  /**
   * The fault of copying the image into the guest. Either an ELF image makes this release, which
   * checks nothing, leave its bounds. Or a binary image ends before its start.
   */
  readonly fault: null | 'unchecked' | 'bin-image';
}

/** Frames of a PV guest; a pair is the first one and their number. */
export interface PvLayout {
  readonly kernel: readonly [bigint, bigint];
  readonly phys2mach: readonly [bigint, bigint];
  readonly startInfo: bigint;
  readonly pageTables: readonly [bigint, bigint];
  readonly bootStack: bigint;
  /**
   * How many frames the kernel starts with a mapping of, from frame 0 on; `null` for none:
   * without `domu-spreads-page-tables`, no table is filled where the range wraps around.
   */
  readonly mapped: bigint | null;
}

/**
 * A PV guest from `xc_dom_build_image` to `xc_dom_boot_image` (xg_dom_core.c, xg_dom_x86.c,
 * xg_dom_boot.c; xc_dom_*.c in older releases), without a ramdisk.
 *
 * @param total pages of the guest.
 */
export function buildPvGuest(kernel: PvKernel, total: bigint, has: Has): PvLayout {
  const memory = allocator(total, kernel.base, has);
  const first = memory.segment('kernel', kernel.start, wrap(kernel.end - kernel.start));
  if (kernel.fault && !has('checked-elf-accesses')) stop({ why: 'crashes' });
  if (kernel.fault) stop({ why: 'bin-image' });
  const p2mOutside = isP2mOutside(kernel, has);
  const p2mSize = total * wordSize(kernel);
  const inside = p2mOutside ? null : memory.segment('phys2mach', 0n, p2mSize);
  const startInfo = memory.page('start info');
  memory.page('xenstore');
  memory.page('console');
  if (kernel.autoTranslated && !has('domu-drops-auto-translation')) memory.page('shared info');
  const { type, base } = kernel;
  const tables = fitPageTables(type, base, memory.end(), total, has);
  const tableFrame = memory.segment('page tables', 0n, tables.tables * PAGE);
  const bootStack = memory.page('boot stack');
  if (tables.end !== 0n) memory.padTo(tables.end);
  const outside = p2mOutside ? placeP2m(kernel, memory, tables, total) : null;
  const layout: PvLayout = {
    kernel: [first, pagesOf(wrap(kernel.end - kernel.start))],
    phys2mach: [inside ?? outside?.frame ?? 0n, pagesOf(p2mSize)],
    startInfo,
    pageTables: [tableFrame, tables.tables],
    bootStack,
    mapped: tables.end > base ? pagesOf(tables.end - base) : null,
  };
  checkBoot(kernel, layout, tables, outside?.mapping ?? null, total, has);
  return layout;
}

const wordSize = ({ type }: PvKernel) => (type === 'xen-3.0-x86_64' ? 8n : 4n);

/** INIT_P2M is for 64 bits, at a page, and below VIRT_BASE, or it is ignored. */
function isP2mOutside({ type, base, initP2m }: PvKernel, has: Has): boolean {
  if (type !== 'xen-3.0-x86_64' || initP2m === null) return false;
  return has('domu-init-p2m') && initP2m < base && initP2m % PAGE === 0n;
}

/** `alloc_p2m_list_x86_64`: the list of pages at INIT_P2M, and the tables that map it. */
function placeP2m(
  { initP2m, base }: PvKernel,
  memory: Allocator,
  { mapping: kernel }: PageTables,
  total: bigint,
): { frame: bigint; mapping: Mapping } {
  const from = initP2m ?? base;
  const size = pagesOf(total * 8n) * PAGE;
  const to = wrap(from + size - 1n);
  const last = memory.used() + wrap(to - from) / PAGE;
  if (last >= total) stop({ why: 'mapping', last, pages: last + 1n });
  const mapping = mapArea(PAGING['xen-3.0-x86_64'], from, to, kernel);
  return { frame: memory.segment('phys2mach', 0n, size + mapping.tables * PAGE), mapping };
}

/** What `xc_dom_boot_image` refuses, in its order. */
function checkBoot(
  kernel: PvKernel,
  layout: PvLayout,
  tables: PageTables,
  p2m: Mapping | null,
  total: bigint,
  has: Has,
): void {
  if (kernel.autoTranslated && has('domu-drops-auto-translation')) stop({ why: 'auto-translated' });
  if (kernel.type === 'xen-3.0-x86_32') stop({ why: 'guest-type' });
  if (tables.mapping && !hasTables(tables.mapping)) stop({ why: 'wraps' });
  if (p2m && !hasTables(p2m)) stop({ why: 'p2m-inside-mapping', found: 'no-tables' });
  checkHypercallPage(kernel, total, has);
  const { mapped, pageTables } = layout;
  if (mapped === null || mapped <= total || kernel.autoTranslated) return;
  stop({ why: 'unpinnable', pages: mapped, frame: pageTables[0] });
}

function checkHypercallPage({ hypercallPage, base }: PvKernel, total: bigint, has: Has): void {
  if (hypercallPage === null) return;
  const frame = wrap(hypercallPage - base) / PAGE;
  if (frame < total) return;
  stop({ why: 'hypercall-page', frame, checked: has('domu-checks-frames') });
}
