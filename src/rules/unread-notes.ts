import { listOf, number, oneOf, orNull, record, text, type Values } from './evidence.ts';

/** So many notes of a group are named one by one. */
export const MOST_NAMED = 8;

/** What the rules about notes that Xen does not read have in common. */
export const unreadNotes = {
  notes: listOf('the names of such notes, each once, up to eight', text('a name')),
  unread: listOf(
    'what looks like notes of Xen and is not read',
    record('notes that are not read for one reason', {
      why: oneOf('the reason', 'alignment', 'another-section', 'other-owner', 'no-note-section'),
      owner: orNull(text('who owns them, where that is not Xen')),
      section: orNull(text('the section that the first of them is in; `null` for none')),
      count: number('how many there are'),
      first: listOf(
        'the first eight',
        record('a note', {
          name: text('its name'),
          offset: number('where it starts in the ELF file, in bytes'),
        }),
      ),
    }),
  ),
  conflict: orNull(
    record('an address that the section `__xen_guest` gives otherwise than the notes', {
      note: text('the name of the note'),
      inNotes: text('its value'),
      inSection: text('the value in the section'),
    }),
  ),
} as const;

type Unread = Values<typeof unreadNotes>;

/** Notes that their author meant for Xen, and that are not read for one reason. */
export type UnreadNotes = Unread['unread'][number];

export type NotesConflict = NonNullable<Unread['conflict']>;

/** A sentence for each group of what looks like Xen's notes and is none, and one for a conflict. */
export function describeNearMisses({ unread, conflict }: Omit<Unread, 'notes'>): string[] {
  return [...unread.map(describeNearMiss), ...(conflict ? [describeConflict(conflict)] : [])];
}

export function describeConflict({ note, inNotes, inSection }: NotesConflict): string {
  return `The section __xen_guest contradicts the notes: its ${note} is ${inSection}, and theirs is ${inNotes}.`;
}

export function describeNearMiss(group: UnreadNotes): string {
  const { why, owner, section, count } = group;
  if (why === 'other-owner') {
    const [notes, verb] = count === 1 ? ['One note', 'looks'] : [`${count} notes`, 'look'];
    return `${notes} of the owner "${owner}" ${verb} like Xen's, which have the owner "Xen": ${nameNotes(group)}.`;
  }
  const where = section === null ? 'no section' : `the section ${section}`;
  return `The text of Xen's notes is in ${where}, which is neither a PT_NOTE segment nor an SHT_NOTE section: ${nameNotes(group)}.`;
}

/** `ENTRY at offset 0x198, VIRT_BASE at offset 0x1b0, and 3 more` */
export function nameNotes({ first, count }: UnreadNotes): string {
  const names = first.map(({ name, offset }) => `${name} at offset 0x${offset.toString(16)}`);
  const more = count > first.length ? `, and ${count - first.length} more` : '';
  return names.join(', ') + more;
}

/** What makes notes that look like Xen's into notes of Xen; `null` where there are none. */
export function fixOfNearMiss({ why, owner }: NearMiss): string | null {
  switch (why) {
    case 'other-owner':
      return `Give the notes the owner \`Xen\`: their name is the four bytes \`"Xen\\0"\`${owner === 'name' ? ', and not the word `name`, which an assembler macro left behind' : ''}. Upper and lower case count.`;
    case 'no-note-section':
      return 'Declare the section that holds the notes as one of notes, `.section .note.Xen, "a", @note` in GNU assembler, and put it into a `PT_NOTE` segment.';
    case 'xen-guest':
      return 'Give both forms the same values, or leave the section `__xen_guest` out: every release reads notes.';
    default:
      return null;
  }
}

interface NearMiss {
  readonly why: string | null;
  readonly owner: string | null;
}
