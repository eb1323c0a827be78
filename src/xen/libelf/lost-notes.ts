import type { ByteSource } from '../../bytes/bytes.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { oncePerBehaviour } from '../distinct.ts';
import { type ElfBinary, UndefinedBehaviour } from './elf-binary.ts';
import { noteSections, noteSegments } from './find-notes.ts';
import { initialise } from './init.ts';
import { noteName } from './note-types.ts';
import { walkNotes } from './notes.ts';
import { standardWalk } from './standard-walk.ts';

/** A note that is in the file as the gABI has it, and that Xen does not reach. */
export interface LostNote {
  readonly name: string;
  /** Where it starts in the ELF file, in bytes. */
  readonly offset: number;
  readonly why: 'another-section' | 'alignment';
}

/**
 * The Xen notes that `readelf -n` shows and libelf does not find. They are after a note that is
 * padded to 8 bytes, because libelf reads in steps of 4. Or they are in a section outside the
 * segments, because libelf found notes in these.
 */
export function lostNotes(source: ByteSource, has: Has): readonly LostNote[] {
  const find = FOUND.get(source) ?? oncePerBehaviour((has) => compareWalks(source, has));
  FOUND.set(source, find);
  return find(has);
}

/** What was compared already: every boot path asks of the same image. */
const FOUND = new WeakMap<ByteSource, (has: Has) => readonly LostNote[]>();

function compareWalks(source: ByteSource, has: Has): readonly LostNote[] {
  try {
    const init = initialise(source, has);
    if (!('elf' in init)) return [];
    const { elf } = init;
    const found = xenWalk(elf, has);
    return [...standardWalk(elf, has)]
      .filter(({ owner, offset }) => owner === 'Xen' && !found.has(offset))
      .map(({ type, offset, place }) => ({
        name: noteName(type),
        offset,
        why: place === 'segment' ? 'alignment' : 'another-section',
      }));
  } catch (error) {
    if (error instanceof UndefinedBehaviour) return [];
    throw error;
  }
}

/** Offsets of the notes that libelf takes for Xen's. */
function xenWalk(elf: ElfBinary, has: Has): Set<number> {
  const found = new Set<number>();
  const budget = { met: 0 };
  for (const stretches of [noteSegments(elf), noteSections(elf, has)]) {
    for (const stretch of stretches) {
      for (const { offset } of walkNotes(elf, stretch, budget)) found.add(offset);
    }
    if (found.size > 0) break;
  }
  return found;
}
