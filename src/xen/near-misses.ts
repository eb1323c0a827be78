import type { Kernel } from '../kernel/kernel.ts';
import { LATEST } from './libelf/latest.ts';
import { listNotes, XEN_GUEST } from './libelf/list-notes.ts';
import { type NearMiss, nearMisses, OWNER_PATTERN } from './libelf/near-misses.ts';
import { type Conflict, xenGuestConflict } from './libelf/xen-guest-conflict.ts';

/** No release reads any of this, so one is as good as another. */
export interface NearMisses {
  readonly all: readonly NearMiss[];
  /** Where the section `__xen_guest` contradicts the notes: those that Xen reads, or else those meant for it. */
  readonly conflict: Conflict | null;
}

const NONE: NearMisses = { all: [], conflict: null };

/** What was found already, without and with the text: every boot path asks. */
const FOUND = [new WeakMap<Kernel, NearMisses>(), new WeakMap<Kernel, NearMisses>()] as const;

/**
 * What looks like Xen's notes and is none; left out are types that Xen finds elsewhere. Call it inside
 * `examine`.
 *
 * @param inDepth look for the text of notes in the whole image, too
 */
export function nearMissesOf(kernel: Kernel, inDepth: boolean): NearMisses {
  const cache = FOUND[inDepth ? 1 : 0];
  const found = cache.get(kernel) ?? find(kernel, inDepth);
  cache.set(kernel, found);
  return found;
}

function find(kernel: Kernel, inDepth: boolean): NearMisses {
  const { elf } = kernel;
  if (!elf) return NONE;
  const own = listNotes(elf, LATEST).filter(({ name }) => name !== XEN_GUEST);
  const isNew = ({ type }: { readonly type: number }) => !own.some((note) => note.type === type);
  const owners = inDepth ? (kernel.marks().get(OWNER_PATTERN) ?? []) : [];
  const all = nearMisses(elf, owners, LATEST)
    .map((near) => ({ ...near, notes: near.notes.filter(isNew) }))
    .filter(({ notes }) => notes.length > 0);
  const meant = own.length > 0 ? own : all.flatMap(({ notes }) => notes);
  return { all, conflict: xenGuestConflict(elf, meant, LATEST) };
}
