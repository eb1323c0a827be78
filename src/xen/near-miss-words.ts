import type { ListedNote } from './libelf/list-notes.ts';
import type { NearMiss } from './libelf/near-misses.ts';
import type { Conflict } from './libelf/xen-guest-conflict.ts';
import type { NearMisses } from './near-misses.ts';

/** What looks like Xen's notes and is none, a sentence each. */
export function describeNearMisses({ all, conflict }: NearMisses): string[] {
  return [...all.map(describeNearMiss), ...describeConflict(conflict)];
}

export function describeConflict(conflict: Conflict | null): string[] {
  if (!conflict) return [];
  const { note, inNotes, inSection } = conflict;
  return [
    `The section __xen_guest contradicts the notes: its ${note} is ${inSection}, and theirs is ${inNotes}.`,
  ];
}

export function describeNearMiss(near: NearMiss): string {
  const { notes } = near;
  if (near.why === 'other-owner') {
    const [count, verb] =
      notes.length === 1 ? ['One note', 'looks'] : [`${notes.length} notes`, 'look'];
    return `${count} of the owner "${near.owner}" ${verb} like Xen's, which have the owner "Xen": ${nameNotes(notes)}.`;
  }
  const where = near.section === null ? 'no section' : `the section ${near.section}`;
  return `The text of Xen's notes is in ${where}, which is neither a PT_NOTE segment nor an SHT_NOTE section: ${nameNotes(notes)}.`;
}

/** Names that are listed one by one. */
const MOST_NAMES = 8;

export function nameNotes(notes: readonly Pick<ListedNote, 'name' | 'offset'>[]): string {
  const names = notes
    .slice(0, MOST_NAMES)
    .map(({ name, offset }) => `${name} at offset 0x${offset.toString(16)}`)
    .join(', ');
  const more = notes.length > MOST_NAMES ? `, and ${notes.length - MOST_NAMES} more` : '';
  return names + more;
}

/** The same as data: each name once, as many as are listed. */
export function namesOf(notes: readonly Pick<ListedNote, 'name'>[]): string[] {
  return [...new Set(notes.slice(0, MOST_NAMES).map(({ name }) => name))];
}
