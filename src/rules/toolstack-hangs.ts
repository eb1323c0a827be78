import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const toolstackHangs = defineRule({
  id: 'toolstack-hangs',
  title: 'The toolstack never ends the build of the guest',
  level: 'error',
  stage: 'build',
  evidence: {},
  message: () =>
    'The mapping that the toolstack makes for the start of the kernel reaches the last 4 MiB of the address space, where its search for the end of the mapping never ends.',
  explanation: paragraphs(
    [
      'The toolstack looks for the end of the mapping that a PV kernel starts with: behind the image and what it adds come 512 KiB to spare, rounded up to 4 MiB.',
      'Where that end is the top of the address space, 2^64, it becomes 0 in the comparison, and the search never ends.',
    ],
    [
      'All releases hang in this way: `xl create` uses a processor until it is killed, and prints nothing.',
      'It happens to a kernel at 0xffffffff80000000 that takes nearly 2 GiB.',
      'Before {since domu-init-p2m} the list of pages is in the same place, so that it depends on the memory of the guest as well.',
    ],
  ),
  fix: 'Leave more room between the end of the image and the top of the address space: make the image smaller, look for a segment far behind the others with `readelf -lW`, or link it at a lower address.',
  askXen: 'Nothing: all releases place a kernel in this way.',
  references: [xenFile('tools/libs/guest/xg_dom_x86.c')],
});
