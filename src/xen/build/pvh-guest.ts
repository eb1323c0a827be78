import type { Has } from '../../programs/xen/facts/facts.ts';
import { allocator } from './allocator.ts';
import { type SegmentName, stop } from './failure.ts';
import { PAGE, pagesOf, wrap } from './pages.ts';

/** A parsed PVH kernel, or firmware; addresses in bytes. */
export interface PvhKernel {
  readonly start: bigint;
  readonly end: bigint;
  /** The address of the first frame: VIRT_BASE before `parses-for-pvh`, and in firmware that has one. */
  readonly base: bigint;
  /** Firmware is mapped by its physical addresses. */
  readonly firmware: boolean;
}

/** Frames of a PVH guest; a pair is the first one and their number. */
export interface PvhLayout {
  readonly kernel: readonly [bigint, bigint];
  /** The page of the RSDP where that is behind firmware, as before `pvh-rsdp-near-4-gib`. */
  readonly rsdp: bigint | null;
  readonly startInfo: readonly [bigint, bigint];
}

/** Where memory goes on behind the hole below 4 GiB. */
const HIGH = (4n << 30n) / PAGE;

/** Where the toolstack puts ACPI tables since `pvh-hole-for-acpi`, and their number (measured). */
const ACPI: Range = [0xfc000n, 12n];

/** The first frame and the number of frames. */
type Range = readonly [bigint, bigint];

/**
 * A PVH guest without a device model and without a ramdisk, from `xc_dom_build_image` to
 * `xc_dom_boot_image` (xg_dom_core.c, xg_dom_x86.c, xg_dom_hvmloader.c).
 *
 * @param total pages of the guest.
 */
export function buildPvhGuest(kernel: PvhKernel, total: bigint, has: Has): PvhLayout {
  const memory = allocator(total, kernel.base, has);
  const size = wrap(kernel.end - kernel.start);
  const pages = pagesOf(size);
  const hole = (has('pvh-hole-for-acpi') ? 0xfc00_0000n : 0xfee0_0000n) / PAGE;
  const ram: readonly Range[] =
    total <= hole
      ? [[0n, total]]
      : [
          [0n, hole],
          [HIGH, total - hole],
        ];
  const place = (name: SegmentName, start: bigint, bytes: bigint, where: readonly Range[]) => {
    const frame = memory.segment(name, start, bytes);
    const range = [frame, pagesOf(bytes)] as const;
    if (!isIn(where, range)) stop({ why: 'no-ram', frame, pages: range[1] });
    return range;
  };
  const image = place('kernel', kernel.start, size, ram);
  if (kernel.firmware) {
    const frame = kernel.start / PAGE;
    if (!isIn(ram, [frame, pages])) stop({ why: 'firmware-no-ram', pages, frame });
  }
  const asModule = kernel.firmware && !has('pvh-rsdp-near-4-gib');
  const rsdp = asModule ? place('ACPI module', 0n, RSDP, ram)[0] : null;
  const withTables = has('pvh-hole-for-acpi') ? [...ram, ACPI] : ram;
  return { kernel: image, rsdp, startInfo: place('HVM start info', 0n, START_INFO, withTables) };
}

/** Bytes of the RSDP. */
const RSDP = 64n;

/** Bytes of start_info: one page, with a command line of less than 1.8 KB. */
const START_INFO = PAGE;

/** Whether a range is in one of some others. */
function isIn(ranges: readonly Range[], [frame, pages]: Range): boolean {
  return ranges.some(([first, count]) => frame >= first && frame + pages <= first + count);
}
