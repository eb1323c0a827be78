import { withDates } from '../programs/xen/dates.ts';
import { formatMemory } from '../text/size.ts';
import { number, orNull } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';
import { needsMemory, pages } from './words.ts';

const OUTSIDE = withDates(
  'With `INIT_P2M` (note type 15) the list of pages is outside of this mapping since {since domu-init-p2m}.',
);

export const mappingTooLargeForGuest = defineRule({
  id: 'mapping-too-large-for-guest',
  title: 'The first mapping of the kernel exceeds the guest',
  level: 'error',
  stage: 'build',
  evidence: {
    wanted: orNull(number('bytes of memory that the kernel needs; `null` where none is enough')),
    limit: number('bytes that the guest has'),
    mappedPages: number('pages of the guest that the mapping needs'),
  },
  message: ({ wanted, limit, mappedPages }) =>
    `The toolstack maps the kernel, and what it places behind it, up to page ${mappedPages}, and the guest has ${pages(limit)} pages, ${formatMemory(limit)}. ${needsMemory(wanted)}`,
  explanation: paragraphs(
    [
      'A PV kernel starts with a mapping of its memory from `VIRT_BASE` on. It has the image, the list of pages, start_info, the page tables, the boot stack and 512 KiB of free space, rounded up to 4 MiB.',
      'The kernel itself fits into the guest, but this mapping does not.',
    ],
    [
      'Since {dated domu-checks-initial-mapping} the toolstack prints `count_pgtables: not enough memory for initial mapping`.',
      'In older releases the page tables point past the end of the guest. The hypervisor refuses them, and the toolstack prints `pin_table failed`.',
    ],
  ),
  fix: `Load the image at a lower address, make it smaller, or give the guest more memory. ${OUTSIDE}`,
  fixFor: ({ evidence }) =>
    evidence.wanted === null
      ? `Load the image at a lower address, or make it smaller. ${OUTSIDE}`
      : null,
  askXen:
    'More memory for the guest: `memory` in its configuration. The number `needsMemory` in the JSON report is the least that is enough.',
  references: [
    xenCommit('5bb2be127bb4ee2fa6fa4545ad68f084d3bc09b0'),
    xenFile('tools/libs/guest/xg_dom_x86.c'),
  ],
});
