import type { ByteSource } from '../../bytes/bytes.ts';
import type { Mark } from '../../bytes/marks.ts';
import { viewOf } from '../../bytes/view.ts';
import { NHDR_SIZE } from '../../kernel/elf-layout.ts';
import { NOTE } from '../../kernel/note-numbers.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { type ElfBinary, UndefinedBehaviour } from './elf-binary.ts';
import { noteSections, noteSegments, sectionNameAt } from './find-notes.ts';
import { initialise, loadableSegments } from './init.ts';
import { decode, type ListedNote } from './list-notes.ts';
import { NOTE_TYPES } from './note-types.ts';
import { type NoteRef, noteNumber } from './notes.ts';
import { type StandardNote, standardWalk } from './standard-walk.ts';

/** Notes that their author meant for Xen, and that no release of it reads. */
export type NearMiss = OtherOwner | NoNoteSection;

/** They have the types and values of Xen's notes, and the name of another owner. */
interface OtherOwner {
  readonly why: 'other-owner';
  readonly owner: string;
  readonly notes: readonly ListedNote[];
}

/** Their text is in the file, in no note segment and no note section. */
interface NoNoteSection {
  readonly why: 'no-note-section';
  /** The section that holds the first of them; `null` for none. */
  readonly section: string | null;
  readonly notes: readonly ListedNote[];
}

/** The name of Xen's notes with its NUL: where it stands, the text of a note may stand around it. */
export const OWNER_PATTERN = 'Xen\0';

/** The largest descriptor of a note that is taken for Xen's, in bytes. */
const MOST_DESCRIPTOR = 4096;

/**
 * @param owners where the name of Xen's notes occurs in the image
 */
export function nearMisses(source: ByteSource, owners: readonly Mark[], has: Has): NearMiss[] {
  try {
    const init = initialise(source, has);
    if (!('elf' in init)) return [];
    return [
      ...otherOwners(source, init.elf, has),
      ...outsideNoteSections(source, init.elf, owners, has),
    ];
  } catch (error) {
    if (error instanceof UndefinedBehaviour) return [];
    throw error;
  }
}

function otherOwners(source: ByteSource, elf: ElfBinary, has: Has): OtherOwner[] {
  const groups = new Map<string, StandardNote[]>();
  for (const note of standardWalk(elf, has)) {
    if (note.owner === 'Xen') continue;
    groups.set(note.owner, [...(groups.get(note.owner) ?? []), note]);
  }
  return [...groups].flatMap(([owner, all]) => {
    const fitting = all.filter((note) => fits(elf, note));
    const notes = fitting.map((note) => decode(source, elf, note));
    const isMeant = fitting.some((note, i) => speaksOfXen(elf, note, owner, notes[i]?.value ?? ''));
    return isMeant ? [{ why: 'other-owner', owner, notes } as const] : [];
  });
}

/** Whether a note's descriptor is one that a note of this type has, if it is Xen's. */
function fits(elf: ElfBinary, { type, descOffset, descSize }: NoteRef): boolean {
  if (descSize === 0 || descSize > MOST_DESCRIPTOR || descOffset + descSize > elf.size) {
    return false;
  }
  switch (NOTE_TYPES[type]?.kind) {
    case 'integer':
      return descSize === 4 || descSize === 8;
    case 'string':
      return elf.uint(descOffset + descSize - 1, 1) === 0;
    case 'words':
      return descSize % 4 === 0;
    default:
      return false;
  }
}

/**
 * Other owners use the same note types. Xen's notes differ by their name, or by a value that only
 * they have.
 */
function speaksOfXen(elf: ElfBinary, note: NoteRef, owner: string, value: string): boolean {
  if (/^\W*xen\W*$/i.test(owner)) return true;
  switch (note.type) {
    case NOTE.XEN_VERSION:
      return value.startsWith('xen-3.0');
    case NOTE.LOADER:
      return value === 'generic';
    case NOTE.PHYS32_ENTRY:
      return isLoadedAt(elf, noteNumber(elf, note));
    default:
      return false;
  }
}

function isLoadedAt(elf: ElfBinary, address: bigint): boolean {
  return [...loadableSegments(elf)].some((segment) => {
    const offset = address - elf.phdr(segment, 'p_paddr');
    return offset >= 0n && offset < elf.phdr(segment, 'p_memsz');
  });
}

function outsideNoteSections(
  source: ByteSource,
  elf: ElfBinary,
  owners: readonly Mark[],
  has: Has,
): NoNoteSection[] {
  const stretches = [...noteSegments(elf), ...noteSections(elf, has)];
  const notes = owners
    .flatMap(({ offset, before }) => noteAround(elf, offset - NHDR_SIZE, before) ?? [])
    .filter((note) => fits(elf, note))
    .filter(({ offset }) => !stretches.some(({ start, end }) => offset >= start && offset < end))
    .map((note) => decode(source, elf, note));
  const [first] = notes;
  if (!first) return [];
  return [{ why: 'no-note-section', section: sectionNameAt(elf, first.offset), notes }];
}

/** The note at `offset`, of which the header is known already: to read it may decompress the image again. */
function noteAround(elf: ElfBinary, offset: number, header: Uint8Array): NoteRef | null {
  if (header.length < NHDR_SIZE) return null;
  const view = viewOf(header);
  const [nameSize, descSize, type] = [0, 4, 8].map((at) => view.getUint32(at, elf.littleEndian));
  if (nameSize !== OWNER_PATTERN.length || type === undefined || descSize === undefined)
    return null;
  const descOffset = offset + NHDR_SIZE + OWNER_PATTERN.length;
  return type in NOTE_TYPES ? { type, offset, descOffset, descSize } : null;
}
