import { formatMemory } from '../text/size.ts';
import { address, identity, number, oneOf } from './evidence.ts';
import { grubFact, grubFile, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

export const grubOutOfRange = defineRule({
  id: 'grub-out-of-range',
  title: 'GRUB has no memory at the addresses of the kernel',
  level: 'error',
  stage: 'loader',
  evidence: {
    fault: identity(
      oneOf(
        '`too-large` for the guest, or `inverted`: it ends before it starts',
        'too-large',
        'inverted',
      ),
    ),
    start: address('where the kernel starts in the guest'),
    end: address('where it ends, or what GRUB puts behind it'),
    heap: number('bytes of memory that GRUB has'),
  },
  message: ({ fault, start, end, heap }) =>
    fault === 'inverted'
      ? `The kernel would start at ${start} and end at ${end}, before its start.`
      : `The kernel takes ${start} to ${end} of the guest, and GRUB has ${formatMemory(heap)}.`,
  explanation: paragraphs(
    [
      'GRUB places a kernel at the physical addresses of its segments, less PADDR_OFFSET, and widens that by the page at HYPERCALL_PAGE, less VIRT_BASE.',
      'A wrong note of these three gives a place that no guest has.',
    ],
    [
      'Behind the kernel come the list of pages, start_info, the page tables and a stack, up to a multiple of 4 MiB. GRUB needs memory for all of it, beside its own.',
    ],
    [
      'GRUB prints `out of memory`, or `address is out of range`.',
      'Since {grub refuses-inverted-range} ({grubCommit refuses-inverted-range}) the command `linux` ends without any message where the kernel ends before it starts. No kernel is loaded, which only `boot` says.',
    ],
  ),
  fix: 'Compare `PADDR_OFFSET`, `VIRT_BASE` and `HYPERCALL_PAGE` with the addresses of the program headers (`readelf -lW`). If they fit, give the guest more memory, or load the initramfs as a ramdisk.',
  askXen: 'More memory for the guest: `memory` in its configuration.',
  references: [
    grubFact('refuses-inverted-range'),
    grubFile('grub-core/loader/i386/xen.c'),
    grubFile('grub-core/lib/relocator.c'),
  ],
});
