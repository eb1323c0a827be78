import { number } from './evidence.ts';
import { bySystem } from './known.ts';
import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const tooLargeForMemory = defineRule({
  id: 'too-large-for-memory',
  title: 'The kernel does not fit into the memory of dom0',
  level: 'error',
  stage: 'loader',
  evidence: {
    wanted: number('bytes of memory that the kernel needs'),
    limit: number('bytes that there are'),
  },
  explanation: paragraphs(
    [
      'A PV dom0 starts with one block of memory for its kernel, its page tables and, unless `INIT_P2M` names another place, a map of all of its pages.',
      'Xen rounds the block up to a power of two and adds the ramdisk; the sum must fit into what `dom0_mem` allows.',
      'All releases check it, and panic with `Domain 0 allocation is too small for kernel image`, or, where the map at `INIT_P2M` no longer fits, `Dom0 allocation too small for initial P->M table`.',
    ],
    [
      'Before that, for a compressed kernel of PV or PVH, Xen needs room below 4 GiB for the decompressed image next to the packed one.',
      'Without it all releases stop with `Not enough memory to relocate the dom0 kernel image`.',
    ],
    [
      'An image can also be large on paper only: the range runs from the lowest to the highest loadable segment, with whatever gap is between them.',
    ],
  ),
  fix: 'Look at the loadable segments with `readelf -l` for one that lies far from the others. If the image is that large, load the initramfs as a ramdisk in place of `CONFIG_INITRAMFS_SOURCE`, or give dom0 more memory.',
  fixFor: bySystem(
    'Look at the loadable segments with `readelf -l` for one that lies far from the others. If the image is that large, load the initramfs as a ramdisk in place of `CONFIG_INITRAMFS_SOURCE`, or give dom0 more memory.',
    'Look at the loadable segments with `readelf -l` for one that lies far from the others. If the image is that large, load what it brings along as a ramdisk, or give dom0 more memory.',
  ),
  askXen:
    'More memory: `dom0_mem` on the command line of Xen. For a guest see the rule `too-large-for-guest`.',
  references: [
    xenFile('xen/arch/x86/pv/dom0_build.c'),
    xenFile('xen/arch/x86/setup.c'),
    xenFile('docs/misc/xen-command-line.pandoc'),
  ],
});
