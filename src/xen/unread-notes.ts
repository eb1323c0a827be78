import { MOST_NAMED, type UnreadNotes } from '../rules/unread-notes.ts';
import type { LostNote } from './libelf/lost-notes.ts';
import type { NearMiss } from './libelf/near-misses.ts';

/** Notes that look like Xen's and are none, as evidence. */
export function unreadOf(near: NearMiss): UnreadNotes {
  return {
    ...counted(near.notes),
    why: near.why,
    owner: near.why === 'other-owner' ? near.owner : null,
    section: near.why === 'no-note-section' ? near.section : null,
  };
}

/** Notes that the walk of Xen does not reach. */
export function lostOf(notes: readonly LostNote[], why: LostNote['why']): UnreadNotes {
  return { ...counted(notes), why, owner: null, section: null };
}

function counted(notes: readonly Pick<LostNote, 'name' | 'offset'>[]) {
  const first = notes.slice(0, MOST_NAMED).map(({ name, offset }) => ({ name, offset }));
  return { count: notes.length, first };
}

/** The names of notes, each once. */
export function namesOf({ first }: UnreadNotes): string[] {
  return [...new Set(first.map(({ name }) => name))];
}
