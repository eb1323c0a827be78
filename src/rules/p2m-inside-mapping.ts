import { withDates } from '../programs/xen/dates.ts';
import { address } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const p2mInsideMapping = defineRule({
  id: 'p2m-inside-mapping',
  title: 'The list at INIT_P2M is inside the kernel mapping',
  level: 'error',
  stage: 'build',
  evidence: {
    address: address('the value of INIT_P2M'),
  },
  message: ({ address }) =>
    `INIT_P2M is ${address}: its low 48 bits, which page tables use, are inside the mapping of the kernel.`,
  explanation: paragraphs(
    [
      'With `INIT_P2M` (note type 15), a 64-bit PV kernel sets the address at which the list of its pages is mapped.',
      'Page tables use 48 bits of an address. These bits are in the initial mapping of the kernel, so the list needs no page tables of its own.',
    ],
    [
      'The toolstack cannot handle that since it supports the note, {dated domu-init-p2m}: it prints `get_pg_table: xc_dom_pfn_to_ptr failed` (`get_pg_table_x86` before {since domu-renamed-get-pg-table}), or `count_pgtables: overlapping mappings`.',
      'Older toolstacks ignore the note.',
    ],
  ),
  fix: 'Give `INIT_P2M` a canonical address far from everything else, as Linux does with `0x8000000000`, or leave the note out: the list then follows the kernel.',
  askXen: withDates('Nothing: all releases since {since domu-init-p2m} fail.'),
  references: [
    xenCommit('abdf3c5b2b971dc12e665e8e0cda184b416efffe'),
    xenFile('tools/libs/guest/xg_dom_x86.c'),
    xenFile('xen/include/public/elfnote.h'),
  ],
});
