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
  alignment: 'Xen steps through notes by 4 bytes, and a note before is padded to 8',
  'another-section':
    'they are in a section outside the note segments, and Xen looks at sections only when the segments have no Xen note',
} as const;

export const notesLost = defineRule({
  id: 'notes-lost',
  title: 'Xen does not see all of the Xen notes',
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
        return `Xen does not see these notes, which readelf -n shows: ${unread.map(nameNotes).join()}; ${OUT_OF_REACH[why]}.`;
      case 'xen-guest':
        return [...conflicts, 'Xen reads the notes alone.'].join(' ');
      default:
        return [...unread.map(describeNearMiss), 'Xen ignores them.', ...conflicts].join(' ');
    }
  },
  explanation: paragraphs(
    [
      'Xen goes from note to note by rounding the two lengths in each up to 4, whatever alignment the segment or section declares.',
      'Where notes are padded to 8 the two ways of counting part, and Xen reads the padding as the start of a note.',
      'The Xen notes behind that place are lost, though `readelf -n`, which follows the alignment, lists them.',
      'The usual cause is a `.note.gnu.property` note, which is aligned to 8, between notes that are aligned to 4.',
    ],
    [
      'Notes are lost in other ways, too: in a section outside the note segments, because Xen looks at sections only where the segments have no Xen note; with another owner than `Xen`; in a section that is no note section.',
      'And where there are Xen notes, the section `__xen_guest` is not read, whatever it says.',
    ],
    [
      'All releases walk this way, and none says that notes were lost.',
      'What follows depends on which: without `PHYS32_ENTRY` there is no PVH, without `ENTRY` a PV kernel is started at the entry address of the ELF header, without `LOADER` or `XEN_VERSION` it is refused.',
      'Before {firsts checked-elf-accesses} the walk may leave the file as well, which is `malformed-notes`.',
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
