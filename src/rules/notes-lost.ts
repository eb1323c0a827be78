import { identity, oneOf, orNull, text } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';
import {
  describeConflict,
  describeNearMiss,
  fixOfNearMiss,
  nameNotes,
  unreadNotes,
} from './unread-notes.ts';

const OUT_OF_REACH = {
  alignment: 'Xen reads notes in steps of 4 bytes, and an earlier note is padded to 8',
  'another-section':
    'They are in a section outside the note segments, and Xen reads sections only if the segments have no Xen note',
} as const;

export const notesLost = defineRule({
  id: 'notes-lost',
  title: 'Xen does not read all Xen notes',
  level: 'warning',
  stage: 'notes',
  evidence: {
    ...unreadNotes,
    notes: identity(unreadNotes.notes),
    owner: identity(orNull(text('who owns them, where that is not Xen'))),
    why: identity(
      oneOf(
        '`alignment`, `another-section`, `other-owner`, `no-note-section` or `xen-guest`',
        'alignment',
        'another-section',
        'other-owner',
        'no-note-section',
        'xen-guest',
      ),
    ),
  },
  message({ why, unread, conflict }) {
    const conflicts = conflict ? [describeConflict(conflict)] : [];
    switch (why) {
      case 'alignment':
      case 'another-section':
        return `Xen does not read these notes, which readelf -n shows: ${unread.map(nameNotes).join()}. ${OUT_OF_REACH[why]}.`;
      case 'xen-guest':
        return [...conflicts, 'Xen reads only the notes.'].join(' ');
      default:
        return [...unread.map(describeNearMiss), 'Xen ignores them.', ...conflicts].join(' ');
    }
  },
  explanation: paragraphs(
    [
      'Xen finds the next note by rounding the two lengths of a note up to 4, whatever the alignment of the segment or section.',
      'If notes are padded to 8, Xen reads the padding as the start of a note.',
      'The Xen notes after that place are lost, although `readelf -n`, which uses the alignment, lists them.',
      'The usual cause is a `.note.gnu.property` note, which is aligned to 8, between notes that are aligned to 4.',
    ],
    [
      'Xen also ignores notes in a section outside the note segments, because it reads sections only if the segments have no Xen note.',
      'It ignores notes with another owner than `Xen`, and notes in a section that is no note section.',
      'If there are Xen notes, it does not read the section `__xen_guest`.',
    ],
    [
      'All releases do so, and none prints that notes were lost.',
      'The effect depends on the note. Without `PHYS32_ENTRY` there is no PVH. Without `ENTRY`, Xen starts a PV kernel at the entry address of the ELF header. Without `LOADER` or `XEN_VERSION`, Xen refuses it.',
      'Before {firsts checked-elf-accesses} Xen may read beyond the file, too, which is `malformed-notes`.',
    ],
  ),
  fix: 'Put all Xen notes into one `PT_NOTE` segment of their own that is aligned to 4, each with the owner `Xen`, and keep `.note.gnu.property` out of it.',
  fixFor: ({ evidence }) => FIXES[evidence.why] ?? fixOfNearMiss(evidence),
  askXen: 'Nothing: every release reads notes in steps of 4 bytes.',
  references: [
    xenFile('xen/common/libelf/libelf-tools.c'),
    xenCommit('65808a8ed41cc7c044f588bd6cab5af0fdc0e029'),
    'https://github.com/cloud-hypervisor/cloud-hypervisor/issues/3222',
    'https://github.com/cloudius-systems/osv/issues/1113',
  ],
});

const FIXES: Readonly<Record<string, string>> = {
  alignment:
    'Keep `.note.gnu.property` away from the Xen notes: discard it in the linker script, or assemble with `-Wa,-mx86-used-note=no`. Align the Xen notes to 4, in a segment of their own if need be.',
  'another-section':
    'Put the sections of all Xen notes into one `PT_NOTE` segment: in a linker script, name the same segment for each of them. `readelf -lW` shows which sections a segment has.',
};
