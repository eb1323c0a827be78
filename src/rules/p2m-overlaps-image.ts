import { address } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const p2mOverlapsImage = defineRule({
  id: 'p2m-overlaps-image',
  title: 'The map at INIT_P2M overlaps the kernel',
  level: 'error',
  stage: 'loader',
  evidence: {
    address: address('the value of INIT_P2M, where the table starts'),
    tableEnd: address('the first address after the table'),
    start: address('the first address of the initial mapping'),
    end: address('the first address after it'),
  },
  message: ({ address, tableEnd, start, end }) =>
    `INIT_P2M puts the P2M table at ${address} to ${tableEnd}, into the initial mapping, which takes ${start} to ${end}.`,
  explanation: paragraphs(
    [
      'With `INIT_P2M` (note type 15), a 64-bit PV kernel sets the virtual address of the map from its own page numbers to those of the machine.',
      'The map has 8 bytes for every page of dom0, or 2 MiB for each GiB of its memory.',
      'It must not overlap the initial mapping, from `VIRT_BASE` to the end of the first page tables.',
    ],
    [
      'So if the address is close below the kernel, the kernel may boot with little memory and fail with more.',
      'All releases check it for dom0 (c6d8d541e907); an address inside the kernel itself is found earlier, as `p2m-inside-image`.',
      'For a 32-bit kernel Xen ignores the note.',
    ],
    ['Xen panics with `DOM0 P->M table overlaps initial mapping`.'],
  ),
  fix: 'Give `INIT_P2M` an address far from everything else, as Linux does with `0x8000000000`, or leave the note out: Xen then puts the map after the kernel.',
  askXen: 'A lower `dom0_mem` makes the map smaller. The check itself is the same in all releases.',
  references: [
    xenCommit('c6d8d541e9073453eb94d5450a4bac9826559b74'),
    xenFile('xen/arch/x86/pv/dom0_build.c'),
    xenFile('xen/include/public/elfnote.h'),
  ],
});
