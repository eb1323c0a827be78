import { address } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const unalignedStart = defineRule({
  id: 'unaligned-start',
  title: 'The image does not start at a page',
  level: 'error',
  stage: 'build',
  evidence: {
    address: address('the address of the image'),
  },
  message: ({ address }) =>
    `The image starts at ${address}, which is no multiple of the page size, 0x1000.`,
  explanation: paragraphs(
    [
      'The toolstack places a guest kernel page by page: the lowest address of its loadable segments must be a multiple of 4096.',
      'This holds for PV and PVH guests and for firmware. The hypervisor does not ask it of a dom0, so the same kernel can boot there.',
    ],
    [
      'All releases refuse such a kernel, after the parse.',
      "The toolstack prints `xc_dom_alloc_pad: segment boundary isn't page aligned` with the address, and `xc_dom_alloc_segment: segment start isn't page aligned` before {dated domu-pads-segments}.",
    ],
  ),
  fix: 'Align the first loadable segment to 4096 bytes in the linker script. Its `p_paddr` counts, plus `VIRT_BASE` minus `PADDR_OFFSET` for PV. `readelf -lW` shows the addresses.',
  askXen: 'Nothing: all releases place a kernel in this way.',
  references: [
    xenCommit('ea7c8a3d0e823d4122dbe4aef40496f9f97c1449'),
    xenFile('tools/libs/guest/xg_dom_core.c'),
  ],
});
