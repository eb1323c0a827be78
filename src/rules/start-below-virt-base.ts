import { withDates } from '../programs/xen/dates.ts';
import { address } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const startBelowVirtBase = defineRule({
  id: 'start-below-virt-base',
  title: 'The image starts below VIRT_BASE',
  level: 'error',
  stage: 'build',
  evidence: {
    start: address('the address of the image'),
    virtBase: address('the address that the note gives'),
  },
  message: ({ start, virtBase }) =>
    `The image starts at ${start}, and the toolstack of this release counts the memory of the guest from VIRT_BASE, ${virtBase}.`,
  explanation: paragraphs(
    [
      'The toolstack counts the memory of a guest from `VIRT_BASE` (note type 3).',
      'Before {dated parses-for-pvh} this holds for a PVH guest, too, whose image has a physical address: with `PADDR_OFFSET` the image can be below `VIRT_BASE`.',
    ],
    [
      'In all releases a 32-bit file whose notes libelf refuses is loaded as firmware, and keeps the `VIRT_BASE` that was read before.',
    ],
    ['The toolstack prints `xc_dom_alloc_pad: segment boundary too low` with both addresses.'],
  ),
  fix: 'Make `VIRT_BASE`, `PADDR_OFFSET` and the physical addresses of the segments agree: `VIRT_BASE` is the virtual address of the physical address `PADDR_OFFSET`.',
  askXen: withDates(
    '{orLater parses-for-pvh} does not use `VIRT_BASE` for a PVH kernel whose notes it accepts.',
  ),
  references: [
    xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
    xenFile('tools/libs/guest/xg_dom_core.c'),
    xenFile('xen/include/public/elfnote.h'),
  ],
});
