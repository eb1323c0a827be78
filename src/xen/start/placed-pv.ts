import type { EvidenceOf } from '../../rules/index.ts';
import { firstUncopied } from '../build/elf-load.ts';
import { PAGE } from '../build/pages.ts';
import type { PvKernel, PvLayout } from '../build/pv-guest.ts';
import { MAPPING_WRAPS } from '../build/refusals.ts';
import { hex } from '../libelf/checks.ts';
import type { ElfBinary } from '../libelf/elf-binary.ts';
import { finding, type Refusal } from '../refusal.ts';

/**
 * What the place of a PV kernel in its guest says of its start.
 *
 * @param elf `null` for an image with a xen_bin_image_table.
 */
export function startOfPv(kernel: PvKernel, layout: PvLayout, elf: ElfBinary | null): Refusal[] {
  const found = [
    elf && checkCopied(elf, layout.kernel[1]),
    layout.mapped === null ? finding('mapping-wraps', MAPPING_WRAPS) : null,
    checkXenArea(kernel, layout),
    checkHypercallPage(kernel, layout),
  ];
  return found.filter((one) => one !== null);
}

const WHY_UNCOPIED = {
  'outside-file': 'part of it lies outside the file',
  'outside-image': 'part of it lies outside the memory of the image',
  'too-much': 'the segments together are more than twice as large as the image',
} as const;

/** @param pages that the image has in the guest. */
export function checkCopied(elf: ElfBinary, pages: bigint): Refusal | null {
  const uncopied = firstUncopied(elf, pages * PAGE);
  if (!uncopied) return null;
  const { why: fault } = uncopied;
  const address = hex(uncopied.address);
  const message = `The toolstack does not copy the segment for ${address} into the guest, since ${WHY_UNCOPIED[fault]}, and goes on without it.`;
  return finding('segment-not-copied', message, null, { address, fault });
}

/** The slots of the top page table that are Xen's own (`is_guest_l4_slot`), and the bits below. */
const XEN_SLOTS = { first: 256n, last: 271n, shift: 39n, count: 512n };

/** Where Xen's own addresses start in a 32-bit guest (`__HYPERVISOR_COMPAT_VIRT_START`). */
const COMPAT_START = 0xf580_0000n;

/** The hypervisor leaves out what a guest maps where Xen itself is. */
function checkXenArea({ type, base, start }: PvKernel, layout: PvLayout): Refusal | null {
  const last = base + (layout.bootStack + 1n) * PAGE - 1n;
  const { first: low, last: high, shift, count } = XEN_SLOTS;
  const isXens =
    type === 'xen-3.0-x86_64'
      ? [start, last].some((address) => inRange((address >> shift) % count, low, high))
      : last >= COMPAT_START;
  if (!isXens) return null;
  const area =
    type === 'xen-3.0-x86_64'
      ? '0xffff800000000000 to 0xffff87ffffffffff'
      : `${hex(COMPAT_START)} and above`;
  const range = { start: hex(start), end: hex(last) };
  const message = `The kernel and what the toolstack places behind it take ${range.start} to ${range.end}; ${area} is Xen's own, and the hypervisor maps nothing of a guest there.`;
  return finding('kernel-in-xen-area', message, null, range);
}

const inRange = (value: bigint, first: bigint, last: bigint) => value >= first && value <= last;

/** Xen fills the page at HYPERCALL_PAGE, whatever is in it. */
function checkHypercallPage(kernel: PvKernel, layout: PvLayout): Refusal | null {
  const { hypercallPage, base } = kernel;
  if (hypercallPage === null) return null;
  const frame = (hypercallPage - base) / PAGE;
  if (isIn(layout.kernel, frame)) return null;
  const address = hex(hypercallPage);
  const value = `HYPERCALL_PAGE is ${address}, outside the image, which takes ${hex(kernel.start)} to ${hex(kernel.end)}`;
  const lost = PLACED.find(({ range }) => isIn(range(layout), frame));
  if (!lost) {
    const message = `${value}: Xen fills a page of free memory.`;
    return finding('hypercall-page-in-free-memory', message, null, { address });
  }
  const message = `${value}: Xen overwrites ${lost.what} with its stubs.`;
  return finding('hypercall-page-overwrites', message, null, { address, fault: lost.fault });
}

type Range = readonly [bigint, bigint];

/** What lies beside the image. */
interface Placed {
  readonly fault: EvidenceOf<'hypercall-page-overwrites'>['fault'];
  readonly what: string;
  readonly range: (layout: PvLayout) => Range;
}

const PLACED: readonly Placed[] = [
  { fault: 'page-list', what: 'the list of pages', range: ({ phys2mach }) => phys2mach },
  {
    fault: 'start-info',
    what: 'start_info, or the page of xenstore or of the console',
    range: ({ startInfo }) => [startInfo, 3n],
  },
  { fault: 'page-tables', what: 'the page tables', range: ({ pageTables }) => pageTables },
  { fault: 'boot-stack', what: 'the boot stack', range: ({ bootStack }) => [bootStack, 1n] },
];

function isIn([first, count]: Range, frame: bigint): boolean {
  return frame >= first && frame < first + count;
}
