import { address, identity, oneOf } from './evidence.ts';
import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

const WHY = {
  'outside-file': 'part of it is outside the file',
  'outside-image': 'part of it is outside the memory of the image',
  'too-much': 'the segments together are more than twice as large as the image',
} as const;

export const segmentNotCopied = defineRule({
  id: 'segment-not-copied',
  title: 'A part of the kernel is missing in memory',
  level: 'error',
  stage: 'start',
  evidence: {
    by: oneOf(
      'who loads the kernel, the `hypervisor` or the `toolstack`',
      'hypervisor',
      'toolstack',
    ),
    address: address('the physical address of the segment'),
    fault: identity(
      oneOf(
        '`outside-file`, `outside-image`, or `too-much`: all segments together',
        'outside-file',
        'outside-image',
        'too-much',
      ),
    ),
  },
  message: ({ by, address, fault }) =>
    `The ${by} does not copy the segment for ${address}, because ${WHY[fault]}, and continues without it.`,
  explanation: paragraphs(
    [
      'The toolstack copies each loadable segment from the file to the memory of the image.',
      'It skips a segment that is partly outside the file or outside that memory. It stops when the segments together are twice as large as the image.',
      'It does not fail, and the guest starts without these bytes.',
    ],
    [
      'Since XSA-55 ({firsts checked-elf-accesses}) all releases do so.',
      'The toolstack prints nothing; the log of `xl -vvv` can have a line `ELF broken`.',
      'Older releases copy without a check (rule `toolstack-crashes`).',
      'The hypervisor also stops at twice the size of the image of dom0. It refuses a segment outside the image (rule `bad-segment`).',
    ],
  ),
  fix: 'Compare the program headers (`readelf -lW`) with the size of the file, which may be cut short. `FileSiz` must not be larger than `MemSiz`, and segments must not overlap.',
  askXen: 'Nothing: the bytes are not in the file, or have no place in the guest.',
  references: [
    xenFile('xen/common/libelf/libelf-loader.c'),
    xenFile('tools/libs/guest/xg_dom_elfloader.c'),
    'https://xenbits.xen.org/xsa/advisory-55.html',
  ],
});
