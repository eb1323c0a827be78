import { address } from './evidence.ts';
import { PANIC_WITHOUT_DOM0, paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const hypercallPageOutsideImage = defineRule({
  id: 'hypercall-page-outside-image',
  title: 'HYPERCALL_PAGE lies outside the image',
  level: 'error',
  stage: 'loader',
  evidence: {
    address: address('the value of HYPERCALL_PAGE'),
    start: address('the first address of the initial mapping'),
    end: address('the first address behind it'),
  },
  message: ({ address, start, end }) =>
    `HYPERCALL_PAGE is ${address}, outside the initial mapping, which takes ${start} to ${end}.`,
  explanation: paragraphs(
    [
      'With `HYPERCALL_PAGE` (note type 2) a PV kernel names a page of its own that Xen fills with the code of its calls.',
      'The value is a virtual address, and must lie in what is mapped at the start, from `VIRT_BASE` to the end of the first page tables behind the kernel.',
      'Here it does not; a physical address, or an offset, is the likely reason.',
    ],
    [
      'All releases check it for dom0, after the kernel was copied to its place.',
      '`Invalid HYPERCALL_PAGE field in ELF notes.` is what Xen prints.',
      PANIC_WITHOUT_DOM0,
    ],
  ),
  fix: 'Give `HYPERCALL_PAGE` the virtual address of a page inside the image. A kernel that makes its calls without the page, as Linux does since the fix of XSA-466, leaves the note out.',
  askXen: 'Nothing: all releases check it alike, and none needs the note.',
  references: [
    xenFile('xen/include/public/elfnote.h'),
    xenFile('xen/arch/x86/pv/dom0_build.c'),
    'https://xenbits.xen.org/xsa/advisory-466.html',
  ],
});
