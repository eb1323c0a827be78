import type { ByteSource } from '../../kernel/bytes.ts';
import { NHDR_SIZE } from '../../kernel/elf-layout.ts';
import { latin1 } from '../../kernel/latin1.ts';
import { oncePerBehaviour } from '../distinct.ts';
import type { Has } from '../facts/facts.ts';
import { type ElfBinary, UndefinedBehaviour } from './elf-binary.ts';
import { noteSections, noteSegments, type Stretch } from './find-notes.ts';
import { initialise } from './init.ts';
import { NOTE_TYPES } from './note-types.ts';
import { type NoteBudget, walkNotes } from './notes.ts';

/** A note that is in the file as the gABI has it, and that Xen does not reach. */
export interface LostNote {
  readonly name: string;
  /** Where it starts in the ELF file, in bytes. */
  readonly offset: number;
  readonly why: 'another-section' | 'alignment';
}

/** Notes of all owners that are looked at, in all; kernels have about twenty. */
const MOST_NOTES = 4096;

/**
 * The Xen notes that `readelf -n` shows and libelf does not find: behind a note that is padded to 8
 * bytes where libelf steps by 4, or in a section outside the segments that libelf was content with.
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
    return [...standardWalk(elf, has)].filter(({ offset }) => !found.has(offset));
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

/** The Xen notes as the gABI lays them out, each once, those of segments first. */
function* standardWalk(elf: ElfBinary, has: Has): Generator<LostNote> {
  const seen = new Set<number>();
  const budget = { met: 0 };
  const kinds = [
    ['alignment', noteSegments(elf)],
    ['another-section', noteSections(elf, has)],
  ] as const;
  for (const [why, stretches] of kinds) {
    for (const stretch of stretches) {
      if (budget.met >= MOST_NOTES) return;
      for (const note of standardNotes(elf, stretch, budget)) {
        if (seen.has(note.offset)) continue;
        seen.add(note.offset);
        yield { ...note, why };
      }
    }
  }
}

function* standardNotes(
  elf: ElfBinary,
  { start, end, alignment }: Stretch,
  budget: NoteBudget,
): Generator<{ name: string; offset: number }> {
  const padded = (size: number) => Math.ceil(size / alignment) * alignment;
  const last = Math.min(end, elf.size) - NHDR_SIZE;
  for (let at = start; at <= last && budget.met < MOST_NOTES; budget.met++) {
    const [nameSize, descSize, type] = [elf.uint(at, 4), elf.uint(at + 4, 4), elf.uint(at + 8, 4)];
    const name = nameSize === 4 ? elf.string(at + NHDR_SIZE) : null;
    if (name !== null && latin1(name) === 'Xen') {
      yield { name: NOTE_TYPES[type]?.name ?? `type ${type}`, offset: at };
    }
    // The gABI pads from the start of the note, so an 8-byte note has its descriptor at 16.
    at += padded(padded(NHDR_SIZE + nameSize) + descSize);
  }
}
