import { address, number } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const toolstackAborts = defineRule({
  id: 'toolstack-aborts',
  title: 'An assertion stops the toolstack',
  level: 'error',
  stage: 'build',
  evidence: {
    address: address('the value of INIT_P2M'),
    virtBase: address('the value of VIRT_BASE'),
    guestPages: number('pages that the guest has'),
  },
  message: ({ address, virtBase, guestPages }) =>
    `INIT_P2M is ${address}, and the list of the guest's ${guestPages} pages runs from there into the mapping of the kernel, which starts at VIRT_BASE, ${virtBase}.`,
  explanation: paragraphs(
    [
      'With `INIT_P2M` (note type 15), a 64-bit PV kernel sets the address at which the list of its pages is mapped. The list takes 8 bytes a page, 2 MiB for each GiB of memory.',
      'Here it runs from there into the mapping of the kernel.',
      'The toolstack compares the two ranges before it cuts addresses to 48 bits, and so does not find the overlap.',
    ],
    [
      'Since {dated domu-init-p2m} an assertion in `count_pgtables` then ends `xl`.',
      'Older toolstacks ignore the note.',
      'The same kernel boots in a guest with less memory, whose list is shorter.',
    ],
  ),
  fix: 'Give `INIT_P2M` an address far from everything else, as Linux does with `0x8000000000`, or leave the note out: the list then follows the kernel.',
  askXen: 'Less memory for the guest makes the list shorter. The toolstack has no other remedy.',
  references: [
    xenCommit('abdf3c5b2b971dc12e665e8e0cda184b416efffe'),
    xenFile('tools/libs/guest/xg_dom_x86.c'),
    xenFile('xen/include/public/elfnote.h'),
  ],
});
