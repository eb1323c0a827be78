import { withDates } from '../programs/xen/dates.ts';
import { identity, number, oneOf, orNull } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

const FAULTS = {
  'checks-nothing': () => 'checks nothing and reads outside the image',
  backwards: () => 'walks backwards, since it takes their sizes for negative',
  notes: (limit) => `meets more than ${limit} notes`,
  features: (limit) => `meets more than ${limit} FEATURES notes`,
  entries: (limit) => `meets more than ${limit} entries in __xen_guest`,
  string: (limit) => `reads a string of more than ${limit} bytes`,
} as const satisfies Readonly<Record<string, (limit: number | null) => string>>;

export const malformedNotes = defineRule({
  id: 'malformed-notes',
  title: 'This Xen reads beyond the file when it reads the notes',
  level: 'error',
  stage: 'notes',
  evidence: {
    fault: identity(
      oneOf(
        'what the parser does: it `checks-nothing`, walks `backwards`, or meets too much of something',
        'checks-nothing',
        'backwards',
        'notes',
        'features',
        'entries',
        'string',
      ),
    ),
    limit: orNull(number('how much of it this program follows, which no kernel has')),
  },
  message: ({ fault, limit }) =>
    `The notes cannot be followed: this release's parser ${FAULTS[fault](limit)}.`,
  explanation: paragraphs(
    [
      'A length in the notes leads outside the file, or a string has no end in it.',
      'Before {firsts checked-elf-accesses} libelf checked none of that (XSA-55), and reads on in other memory.',
      'Then the toolstack or the hypervisor crashes, loops, or uses random data.',
      'Older series do not have the fix.',
    ],
    [
      'Later releases skip the notes that they cannot read, and use the others.',
      'The hypervisor prints `broken ELF: out of range access` for a PV dom0, and the toolstack writes it to its debug log.',
      'They refuse the kernel only by another rule, if the remaining notes are not enough.',
    ],
    [
      'The usual cause is alignment.',
      'Xen rounds the two lengths of a note up to 4, whatever the alignment of the segment.',
      'A `.note.gnu.property` note is aligned to 8. Among other notes, it leaves four bytes of padding, which Xen takes for the start of the next note. All notes after it are misread.',
    ],
  ),
  fix: 'Keep `.note.gnu.property` away from the other notes: discard it in the linker script, or assemble with `-Wa,-mx86-used-note=no`. Align the Xen notes to 4 and end their strings with NUL.',
  askXen: withDates('{orLater checked-elf-accesses}: the fix is a security fix.'),
  references: [
    xenCommit('65808a8ed41cc7c044f588bd6cab5af0fdc0e029'),
    xenCommit('04877847ade4ac9216e9f408fd544ade8f90cf9a'),
    xenCommit('39bf7b9d0ae534491745e54df5232127c0bddaf1'),
    'https://xenbits.xen.org/xsa/advisory-55.html',
    'https://github.com/cloud-hypervisor/cloud-hypervisor/issues/3222',
    xenFile('xen/common/libelf/libelf-tools.c'),
  ],
});
