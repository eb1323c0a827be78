import type { ByteSource } from '../bytes/bytes.ts';
import { latin1 } from '../bytes/latin1.ts';
import { viewOf } from '../bytes/view.ts';
import { ELF_HEADER_SIZE, type ElfHeader, elfPartSize, readElfHeader, readElfPart } from './elf.ts';
import { NHDR_SIZE, PT_NOTE } from './elf-layout.ts';

const NT_GNU_BUILD_ID = 3;
const OWNER = 'GNU\0';

/** Kernels have about five program headers, and a few hundred bytes of notes. */
const MAX_SEGMENTS = 64;
const MAX_NOTES_SIZE = 64 * 1024;

/** No linker writes a longer one: `--build-id=sha256` takes 32 bytes. */
const MAX_ID_SIZE = 64;

/**
 * The id that the linker gave a build (`NT_GNU_BUILD_ID` in a PT_NOTE segment), in hexadecimal: the
 * same in a `vmlinux` and in the bzImage that holds it. `null` where there is none.
 *
 * Call it inside `Kernel.examine`.
 */
export function buildId(elf: ByteSource): string | null {
  const header = readElfHeader(elf.read(0, ELF_HEADER_SIZE));
  if (header === null) return null;
  const { offset, entrySize, count } = header.programHeaders;
  const length = elfPartSize(header, 'segment');
  for (let i = 0; i < Math.min(count, MAX_SEGMENTS); i++) {
    const entry = elf.read(offset + i * entrySize, length).slice();
    if (entry.length < length) return null;
    const segment = readElfPart(header, 'segment', entry);
    if (segment.type !== PT_NOTE) continue;
    const id = findId(elf.read(segment.offset, Math.min(segment.length, MAX_NOTES_SIZE)), header);
    if (id !== null) return id;
  }
  return null;
}

/** Walks notes as they are padded to four bytes, which build ids are in files of any class. */
function findId(notes: Uint8Array, { littleEndian }: ElfHeader): string | null {
  const view = viewOf(notes);
  for (let at = 0; at + NHDR_SIZE <= notes.length; ) {
    const [nameSize, descSize, type] = [0, 4, 8].map((field) =>
      view.getUint32(at + field, littleEndian),
    ) as [number, number, number];
    const name = at + NHDR_SIZE;
    const desc = name + padded(nameSize);
    if (type === NT_GNU_BUILD_ID && nameSize === OWNER.length && startsWith(notes, name, OWNER)) {
      if (descSize === 0 || descSize > MAX_ID_SIZE || desc + descSize > notes.length) return null;
      return Buffer.from(notes.subarray(desc, desc + descSize)).toString('hex');
    }
    at = desc + padded(descSize);
  }
  return null;
}

const padded = (size: number) => Math.ceil(size / 4) * 4;

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return latin1(bytes.subarray(at, at + text.length)) === text;
}
