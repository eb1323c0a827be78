import type { ByteSource } from '../kernel/bytes.ts';
import type { Has } from './facts/facts.ts';
import { type LostNote, lostNotes } from './libelf/lost-notes.ts';
import { type Refusal, refusalAt } from './refusal.ts';

const WHY: Readonly<Record<LostNote['why'], string>> = {
  alignment: 'Xen steps through notes by 4 bytes, and a note before is padded to 8',
  'another-section':
    'they lie in a section outside the note segments, and Xen looks at sections only when the segments have no Xen note',
};

/** Names that are listed one by one. */
const MOST_NAMES = 8;

/** A finding for the notes that are in the file and that Xen does not see; none where it sees all. */
export function checkNoteLayout(elf: ByteSource, has: Has): Refusal[] {
  const lost = lostNotes(elf, has);
  const [first] = lost;
  if (!first) return [];
  const shown = lost.slice(0, MOST_NAMES);
  const names = shown
    .map(({ name, offset }) => `${name} at offset 0x${offset.toString(16)}`)
    .join(', ');
  const more = lost.length > MOST_NAMES ? `, and ${lost.length - MOST_NAMES} more` : '';
  const message = `Xen does not see these notes, which readelf -n shows: ${names}${more}; ${WHY[first.why]}.`;
  const notes = [...new Set(shown.map(({ name }) => name))];
  return [refusalAt('notes', 'notes-lost', message, null, { notes, why: first.why })];
}
