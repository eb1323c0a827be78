import { latin1 } from '../../bytes/latin1.ts';
import { NHDR_SIZE } from '../../kernel/elf-layout.ts';
import { type ElfBinary, UndefinedBehaviour } from './elf-binary.ts';
import type { Stretch } from './find-notes.ts';

/** A note whose owner is `Xen`, where the walk met it. Offsets are into the ELF file, in bytes. */
export interface NoteRef {
  readonly type: number;
  readonly offset: number;
  /** Where libelf takes the descriptor to be. */
  readonly descOffset: number;
  readonly descSize: number;
}

/** `ELF_MAX_TOTAL_NOTE_COUNT`: over all segments and sections together. */
const MAX_NOTES = 65536;

/** Counts the notes of all owners that one parse has met. */
export interface NoteBudget {
  met: number;
}

/**
 * `elf_xen_parse_notes` (xen/common/libelf/libelf-dominfo.c): the Xen notes between two places.
 *
 * Names and descriptors are taken to be padded to 4 bytes whatever the segment's alignment says,
 * and the name is read up to its NUL whatever `namesz` says. A stretch that is laid out otherwise is
 * walked all the same: notes after the first surprise are lost, or others appear.
 */
export function* walkNotes(
  elf: ElfBinary,
  stretch: Stretch,
  budget: NoteBudget,
): Generator<NoteRef> {
  for (let note = stretch.start; note < stretch.end; ) {
    if (budget.met >= MAX_NOTES) {
      if (!elf.checked) throw new UndefinedBehaviour('notes', MAX_NOTES);
      elf.markBroken('too many ELF notes');
      return;
    }
    budget.met++;
    const isXen = ownerIsXen(elf, note + NHDR_SIZE);
    const [nameSize, descSize] = [padded(elf, note), padded(elf, note + 4)];
    if (isXen) {
      yield {
        type: elf.uint(note + 8, 4),
        offset: note,
        descOffset: note + NHDR_SIZE + nameSize,
        descSize: elf.uint(note + 4, 4),
      };
    }
    const next = note + NHDR_SIZE + nameSize + descSize;
    // The test is on this note, not on the next one: Xen looks where it stands, not where it goes.
    if (next <= note || !elf.accessOk(note, 1)) {
      if (!elf.checked) throw new UndefinedBehaviour('backwards');
      return;
    }
    note = next;
  }
}

/** `(size + 3) & ~3` in 32 bits: unsigned since XSA-55, signed before. */
function padded(elf: ElfBinary, at: number): number {
  const bits = (elf.uint(at, 4) + 3) & ~3;
  return elf.checked ? bits >>> 0 : bits;
}

const XEN = [0x58, 0x65, 0x6e, 0];

function ownerIsXen(elf: ElfBinary, at: number): boolean {
  // strcmp stops at the first difference; the check of the whole string came with XSA-55.
  if (!elf.checked) return XEN.every((byte, i) => elf.uint(at + i, 1) === byte);
  const owner = elf.string(at);
  return owner !== null && owner.length === 3 && owner.every((byte, i) => byte === XEN[i]);
}

/** `elf_note_numeric`: a descriptor of 1, 2, 4 or 8 bytes; 0 for every other size. */
export function noteNumber(elf: ElfBinary, note: NoteRef): bigint {
  switch (note.descSize) {
    case 1:
    case 2:
    case 4:
      return BigInt(elf.uint(note.descOffset, note.descSize));
    case 8:
      return elf.uint64(note.descOffset);
    default:
      return 0n;
  }
}

/** `elf_note_numeric_array` of words: 0 where the note has no such word, or is no array of words. */
export function noteWord(elf: ElfBinary, note: NoteRef, index: number): number {
  if (note.descSize % 4 !== 0 || index >= note.descSize / 4) return 0;
  return elf.uint(note.descOffset + index * 4, 4);
}

/** A string descriptor, one character a byte; `null` where it does not end inside the image. */
export function noteString(elf: ElfBinary, note: NoteRef): string | null {
  const bytes = elf.string(note.descOffset);
  return bytes === null ? null : latin1(bytes);
}
