import type { ByteSource } from '../../bytes/bytes.ts';
import { latin1 } from '../../bytes/latin1.ts';
import { NHDR_SIZE } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { type ElfBinary, UndefinedBehaviour } from './elf-binary.ts';
import { noteSections, noteSegments, type Stretch } from './find-notes.ts';
import { initialise } from './init.ts';
import type { NoteBudget, NoteRef } from './notes.ts';

/** A note of any owner, where the gABI puts it. */
export interface StandardNote extends NoteRef {
  /** One character a byte, without the NUL. */
  readonly owner: string;
  readonly place: 'segment' | 'section';
}

/** Notes that are looked at, in all; kernels have about twenty. */
const MOST_NOTES = 4096;

/** The longest name of an owner that is read, in bytes with the NUL. */
const MOST_OWNER = 64;

/**
 * The notes of all owners as the gABI lays them out (chapter 5, "Note Section") and `readelf -n` shows
 * them: each once, those of segments first.
 */
export function* standardWalk(elf: ElfBinary, has: Has): Generator<StandardNote> {
  const seen = new Set<number>();
  const budget = { met: 0 };
  const places = [
    ['segment', noteSegments(elf)],
    ['section', noteSections(elf, has)],
  ] as const;
  for (const [place, stretches] of places) {
    for (const stretch of stretches) {
      if (budget.met >= MOST_NOTES) return;
      for (const note of notesOf(elf, stretch, budget)) {
        if (seen.has(note.offset)) continue;
        seen.add(note.offset);
        yield { ...note, place };
      }
    }
  }
}

function* notesOf(
  elf: ElfBinary,
  { start, end, alignment }: Stretch,
  budget: NoteBudget,
): Generator<Omit<StandardNote, 'place'>> {
  const padded = (size: number) => Math.ceil(size / alignment) * alignment;
  const last = Math.min(end, elf.size) - NHDR_SIZE;
  for (let at = start; at <= last && budget.met < MOST_NOTES; budget.met++) {
    const [nameSize, descSize, type] = [elf.uint(at, 4), elf.uint(at + 4, 4), elf.uint(at + 8, 4)];
    // The gABI pads from the start of the note, so an 8-byte note has its descriptor at 16.
    const desc = padded(NHDR_SIZE + nameSize);
    yield { type, offset: at, descOffset: at + desc, descSize, owner: ownerOf(elf, at, nameSize) };
    at += padded(desc + descSize);
  }
}

function ownerOf(elf: ElfBinary, note: number, size: number): string {
  if (size === 0 || size > MOST_OWNER) return '';
  const text = elf.string(note + NHDR_SIZE);
  return text === null ? '' : latin1(text.subarray(0, size));
}

/** The owners of all notes of an image; none where it cannot be followed. */
export function noteOwners(source: ByteSource, has: Has): ReadonlySet<string> {
  try {
    const init = initialise(source, has);
    return new Set('elf' in init ? [...standardWalk(init.elf, has)].map(({ owner }) => owner) : []);
  } catch (error) {
    if (error instanceof UndefinedBehaviour) return new Set();
    throw error;
  }
}
