import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const mappingWraps = defineRule({
  id: 'mapping-wraps',
  title: 'The first mapping of the kernel passes the top address',
  level: 'error',
  stage: 'build',
  evidence: {},
  message: () => 'The initial mapping of the kernel runs over the top of the address space.',
  explanation: paragraphs(
    [
      'A PV kernel starts with a mapping from `VIRT_BASE` over the image and the data that the toolstack places after it. It has at least 512 KiB of free space, up to a multiple of 4 MiB.',
      'Here this range passes the top of the address space: 2^64, or 4 GiB for a 32-bit kernel.',
    ],
    [
      'Since {dated domu-spreads-page-tables} no page table is made for such a range, and the toolstack prints `xc_dom_pfn_to_ptr failed`, or `segment boundary too low` if only the 512 KiB pass the top.',
      'Older toolstacks create the guest with empty page tables, and it crashes at once (stage `start`).',
    ],
  ),
  fix: 'Leave more room between the end of the image and the top of the address space. Make the image smaller, or link it at a lower address. Look for a segment far above the others with `readelf -lW`.',
  askXen: 'Nothing: all releases place a kernel in this way.',
  references: [
    xenCommit('81a76e4b12961a9f54f5021809074196dfe6dbba'),
    xenFile('tools/libs/guest/xg_dom_x86.c'),
  ],
});
