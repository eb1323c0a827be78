import { bytesSource } from '../bytes/bytes.ts';
import { ELF_HEADER_SIZE, elfPartSize, isElf, readElfHeader, readElfPart } from '../kernel/elf.ts';
import { isObjectFile } from '../kernel/elf-kind.ts';
import { PT_NOTE } from '../kernel/elf-layout.ts';

/** Enough for the magic of every other format, and for the headers of most kernels, in bytes. */
const HEAD = 64 * 1024;

/** Kernels without debug information are smaller, in bytes. */
export const MOST = 64 * 1024 * 1024;

/**
 * How much of a decompressed file is needed to see whether it has Xen notes. An ELF file with note
 * segments is needed up to their end; other ELF files up to their end, where the sections are;
 * other files only up to the head. Never more than 64 MiB.
 *
 * @param start what there is of it, from its first byte.
 */
export function upToNotes(start: Uint8Array): number {
  const source = bytesSource(start);
  if (!isElf(source) || isObjectFile(source)) return HEAD;
  const header = readElfHeader(start.subarray(0, ELF_HEADER_SIZE));
  if (header === null) return HEAD;
  const { offset, entrySize, count } = header.programHeaders;
  const size = elfPartSize(header, 'segment');
  const tableEnd = offset + count * entrySize;
  if (tableEnd > start.length) return Math.min(Math.max(tableEnd, HEAD), MOST);
  let end = 0;
  for (let i = 0; i < count; i++) {
    const bytes = source.read(offset + i * entrySize, size);
    if (bytes.length < size) break;
    const part = readElfPart(header, 'segment', bytes);
    if (part.type === PT_NOTE) end = Math.max(end, part.offset + part.length);
  }
  return Math.min(end === 0 ? MOST : Math.max(end, HEAD), MOST);
}
