import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const toolstackHangs = defineRule({
  id: 'toolstack-hangs',
  title: 'The toolstack hangs when it builds the guest',
  level: 'error',
  stage: 'build',
  evidence: {},
  message: () =>
    'The initial mapping of the kernel reaches the last 4 MiB of the address space, and its search for the end of the mapping never ends.',
  explanation: paragraphs(
    [
      'The toolstack looks for the end of the initial mapping of a PV kernel. The mapping has the image, the data that the toolstack adds, and 512 KiB of free space, rounded up to 4 MiB.',
      'If that end is the top of the address space, 2^64, it is 0 in the comparison, and the search never ends.',
    ],
    [
      'All releases hang: `xl create` uses a processor until it is killed, and prints nothing.',
      'This happens to a kernel at 0xffffffff80000000 that has nearly 2 GiB.',
      'Before {since domu-init-p2m} the list of pages is in the same place, so it also depends on the memory of the guest.',
    ],
  ),
  fix: 'Leave more room between the end of the image and the top of the address space. Make the image smaller, or link it at a lower address. Look for a segment far above the others with `readelf -lW`.',
  askXen: 'Nothing: all releases place a kernel in this way.',
  references: [xenFile('tools/libs/guest/xg_dom_x86.c')],
});
