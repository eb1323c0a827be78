import { viewOf } from '../../bytes/view.ts';
import { EHDR, ELF_MAGIC, type Field, PHDR, SHDR, SIZES } from '../../kernel/elf-layout.ts';
import { type GrubFile, readAt, readable, unlessError } from '../files/file.ts';
import { crash } from '../stop.ts';

/** GRUB reads as many bytes for both classes (`union` of `struct grub_elf_file`). */
const HEADER = SIZES[64].ehdr;

const EI_CLASS = 4;
const EI_DATA = 5;
const EI_VERSION = 6;
const LITTLE_ENDIAN = 1;
const CURRENT = 1;

/** An ELF file that GRUB opened (kern/elf.c): of either class, little endian, whatever its machine. */
export interface GrubElf {
  readonly file: GrubFile;
  readonly bits: 32 | 64;
  readonly machine: number;
  field(name: keyof (typeof EHDR)[64]): bigint;
}

/**
 * `grub_elf_file`: `null` for another file.
 *
 * @throws {ReadError} never: what cannot be read is no ELF file
 */
export function openElf(file: GrubFile): GrubElf | null {
  const header = unlessError(() => readAt(file, 0, HEADER));
  if (header?.length !== HEADER || ELF_MAGIC.some((byte, i) => header[i] !== byte)) return null;
  const bits = header[EI_CLASS] === 1 ? 32 : 64;
  if (header[EI_CLASS] !== 1 && header[EI_CLASS] !== 2) return null;
  if (header[EI_VERSION] !== CURRENT || header[EI_DATA] !== LITTLE_ENDIAN) return null;
  const layout = EHDR[bits];
  if (readField(header, layout.e_version) !== 1n) return null;
  return {
    file,
    bits,
    machine: Number(readField(header, layout.e_machine)),
    field: (name) => readField(header, layout[name]),
  };
}

/** A program header, with the fields that GRUB looks at. */
export interface Segment {
  readonly type: number;
  readonly offset: bigint;
  readonly address: bigint;
  readonly fileSize: bigint;
  readonly memorySize: bigint;
}

/**
 * `grub_elfXX_load_phdrs` and `FOR_ELF*_PHDRS`: reads `e_phnum * e_phentsize` bytes, and takes headers of
 * the usual size one after another. Where a read fails, those that were read count all the same.
 */
export function segmentsOf(elf: GrubElf): {
  readonly segments: Segment[];
  readonly isWhole: boolean;
} {
  const count = Number(elf.field('e_phnum'));
  const wanted = count * Number(elf.field('e_phentsize'));
  const table = Number(elf.field('e_phoff'));
  const bytes = table > elf.file.size ? new Uint8Array(0) : readAt(elf.file, table, wanted);
  const size = SIZES[elf.bits].phdr;
  if (bytes.length === wanted && count * size > wanted) throw crash('elf', 'program-headers');
  const there = Math.min(count, Math.floor(bytes.length / size));
  const layout = PHDR[elf.bits];
  const segments = Array.from({ length: there }, (_, i) => {
    const header = bytes.subarray(i * size, (i + 1) * size);
    return {
      type: Number(readField(header, layout.p_type)),
      offset: readField(header, layout.p_offset),
      address: readField(header, layout.p_paddr),
      fileSize: readField(header, layout.p_filesz),
      memorySize: readField(header, layout.p_memsz),
    };
  });
  return { segments, isWhole: bytes.length === wanted };
}

/** A section header, with the fields that GRUB looks at. */
export interface Section {
  readonly name: bigint;
  readonly type: number;
  readonly offset: bigint;
  readonly size: bigint;
}

/** Section headers from their table, each `e_shentsize` after the one before. */
export function sectionsIn(elf: GrubElf, table: Uint8Array): Section[] {
  const stride = Number(elf.field('e_shentsize'));
  const layout = SHDR[elf.bits];
  // The last ones may reach beyond the table, into memory of unknown contents.
  const padded = new Uint8Array(table.length + SIZES[elf.bits].shdr);
  padded.set(table);
  return Array.from({ length: Number(elf.field('e_shnum')) }, (_, i) => {
    const header = padded.subarray(i * stride);
    return {
      name: readField(header, layout.sh_name),
      type: Number(readField(header, layout.sh_type)),
      offset: readField(header, layout.sh_offset),
      size: readField(header, layout.sh_size),
    };
  });
}

/** Whether a read of a segment succeeds in full. @throws {ReadError} */
export function isReadable(file: GrubFile, { offset, fileSize }: Segment): boolean {
  return BigInt(readable(file, Number(offset), Number(fileSize))) === fileSize;
}

function readField(bytes: Uint8Array, [offset, size]: Field): bigint {
  const data = viewOf(bytes);
  switch (size) {
    case 2:
      return BigInt(data.getUint16(offset, true));
    case 4:
      return BigInt(data.getUint32(offset, true));
    case 8:
      return data.getBigUint64(offset, true);
  }
}
