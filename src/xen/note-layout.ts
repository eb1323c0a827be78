import type { Kernel } from '../kernel/kernel.ts';
import type { Has } from '../programs/xen/facts/facts.ts';
import type { Described } from '../rules/evidence.ts';
import { messageOf } from '../rules/message.ts';
import { type LostNote, lostNotes } from './libelf/lost-notes.ts';
import type { NearMiss } from './libelf/near-misses.ts';
import {
  describeConflict,
  describeNearMiss,
  describeNearMisses,
  nameNotes,
  namesOf,
} from './near-miss-words.ts';
import { type NearMisses, nearMissesOf } from './near-misses.ts';
import { type Refusal, refusalAt } from './refusal.ts';

/**
 * The findings of a verdict, and what its notes show beside: notes that Xen does not see, and what
 * looks like notes of Xen and is none.
 */
export function checkNoteLayout(
  kernel: Kernel,
  loads: boolean,
  findings: readonly Refusal[],
  has: Has,
): Refusal[] {
  const { elf } = kernel;
  if (!elf) return [...findings];
  const near = nearMissesOf(kernel, !loads);
  const lost = lostByWalk(lostNotes(elf, has));
  if (!findings.some(isWithoutNotes)) return [...findings, ...lost, ...ignored(near, loads)];
  return [
    ...findings.map((one) => (isWithoutNotes(one) ? nameNearMisses(one, near) : one)),
    ...lost,
  ];
}

function isWithoutNotes({ rule, evidence }: Refusal): boolean {
  return rule === 'no-xen-notes' || ('because' in evidence && evidence.because === 'no-xen-notes');
}

/** @param refusal for want of notes, or what that leads to. */
function nameNearMisses(refusal: Refusal, near: NearMisses): Refusal {
  const [first] = near.all;
  if (!first) return refusal;
  const named = <D extends Described>(one: D) => ({
    ...one,
    message: [messageOf(one), ...describeNearMisses(near)].join(' '),
    evidence: evidenceOf(first),
  });
  if (refusal.rule !== 'taken-for-firmware') return named(refusal) as Refusal;
  const refused = named(refusal.evidence.refused);
  return { ...refusal, evidence: { ...refusal.evidence, refused } };
}

function evidenceOf({ notes, ...near }: NearMiss) {
  const owner = near.why === 'other-owner' ? near.owner : null;
  return { notes: namesOf(notes), owner, why: near.why };
}

/** A finding for near misses where Xen has others to go by; a conflict alone may be why a kernel fails. */
function ignored({ all, conflict }: NearMisses, loads: boolean): Refusal[] {
  const [first] = all;
  if (first) {
    const sentences = [...all.map(describeNearMiss), 'Xen ignores them.'];
    const message = [...sentences, ...describeConflict(conflict)].join(' ');
    return [refusalAt('notes', 'notes-lost', message, null, evidenceOf(first))];
  }
  if (loads || !conflict) return [];
  const message = `${describeConflict(conflict).join('')} Xen reads the notes alone.`;
  const evidence = { notes: [conflict.note], owner: null, why: 'xen-guest' } as const;
  return [refusalAt('notes', 'notes-lost', message, null, evidence)];
}

const WHY: Readonly<Record<LostNote['why'], string>> = {
  alignment: 'Xen steps through notes by 4 bytes, and a note before is padded to 8',
  'another-section':
    'they lie in a section outside the note segments, and Xen looks at sections only when the segments have no Xen note',
};

/** A finding for the Xen notes that are in the file and that the walk of Xen does not reach. */
function lostByWalk(notes: readonly LostNote[]): Refusal[] {
  const [first] = notes;
  if (!first) return [];
  const message = `Xen does not see these notes, which readelf -n shows: ${nameNotes(notes)}; ${WHY[first.why]}.`;
  const evidence = { notes: namesOf(notes), owner: null, why: first.why };
  return [refusalAt('notes', 'notes-lost', message, null, evidence)];
}
