import { formatMemory } from '../text/size.ts';
import { address, number, oneOf, orNull } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';
import { needsMemory } from './words.ts';

export const tooLargeForGuest = defineRule({
  id: 'too-large-for-guest',
  title: 'The kernel needs more memory than the guest has',
  level: 'error',
  stage: 'build',
  evidence: {
    wanted: orNull(number('bytes of memory that the kernel needs; `null` where none is enough')),
    limit: number('bytes that the guest has'),
    container: oneOf('what the guest is, `pv` or `pvh`', 'pv', 'pvh'),
    start: address('the address of the image'),
    end: address('the end of the image'),
    virtBase: address('the address of the first page of the guest'),
  },
  message({ wanted, limit, container, start, end, virtBase }) {
    const memory = `The guest has ${formatMemory(limit)} of memory. ${needsMemory(wanted)}`;
    const size = BigInt.asUintN(64, BigInt(end) - BigInt(start));
    const gap = BigInt(start) - BigInt(virtBase);
    if (gap <= size) {
      return size > limit ? `${memory} The image takes ${start} to ${end}.` : memory;
    }
    return container === 'pvh' && virtBase === '0x0'
      ? `${memory} The image is loaded at ${start}, and the memory before counts.`
      : `${memory} The image starts at ${start}, ${mebibytes(gap)} above VIRT_BASE, ${virtBase}, and the guest gets memory for this gap, too.`;
  },
  explanation: paragraphs(
    [
      'The toolstack places the kernel in the memory of the guest and, for PV, a list of all pages, start_info, the page tables and a boot stack. For PVH it adds start_info.',
      'One of them does not fit.',
    ],
    [
      'The gap before the image counts: from `VIRT_BASE` for PV, from physical address 0 for PVH. Gaps between segments and zeroed memory count as well.',
      'The number `needsMemory` of the JSON report is the least memory with which the kernel is built, without a ramdisk.',
    ],
    [
      'The toolstack prints `segment NAME too large`, with three numbers of pages (hexadecimal): those wanted, those of the guest and those in use. The function before it is `xc_dom_chk_alloc_pages`, and `xc_dom_alloc_segment` before {dated domu-pads-segments}.',
      'Before {firsts domu-checks-first-frame} it may print no error.',
    ],
  ),
  fix: 'Load the image at a lower address (for Linux PV and PVH, `CONFIG_PHYSICAL_START`), or make it smaller. Load the initramfs as a ramdisk in place of `CONFIG_INITRAMFS_SOURCE`, or give the guest more memory.',
  fixFor({ evidence, system }) {
    if (system === 'unknown') return null;
    const smaller =
      system === 'linux'
        ? 'Load the image at a lower address (for Linux PV and PVH, `CONFIG_PHYSICAL_START`), or make it smaller. Load the initramfs as a ramdisk in place of `CONFIG_INITRAMFS_SOURCE`'
        : 'Load the image at a lower address, or make it smaller. Load its data as a ramdisk';
    return evidence.wanted === null
      ? `${smaller}.`
      : `${smaller}, or give the guest more memory (\`memory\` in its configuration).`;
  },
  askXen: 'More memory for the guest: `memory` in its configuration.',
  references: [
    xenCommit('ea7c8a3d0e823d4122dbe4aef40496f9f97c1449'),
    xenFile('tools/libs/guest/xg_dom_core.c'),
  ],
});

/** Rounded up. */
function mebibytes(bytes: bigint): string {
  return `${(bytes + (1n << 20n) - 1n) >> 20n} MiB`;
}
