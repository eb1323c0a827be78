import { identity, oneOf } from './evidence.ts';
import { grubFact, grubFile, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

const FAULTS = {
  'no-elf-inside':
    'The payload looks compressed, and what GRUB decompresses of it is no ELF file. GRUB then closes a file that is not there.',
  'program-headers':
    'e_phentsize is smaller than a program header, and GRUB reads headers behind the table.',
  'note-past-end': 'A Xen note ends behind its segment, and GRUB reads what is in memory there.',
  'section-names':
    'The section with the names of sections does not exist, and GRUB reads what is in memory there.',
  'wrapped-size':
    'The kernel asks for more memory than GRUB has, and this release counts below zero.',
  'segment-past-memory':
    'A segment has more bytes in the file than in memory, and GRUB writes them past the kernel.',
  'setup-header':
    'The setup header is shorter than this GRUB expects, and GRUB copies past its memory.',
  'init-size':
    'The file is larger than init_size says, and GRUB reads it past the memory that it reserved.',
} as const;

export const grubCrashes = defineRule({
  id: 'grub-crashes',
  title: 'GRUB reads or writes outside of its memory',
  level: 'error',
  stage: 'payload',
  evidence: {
    fault: identity(
      oneOf(
        'what GRUB does not check, such as `no-elf-inside`',
        ...(Object.keys(FAULTS) as (keyof typeof FAULTS)[]),
      ),
    ),
  },
  message: ({ fault }) => FAULTS[fault],
  explanation: paragraphs(
    [
      'GRUB trusts some numbers of a kernel without a check, and one of them is wrong here.',
      'What follows depends on what its memory holds: mostly the guest dies without a message.',
    ],
    [
      'A payload in gzip or xz that is damaged at its start is the usual case. The filter takes it, no ELF file comes out, and every release fails in the same way.',
      'A setup header that ends early is read since {grub short-setup-header} ({grubCommit short-setup-header}), and a size below zero refused since {grub relocator-survives-wrapped-size}.',
    ],
  ),
  fix: 'Build or copy the image again and compare its checksum with that of the build. If it is wrong there already, look for the step that changes its headers or its payload.',
  askXen:
    'Nothing: a kernel that makes GRUB crash is not loaded by a later one either, with few exceptions.',
  references: [
    grubFact('relocator-survives-wrapped-size'),
    grubFact('short-setup-header'),
    grubFile('grub-core/loader/i386/xen_file.c'),
    grubFile('grub-core/io/offset.c'),
  ],
});
