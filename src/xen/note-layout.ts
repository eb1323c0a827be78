import type { Kernel } from '../kernel/kernel.ts';
import type { Has } from '../programs/xen/facts/facts.ts';
import type { EvidenceOf } from '../rules/index.ts';
import { type LostNote, lostNotes } from './libelf/lost-notes.ts';
import { type NearMisses, nearMissesOf } from './near-misses.ts';
import { type Refusal, refusalAt } from './refusal.ts';
import { lostOf, namesOf, unreadOf } from './unread-notes.ts';

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
  return [...findings.map((one) => nameNearMisses(one, near)), ...lost];
}

function isWithoutNotes({ rule, evidence }: Refusal): boolean {
  return rule === 'no-xen-notes' || ('because' in evidence && evidence.because === 'no-xen-notes');
}

/** A refusal for want of notes, or what that leads to, names what looks like notes of Xen. */
function nameNearMisses(refusal: Refusal, near: NearMisses): Refusal {
  if (near.all.length === 0) return refusal;
  const found = evidenceOf(near);
  if (refusal.rule === 'no-xen-notes') {
    return { ...refusal, evidence: { ...refusal.evidence, ...found } };
  }
  if (refusal.rule !== 'taken-for-firmware' || !isWithoutNotes(refusal)) return refusal;
  const { refused } = refusal.evidence;
  const named = { ...refused, evidence: { ...refused.evidence, ...found } };
  return { ...refusal, evidence: { ...refusal.evidence, refused: named } };
}

function evidenceOf({ all, conflict }: NearMisses): Omit<EvidenceOf<'no-xen-notes'>, 'missing'> {
  const unread = all.map(unreadOf);
  const [first] = unread;
  return {
    notes: first ? namesOf(first) : [],
    owner: first?.owner ?? null,
    why: all[0]?.why ?? null,
    unread,
    conflict,
  };
}

/** A finding for near misses where Xen has others to go by; a conflict alone may be why a kernel fails. */
function ignored(near: NearMisses, loads: boolean): Refusal[] {
  const { why, ...found } = evidenceOf(near);
  if (why) return [refusalAt('notes', 'notes-lost', { ...found, why }, null)];
  const { conflict } = near;
  if (loads || !conflict) return [];
  const evidence = { ...found, notes: [conflict.note], why: 'xen-guest' } as const;
  return [refusalAt('notes', 'notes-lost', evidence, null)];
}

/** A finding for the Xen notes that are in the file and that the walk of Xen does not reach. */
function lostByWalk(notes: readonly LostNote[]): Refusal[] {
  const [first] = notes;
  if (!first) return [];
  const { why } = first;
  const lost = lostOf(notes, why);
  const evidence = { notes: namesOf(lost), owner: null, why, unread: [lost], conflict: null };
  return [refusalAt('notes', 'notes-lost', evidence, null)];
}
