import { withDates } from '../programs/xen/dates.ts';
import { address, flag } from './evidence.ts';
import { paragraphs, TOOLSTACK_AFTER_NOTES, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const p2mInsideImage = defineRule({
  id: 'p2m-inside-image',
  title: 'INIT_P2M points into the image',
  level: 'error',
  stage: 'notes',
  evidence: {
    address: address('the value of INIT_P2M'),
    start: address('the first address of the image, with its symbol table'),
    end: address('the first address after it'),
    inSymbols: flag(
      'whether the table is in the symbol table that BSD_SYMTAB puts after the image',
    ),
  },
  message: ({ address, start, end, inSymbols }) =>
    inSymbols
      ? `INIT_P2M is ${address}, inside the symbol table that BSD_SYMTAB puts after the image: both together take ${start} to ${end}.`
      : `INIT_P2M is ${address}, inside the image, which takes ${start} to ${end}.`,
  explanation: paragraphs(
    [
      'With `INIT_P2M`, a PV kernel may set the virtual address of the map from its own page numbers to those of the machine.',
      'Here that address is inside the image, where the map would overwrite the kernel.',
    ],
    [
      'All releases refuse such a PV kernel.',
      'PVH kernels have no such map, but up to {upTo parses-for-pvh} the check applied to them.',
      'Since {dated parses-for-pvh} the image has physical addresses for PVH, and a usual value of `INIT_P2M` is far above it.',
    ],
    ['Xen prints `ERROR: P->M table base is out of bounds`.', TOOLSTACK_AFTER_NOTES],
  ),
  fix: 'Give `INIT_P2M` (note type 15) an address that nothing else uses, as Linux does with `0x8000000000`, or leave the note out: Xen then puts the map after the image.',
  askXen: withDates('For PVH: {orLater parses-for-pvh}. Nothing for PV.'),
  references: [
    xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
    xenFile('xen/include/public/elfnote.h'),
    xenFile('xen/common/libelf/libelf-dominfo.c'),
    xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
  ],
});
