import type { EvidenceOf } from '../../rules/index.ts';
import { hex } from '../../text/hex.ts';
import { firstUncopied } from '../build/elf-load.ts';
import { PAGE } from '../build/pages.ts';
import type { PvKernel, PvLayout } from '../build/pv-guest.ts';
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
    layout.mapped === null ? finding('mapping-wraps', {}) : null,
    checkXenArea(kernel, layout),
    checkHypercallPage(kernel, layout),
  ];
  return found.filter((one) => one !== null);
}

/** @param pages that the image has in the guest. */
export function checkCopied(elf: ElfBinary, pages: bigint): Refusal | null {
  const uncopied = firstUncopied(elf, pages * PAGE);
  if (!uncopied) return null;
  const { address, why: fault } = uncopied;
  return finding('segment-not-copied', { by: 'toolstack', address: hex(address), fault });
}

/** The slots of the top page table that are Xen's own (`is_guest_l4_slot`), and the bits below. */
const XEN_SLOTS = { first: 256n, last: 271n, shift: 39n, count: 512n };

/** Where Xen's own addresses start in a 32-bit guest (`__HYPERVISOR_COMPAT_VIRT_START`). */
const COMPAT_START = 0xf580_0000n;

/** The hypervisor leaves out what a guest maps where Xen itself is. */
function checkXenArea({ type, base, start }: PvKernel, layout: PvLayout): Refusal | null {
  const last = base + (layout.bootStack + 1n) * PAGE - 1n;
  const range = { start: hex(start), end: hex(last) };
  if (type !== 'xen-3.0-x86_64') {
    return last >= COMPAT_START ? finding('kernel-in-xen-area', { bits: 32, ...range }) : null;
  }
  return isXenSlot(start) || isXenSlot(last)
    ? finding('kernel-in-xen-area', { bits: 64, ...range })
    : null;
}

function isXenSlot(address: bigint): boolean {
  const { first, last, shift, count } = XEN_SLOTS;
  const slot = (address >> shift) % count;
  return slot >= first && slot <= last;
}

/** Xen fills the page at HYPERCALL_PAGE, whatever is in it. */
function checkHypercallPage(kernel: PvKernel, layout: PvLayout): Refusal | null {
  const { hypercallPage, base } = kernel;
  if (hypercallPage === null) return null;
  const frame = (hypercallPage - base) / PAGE;
  if (isIn(layout.kernel, frame)) return null;
  const evidence = {
    address: hex(hypercallPage),
    start: hex(kernel.start),
    end: hex(kernel.end),
  };
  const lost = PLACED.find(({ range }) => isIn(range(layout), frame));
  return lost
    ? finding('hypercall-page-overwrites', { ...evidence, fault: lost.fault })
    : finding('hypercall-page-in-free-memory', evidence);
}

type Range = readonly [bigint, bigint];

/** The data besides the image. */
interface Placed {
  readonly fault: EvidenceOf<'hypercall-page-overwrites'>['fault'];
  readonly range: (layout: PvLayout) => Range;
}

const PLACED: readonly Placed[] = [
  { fault: 'page-list', range: ({ phys2mach }) => phys2mach },
  // With the pages of xenstore and of the console behind it.
  { fault: 'start-info', range: ({ startInfo }) => [startInfo, 3n] },
  { fault: 'page-tables', range: ({ pageTables }) => pageTables },
  { fault: 'boot-stack', range: ({ bootStack }) => [bootStack, 1n] },
];

function isIn([first, count]: Range, frame: bigint): boolean {
  return frame >= first && frame < first + count;
}
