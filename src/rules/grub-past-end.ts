import { identity, number, oneOf } from './evidence.ts';
import { grubFile, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

const PARTS = {
  'program-headers': 'The program headers',
  'section-headers': 'The section headers',
  'section-name': 'The name of a section',
  notes: 'A segment or section of notes',
  'guest-string': 'The section __xen_guest',
  segment: 'A segment to load',
} as const;

export const grubPastEnd = defineRule({
  id: 'grub-past-end',
  title: 'A part of the ELF file is outside of what GRUB reads',
  level: 'error',
  stage: 'elf',
  evidence: {
    part: identity(
      oneOf('the part, such as `segment`', ...(Object.keys(PARTS) as (keyof typeof PARTS)[])),
    ),
    offset: number('where it starts in the ELF file, in bytes'),
    size: number('its size, in bytes; 0 where that is not known'),
    fileSize: number('bytes of the ELF file, as GRUB takes it to be'),
  },
  message: ({ part, offset, size, fileSize }) =>
    `${PARTS[part]} at offset ${offset}${size > 0 ? ` (${size} bytes)` : ''} is not in the ${fileSize} bytes that GRUB takes for the ELF file.`,
  explanation: paragraphs(
    [
      'GRUB reads the headers, the notes and the segments of the ELF file, and one of them is not there.',
      'Either the file is cut short, or it is compressed and GRUB takes it for shorter than it is.',
    ],
    [
      'GRUB takes the last four bytes of a gzip stream for the size of its contents, and the index of the last stream for that of xz.',
      'Bytes behind the stream, or a second stream, change that size.',
    ],
    [
      'GRUB prints `premature end of file` with the name of the file, which is `(null)` for a payload, `attempt to seek outside of the file`, or `premature end of compressed`.',
    ],
  ),
  fix: 'Compare the program and section headers (`readelf -lSW`) with the size of the file. Compress the kernel as one stream with nothing behind it.',
  askXen: 'Nothing: every GRUB refuses it.',
  references: [
    grubFile('grub-core/kern/elfXX.c'),
    grubFile('grub-core/kern/file.c'),
    grubFile('grub-core/io/gzio.c'),
  ],
});
