import { address } from './evidence.ts';
import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const hypercallPageInFreeMemory = defineRule({
  id: 'hypercall-page-in-free-memory',
  title: 'HYPERCALL_PAGE is outside the image',
  level: 'warning',
  stage: 'start',
  evidence: {
    address: address('the value of HYPERCALL_PAGE'),
    start: address('the first address of the image'),
    end: address('the first address after it'),
  },
  message: ({ address, start, end }) =>
    `HYPERCALL_PAGE is ${address}, outside the image, which takes ${start} to ${end}: Xen fills a page of free memory.`,
  explanation: paragraphs(
    [
      'With `HYPERCALL_PAGE` (note type 2), a PV kernel names one of its pages. Xen fills it with the code of hypercalls.',
      'Here the page is outside the image, in memory of the guest that nothing else uses.',
    ],
    [
      'The toolstack accepts it in all releases. If the kernel calls the same page and keeps it free, it works.',
      'Most kernels have this page inside the image: then the note names the wrong address, and the kernel calls a page that Xen has not filled.',
      'For a dom0 see the rule `hypercall-page-outside-image`.',
    ],
  ),
  fix: 'Give `HYPERCALL_PAGE` the virtual address of a page inside the image. A kernel that makes its calls without the page, as Linux does since the fix of XSA-466, leaves the note out.',
  askXen: 'Nothing: all releases fill the page that the note names.',
  references: [
    xenFile('tools/libs/guest/xg_dom_boot.c'),
    xenFile('xen/include/public/elfnote.h'),
    'https://xenbits.xen.org/xsa/advisory-466.html',
  ],
});
