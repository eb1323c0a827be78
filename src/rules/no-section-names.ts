import { withDates } from '../programs/xen/dates.ts';
import { paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

export const noSectionNames = defineRule({
  id: 'no-section-names',
  title: 'No table of section names, which this toolstack needs',
  level: 'error',
  stage: 'loader',
  evidence: {},
  message: () => 'The ELF file has no table of section names (e_shstrndx names no section).',
  explanation: paragraphs(
    [
      'Section headers are of no use to a loader, and some tools remove them to save space.',
      'Up to {upTo domu-needs-no-section-names} the toolstack insists on one all the same: the table with the names of the sections, to which `e_shstrndx` in the ELF header points.',
      'It was needed to find `__xen_guest`, the old form of the notes, and was checked even for kernels that have notes.',
    ],
    [
      'The check was dropped in {dated domu-needs-no-section-names}, and no older series got that change.',
      'The hypervisor never had it, so the same kernel boots as dom0.',
    ],
    ['The toolstack prints `xc_dom_parse_elf_kernel: ELF image has no shstrtab`.'],
  ),
  fix: 'Strip symbols, not section headers: leave out `--strip-sections` (LLVM), `--strip-section-headers` (GNU) and `sstrip`. A linker script of your own must not discard `.shstrtab`.',
  askXen: withDates(
    '{orLater domu-needs-no-section-names}, or a backport of {commit domu-needs-no-section-names}, which removes nine lines.',
  ),
  references: [
    xenCommit('582a298b215088acb042793da91f0baa8ce34425'),
    'https://llvm.org/docs/CommandGuide/llvm-objcopy.html',
  ],
});
