import { address, number } from './evidence.ts';
import { hypercallPageOutside } from './hypercall-page-words.ts';
import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const hypercallPageOutsideGuest = defineRule({
  id: 'hypercall-page-outside-guest',
  title: 'HYPERCALL_PAGE is not in the memory of the guest',
  level: 'error',
  stage: 'build',
  evidence: {
    address: address('the value of HYPERCALL_PAGE'),
    virtBase: address('the value of VIRT_BASE'),
    guestPages: number('pages that the guest has'),
  },
  message: (evidence) => `${hypercallPageOutside(evidence)}.`,
  explanation: paragraphs(
    [
      'With `HYPERCALL_PAGE` (note type 2), a PV kernel names one of its pages. Xen fills it with the code of hypercalls.',
      'The toolstack counts pages from `VIRT_BASE` to find it, but here the page is below `VIRT_BASE` or after the end of the guest.',
      'A physical address or an offset is the likely reason.',
    ],
    [
      'The hypervisor refuses the page, and the toolstack prints `setup_hypercall_page: HYPERCALL_INIT failed`.',
      'Before XSA-55 ({firsts domu-checks-frames}) it reads past its table of pages, which is the rule `toolstack-crashes`.',
    ],
  ),
  fix: 'Give `HYPERCALL_PAGE` the virtual address of a page inside the image. A kernel that makes its calls without the page, as Linux does since the fix of XSA-466, leaves the note out.',
  askXen: 'Nothing: all releases need a page of the guest, and none needs the note.',
  references: [
    xenFile('tools/libs/guest/xg_dom_boot.c'),
    xenFile('xen/include/public/elfnote.h'),
    'https://xenbits.xen.org/xsa/advisory-466.html',
  ],
});
