import { address, identity, oneOf } from './evidence.ts';
import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

const LOST = {
  'page-list': 'the list of pages',
  'start-info': 'start_info, or the page of xenstore or of the console',
  'page-tables': 'the page tables',
  'boot-stack': 'the boot stack',
} as const;

export const hypercallPageOverwrites = defineRule({
  id: 'hypercall-page-overwrites',
  title: 'Xen writes its stubs over other data',
  level: 'error',
  stage: 'start',
  evidence: {
    address: address('the value of HYPERCALL_PAGE'),
    start: address('the first address of the image'),
    end: address('the first address after it'),
    fault: identity(
      oneOf(
        'what is lost: `page-list`, `start-info`, `page-tables` or `boot-stack`',
        'page-list',
        'start-info',
        'page-tables',
        'boot-stack',
      ),
    ),
  },
  message: ({ address, start, end, fault }) =>
    `HYPERCALL_PAGE is ${address}, outside the image, which takes ${start} to ${end}: Xen overwrites ${LOST[fault]} with its stubs.`,
  explanation: paragraphs(
    [
      'With `HYPERCALL_PAGE` (note type 2), a PV kernel names one of its pages. Xen fills it with the code of hypercalls.',
      'Here the page is outside the image, where the toolstack puts other data: the list of pages, start_info, the page tables or the boot stack.',
    ],
    [
      'The toolstack checks only that the page belongs to the guest, in all releases, and prints nothing.',
      'Xen overwrites the whole page, and the kernel finds code instead of its data.',
      'Page tables that are overwritten can be refused: `pin_table failed`.',
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
