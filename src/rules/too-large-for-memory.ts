import { formatMemory } from '../text/size.ts';
import { address, identity, number, oneOf, orNull } from './evidence.ts';
import { bySystem } from './known.ts';
import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';
import { pages } from './words.ts';

export const tooLargeForMemory = defineRule({
  id: 'too-large-for-memory',
  title: 'The kernel does not fit into the memory of dom0',
  level: 'error',
  stage: 'loader',
  evidence: {
    fault: identity(
      oneOf(
        'what has no room: `payload`, `image`, `page-list` (INIT_P2M), `load-address` or `start-info`',
        'payload',
        'image',
        'page-list',
        'load-address',
        'start-info',
      ),
    ),
    wanted: number('bytes of memory that the kernel needs'),
    limit: number('bytes that there are'),
    start: orNull(address('the physical address of the image, where that matters')),
    end: orNull(address('the first physical address after the image, where that matters')),
    declared: orNull(number('bytes that the payload declares, where that is what has no room')),
  },
  message({ fault, wanted, limit, start, end, declared }) {
    switch (fault) {
      case 'payload':
        return `The last four bytes of the payload say that it decompresses to ${declared} bytes, and a PC has no room for that below 4 GiB.`;
      case 'image':
        return `From VIRT_BASE to its end the kernel needs ${pages(wanted)} pages, and dom0 has ${pages(limit)}.`;
      case 'page-list':
        return `With the P2M table at INIT_P2M the kernel needs ${pages(wanted)} pages, and dom0 has ${pages(limit)}.`;
      case 'load-address':
        return `The kernel takes physical addresses ${start} to ${end}, which need ${formatMemory(wanted)} of memory, and dom0 has ${formatMemory(limit)}.`;
      case 'start-info':
        return `The kernel takes physical addresses ${start} to ${end}, and Xen finds no RAM beside it for the command line and the start info.`;
    }
  },
  explanation: paragraphs(
    [
      'A PV dom0 starts with one block of memory for its kernel, its page tables and, unless `INIT_P2M` names another place, a map of all of its pages.',
      'Xen rounds the block up to a power of two and adds the ramdisk; the sum must fit into what `dom0_mem` allows.',
      'All releases check it, and panic with `Domain 0 allocation is too small for kernel image`. If only the map at `INIT_P2M` does not fit, it is `Dom0 allocation too small for initial P->M table`.',
    ],
    [
      'Before that, for a compressed kernel of PV or PVH, Xen needs memory below 4 GiB for the decompressed image next to the compressed one.',
      'Without it all releases stop with `Not enough memory to relocate the dom0 kernel image`.',
    ],
    [
      'The size of an image runs from the lowest to the highest loadable segment, including the gaps between them.',
    ],
  ),
  fix: 'Look with `readelf -l` for a loadable segment far from the others. If the image is that large, load the initramfs as a ramdisk in place of `CONFIG_INITRAMFS_SOURCE`, or give dom0 more memory.',
  fixFor: bySystem(
    'Look with `readelf -l` for a loadable segment far from the others. If the image is that large, load the initramfs as a ramdisk in place of `CONFIG_INITRAMFS_SOURCE`, or give dom0 more memory.',
    'Look with `readelf -l` for a loadable segment far from the others. If the image is that large, load its data as a ramdisk, or give dom0 more memory.',
  ),
  askXen:
    'More memory: `dom0_mem` on the command line of Xen. For a guest see the rule `too-large-for-guest`.',
  references: [
    xenFile('xen/arch/x86/pv/dom0_build.c'),
    xenFile('xen/arch/x86/setup.c'),
    xenFile('docs/misc/xen-command-line.pandoc'),
  ],
});
