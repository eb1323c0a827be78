import type { ByteSource } from '../bytes/bytes.ts';
import { viewOf } from '../bytes/view.ts';
import { EHDR, ELF_MAGIC, type Field, PHDR, SHDR, SIZES } from './elf-layout.ts';

/**
 * As much of ELF (System V ABI, chapter 4; its 64-bit form after the ELF-64 Object File Format) as
 * it takes to name an architecture and to find the notes. How Xen reads ELF is in `src/xen`; this
 * code checks nothing.
 */
export interface ElfHeader extends Ident {
  readonly programHeaders: ElfTable;
  readonly sectionHeaders: ElfTable;
  /** Index of the section that holds the names of the sections. */
  readonly sectionNames: number;
}

interface Ident {
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
}

/** Where a table of headers is in the file, in bytes. */
export interface ElfTable {
  readonly offset: number;
  readonly entrySize: number;
  readonly count: number;
}

/** A program or section header: its type and the part of the file that it stands for. */
export interface ElfPart {
  readonly type: number;
  readonly offset: number;
  readonly length: number;
}

/** Number of bytes that `readElfHeader` looks at, at most. */
export const ELF_HEADER_SIZE = SIZES[64].ehdr;

/** Whether the source starts as an ELF file does. */
export function isElf(source: ByteSource): boolean {
  const start = source.read(0, ELF_MAGIC.length);
  return ELF_MAGIC.every((byte, i) => start[i] === byte);
}

/** @returns `null` where `bytes` is no ELF header or only a part of one */
export function readElfHeader(bytes: Uint8Array): ElfHeader | null {
  const ident = readIdent(bytes);
  if (bytes.length < SIZES[ident.bits].ehdr) return null;
  const layout = EHDR[ident.bits];
  const read = fieldReader(bytes, ident);
  return {
    ...ident,
    programHeaders: {
      offset: read(layout.e_phoff),
      entrySize: read(layout.e_phentsize),
      count: read(layout.e_phnum),
    },
    sectionHeaders: {
      offset: read(layout.e_shoff),
      entrySize: read(layout.e_shentsize),
      count: read(layout.e_shnum),
    },
    sectionNames: read(layout.e_shstrndx),
  };
}

/** Number of bytes of one program (`segment`) or section header that `readElfPart` looks at. */
export function elfPartSize({ bits }: ElfHeader, kind: 'segment' | 'section'): number {
  return kind === 'segment' ? SIZES[bits].phdr : SIZES[bits].shdr;
}

/** Reads one program or section header; `bytes` holds at least `elfPartSize` bytes. */
export function readElfPart(
  header: ElfHeader,
  kind: 'segment' | 'section',
  bytes: Uint8Array,
): ElfPart {
  const read = fieldReader(bytes, header);
  if (kind === 'segment') {
    const { p_type, p_offset, p_filesz } = PHDR[header.bits];
    return { type: read(p_type), offset: read(p_offset), length: read(p_filesz) };
  }
  const { sh_type, sh_offset, sh_size } = SHDR[header.bits];
  return { type: read(sh_type), offset: read(sh_offset), length: read(sh_size) };
}

/** `EI_CLASS` and `EI_DATA`; an invalid value is read as the smaller class, little endian. */
export function readIdent(bytes: Uint8Array): Ident {
  return { bits: bytes[4] === 2 ? 64 : 32, littleEndian: bytes[5] !== 2 };
}

/** Reads fields of a structure. Beyond 2^53 it is the nearest number: no file reaches there. */
export function fieldReader(bytes: Uint8Array, { littleEndian }: Ident): (field: Field) => number {
  const data = viewOf(bytes);
  return ([offset, size]) => {
    switch (size) {
      case 2:
        return data.getUint16(offset, littleEndian);
      case 4:
        return data.getUint32(offset, littleEndian);
      case 8:
        return Number(data.getBigUint64(offset, littleEndian));
    }
  };
}
