import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const mappingWraps = defineRule({
  id: 'mapping-wraps',
  title: 'The first mapping of the kernel passes the top address',
  level: 'error',
  stage: 'build',
  evidence: {},
  message: () =>
    'The mapping that the toolstack makes for the start of the kernel runs over the top of the address space.',
  explanation: paragraphs(
    [
      'A PV kernel starts with a mapping from `VIRT_BASE` over the image and what the toolstack places behind it, up to a multiple of 4 MiB with 512 KiB to spare.',
      'Here this range passes the top of the address space: 2^64, or 4 GiB for a 32-bit kernel.',
    ],
    [
      'Since {dated domu-spreads-page-tables} no page table is made for such a range, and the toolstack prints `xc_dom_pfn_to_ptr failed`, or `segment boundary too low` where only the 512 KiB pass the top.',
      'Older toolstacks create the guest with empty page tables, and it dies at once (stage `start`).',
    ],
  ),
  fix: 'Leave more room between the end of the image and the top of the address space: make the image smaller, look for a segment far behind the others with `readelf -lW`, or link it at a lower address.',
  askXen: 'Nothing: all releases place a kernel in this way.',
  references: [
    xenCommit('81a76e4b12961a9f54f5021809074196dfe6dbba'),
    xenFile('tools/libs/guest/xg_dom_x86.c'),
  ],
});
