/** As much of the evidence as the fix depends on. */
interface NearMissEvidence {
  readonly why: string | null;
  readonly owner: string | null;
}

/** What makes notes that look like Xen's into notes of Xen; `null` where there are none. */
export function fixOfNearMiss({ why, owner }: NearMissEvidence) {
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
