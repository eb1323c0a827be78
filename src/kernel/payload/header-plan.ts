import {
  ELF_HEADER_SIZE,
  type ElfPart,
  type ElfTable,
  elfPartSize,
  readElfHeader,
  readElfPart,
} from '../elf.ts';
import { PT_NOTE, SHT_NOTE } from '../elf-layout.ts';
import type { Range } from './held-pages.ts';

/** Reads a part of an ELF file, fewer bytes at its end; `null` while it is not held. */
export type Peek = (range: Range) => Uint8Array | null;

/** Of a part that is longer than this, in bytes, only the start is planned. */
const MAX_PART = 1 << 20;

/** Kernels have about 5 program and 50 section headers; more than these are left to page faults. */
const MAX_ENTRIES = 4096;

/**
 * The parts of an ELF file that a reader of its notes needs, as far as the held parts show. They
 * are the headers and both tables, the notes of either table, and the names of the sections. The
 * most important come first. Call it again when more is held.
 */
export function planHeaders(peek: Peek): Range[] {
  const bytes = peek({ offset: 0, length: ELF_HEADER_SIZE });
  const header = bytes && readElfHeader(bytes);
  if (!header) return [];
  const { programHeaders, sectionHeaders, sectionNames } = header;
  const parts = (kind: 'segment' | 'section', table: ElfTable): ElfPart[] => {
    const length = elfPartSize(header, kind);
    const found: ElfPart[] = [];
    for (let i = 0; i < Math.min(table.count, MAX_ENTRIES); i++) {
      const entry = peek({ offset: table.offset + i * table.entrySize, length });
      if (!entry || entry.length < length) break;
      found.push(readElfPart(header, kind, entry));
    }
    return found;
  };
  const segments = parts('segment', programHeaders);
  const sections = parts('section', sectionHeaders);
  const names = sections[sectionNames];
  return [
    tableRange(programHeaders),
    tableRange(sectionHeaders),
    ...segments.filter((part) => part.type === PT_NOTE),
    ...(names ? [names] : []),
    ...sections.filter((part) => part.type === SHT_NOTE),
  ].map(({ offset, length }) => ({ offset, length: Math.min(length, MAX_PART) }));
}

function tableRange({ offset, entrySize, count }: ElfTable): Range {
  return { offset, length: entrySize * count };
}
