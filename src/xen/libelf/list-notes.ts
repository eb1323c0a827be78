import type { ByteSource } from '../../bytes/bytes.ts';
import { latin1 } from '../../bytes/latin1.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { ElfBinary } from './elf-binary.ts';
import { guestInfoStart, noteSections, noteSegments } from './find-notes.ts';
import { initialise } from './init.ts';
import { NOTE_TYPES } from './note-types.ts';
import {
  type NoteBudget,
  type NoteRef,
  noteNumber,
  noteString,
  noteWord,
  walkNotes,
} from './notes.ts';

/** A Xen note as a person reads it. */
export interface ListedNote {
  readonly type: number;
  readonly name: string;
  /** Decoded; may hold untrusted bytes, one character each. */
  readonly value: string;
  /** Where the note starts in the ELF file, in bytes. */
  readonly offset: number;
  /** Of a string that Xen passes over, because it is too long or has no end; `value` is empty. */
  readonly unread?: Unread;
}

export interface Unread {
  /** Its first characters. */
  readonly start: string;
  /** How long the note says that it is, in bytes. */
  readonly length: number;
}

/** The name under which the string of an old `__xen_guest` section is listed. */
export const XEN_GUEST = '__xen_guest';

/** Kernels have about twenty notes; a file with more than this is not listed to its end. */
const MOST_NOTES = 256;
const MOST_WORDS = 16;
/** How much is shown of a string that Xen passes over, in bytes. */
const START_OF_UNREAD = 64;

/**
 * The notes that libelf finds, in the order in which it meets them, or the string of the
 * `__xen_guest` section in their place. Nothing is checked: also those behind a fatal one are listed.
 */
export function listNotes(source: ByteSource, has: Has): ListedNote[] {
  const init = initialise(source, has);
  if (!('elf' in init)) return [];
  const { elf } = init;
  const listed: ListedNote[] = [];
  const budget: NoteBudget = { met: 0 };
  for (const stretches of [noteSegments(elf), noteSections(elf, has)]) {
    for (const stretch of stretches) {
      for (const note of walkNotes(elf, stretch, budget)) {
        if (listed.length === MOST_NOTES) return listed;
        listed.push(decode(source, elf, note));
      }
    }
    if (listed.length > 0) return listed;
  }
  const start = guestInfoStart(elf, has);
  const text = start === null ? null : elf.string(start);
  return start === null || text === null
    ? []
    : [{ type: 0, name: XEN_GUEST, value: latin1(text), offset: start }];
}

/** Reads a note of any owner as a person does. */
export function decode(source: ByteSource, elf: ElfBinary, note: NoteRef): ListedNote {
  const known = NOTE_TYPES[note.type];
  const { type, offset } = note;
  if (!known) return { type, name: `type ${type}`, value: words(elf, note), offset };
  const listed = { type, name: known.name, offset };
  switch (known.kind) {
    case 'string': {
      const value = noteString(elf, note);
      return value === null
        ? { ...listed, value: '', unread: startOf(source, note) }
        : { ...listed, value };
    }
    case 'integer':
      return { ...listed, value: `0x${noteNumber(elf, note).toString(16)}` };
    case 'words':
      return { ...listed, value: words(elf, note) };
  }
}

function startOf(source: ByteSource, { descOffset, descSize }: NoteRef): Unread {
  const start = latin1(source.read(descOffset, Math.min(descSize, START_OF_UNREAD)));
  return { start, length: descSize };
}

function words(elf: ElfBinary, note: NoteRef): string {
  const count = Math.min(Math.floor(note.descSize / 4), MOST_WORDS);
  return Array.from({ length: count }, (_, i) => `0x${noteWord(elf, note, i).toString(16)}`).join(
    ' ',
  );
}
