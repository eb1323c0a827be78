import { address } from './evidence.ts';
import { PANIC_WITHOUT_DOM0, paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const hypercallPageOutsideImage = defineRule({
  id: 'hypercall-page-outside-image',
  title: 'HYPERCALL_PAGE is outside the image',
  level: 'error',
  stage: 'loader',
  evidence: {
    address: address('the value of HYPERCALL_PAGE'),
    start: address('the first address of the initial mapping'),
    end: address('the first address after it'),
  },
  message: ({ address, start, end }) =>
    `HYPERCALL_PAGE is ${address}, outside the initial mapping, which takes ${start} to ${end}.`,
  explanation: paragraphs(
    [
      'With `HYPERCALL_PAGE` (note type 2), a PV kernel names one of its pages. Xen fills it with the code of hypercalls.',
      'The value is a virtual address. It must be in the initial mapping, from `VIRT_BASE` to the end of the first page tables after the kernel.',
      'Here it is not. The value is probably a physical address, or an offset.',
    ],
    [
      'All releases check it for dom0, after they copied the kernel to its place.',
      'Xen prints `Invalid HYPERCALL_PAGE field in ELF notes.`.',
      PANIC_WITHOUT_DOM0,
    ],
  ),
  fix: 'Give `HYPERCALL_PAGE` the virtual address of a page inside the image. A kernel that makes its calls without the page, as Linux does since the fix of XSA-466, leaves the note out.',
  askXen: 'Nothing: all releases check it, and none needs the note.',
  references: [
    xenFile('xen/include/public/elfnote.h'),
    xenFile('xen/arch/x86/pv/dom0_build.c'),
    'https://xenbits.xen.org/xsa/advisory-466.html',
  ],
});
