import type { ByteSource } from '../bytes/bytes.ts';

/**
 * As much of ELF (System V ABI, chapter 4; its 64-bit form after the ELF-64 Object File Format) as
 * it takes to name an architecture and to find the notes. How Xen reads ELF is Xen's business and
 * is told elsewhere; nothing here judges a file.
 */
export interface ElfHeader {
  readonly is64: boolean;
  readonly littleEndian: boolean;
  readonly programHeaders: ElfTable;
  readonly sectionHeaders: ElfTable;
  /** Index of the section that holds the names of the sections. */
  readonly sectionNames: number;
}

/** Where a table of headers lies in the file, in bytes. */
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

const ET_REL = 1;
export const PT_NOTE = 4;
export const SHT_NOTE = 7;
const SHT_NOBITS = 8;
const SHF_EXECINSTR = 4;
/** Offset of `sh_flags` in either class. */
const SH_FLAGS = 8;

/** Offsets in the headers of either class; all other numbers of this file follow from them. */
const LAYOUT = {
  elf32: {
    header: { size: 52, e_phoff: 28, e_shoff: 32, e_phentsize: 42 },
    segment: { size: 32, type: 0, offset: 4, length: 16 },
    section: { size: 40, type: 4, offset: 16, length: 20 },
  },
  elf64: {
    header: { size: 64, e_phoff: 32, e_shoff: 40, e_phentsize: 54 },
    segment: { size: 56, type: 0, offset: 8, length: 32 },
    section: { size: 64, type: 4, offset: 24, length: 32 },
  },
} as const;

/** Registered values of `e_machine`, for the architectures that Linux or Xen ever ran on. */
const MACHINES: Readonly<Record<number, string>> = {
  2: 'sparc',
  3: 'i386',
  8: 'mips',
  20: 'powerpc',
  21: 'powerpc64',
  22: 's390',
  40: 'arm',
  43: 'sparc64',
  50: 'ia64',
  62: 'x86_64',
  183: 'aarch64',
  258: 'loongarch',
};
const EM_RISCV = 243;
/** Before the number of a machine that has no name here. */
const UNNAMED = 'machine ';

/** Whether the source starts as an ELF file does. */
export function isElf(source: ByteSource): boolean {
  const [a, b, c, d] = source.read(0, 4);
  return a === 0x7f && b === 0x45 && c === 0x4c && d === 0x46;
}

/**
 * The architecture of an ELF file as users write it: `x86_64`, `i386`, `aarch64`, …; `machine N`
 * where `e_machine` is another N; `null` where the source is no ELF file or ends before the field.
 * Reads the first 20 bytes only, so `Kernel.examine` is not needed around it.
 */
export function elfArch(source: ByteSource): string | null {
  const bytes = source.read(0, 20);
  if (!isElf(source) || bytes.length < 20) return null;
  const { is64, littleEndian } = identify(bytes);
  const machine = view(bytes).getUint16(18, littleEndian);
  if (machine === EM_RISCV) return is64 ? 'riscv64' : 'riscv32';
  return MACHINES[machine] ?? `${UNNAMED}${machine}`;
}

const X86: readonly string[] = ['i386', 'x86_64'];

/** The architecture of an ELF file where it has a name and is not x86; `null` for any other source. */
export function otherArch(source: ByteSource): string | null {
  const arch = elfArch(source);
  return arch === null || arch.startsWith(UNNAMED) || X86.includes(arch) ? null : arch;
}

/**
 * Whether an ELF file is an object (`ET_REL`), which a linker has still to make something of. Reads the
 * first 18 bytes only.
 */
export function isObjectFile(source: ByteSource): boolean {
  const bytes = source.read(0, 18);
  if (!isElf(source) || bytes.length < 18) return false;
  return view(bytes).getUint16(16, identify(bytes).littleEndian) === ET_REL;
}

/** A kernel has some forty sections. */
const MAX_SECTIONS = 1024;

/**
 * Whether an ELF file is what `objcopy --only-keep-debug` or `eu-strip -f` leaves beside a program, as
 * FreeBSD's `kernel.debug`: notes and all, but not a byte of its code.
 */
export function isDebugFile(source: ByteSource): boolean {
  const header = readElfHeader(source.read(0, ELF_HEADER_SIZE));
  if (header === null) return false;
  const { offset, entrySize, count } = header.sectionHeaders;
  const size = elfPartSize(header, 'section');
  const sections = Array.from({ length: Math.min(count, MAX_SECTIONS) }, (_, i) =>
    source.read(offset + i * entrySize, size).slice(),
  );
  const code = sections.filter((bytes) => bytes.length === size && hasCode(header, bytes));
  return (
    code.length > 0 &&
    code.every((bytes) => readElfPart(header, 'section', bytes).type === SHT_NOBITS)
  );
}

function hasCode({ is64, littleEndian }: ElfHeader, section: Uint8Array): boolean {
  return (word(view(section), SH_FLAGS, is64, littleEndian) & SHF_EXECINSTR) !== 0;
}

/** Number of bytes that `readElfHeader` looks at, at most. */
export const ELF_HEADER_SIZE = LAYOUT.elf64.header.size;

/** @returns `null` where `bytes` is no ELF header or only a part of one */
export function readElfHeader(bytes: Uint8Array): ElfHeader | null {
  const { is64, littleEndian } = identify(bytes);
  const layout = (is64 ? LAYOUT.elf64 : LAYOUT.elf32).header;
  if (bytes.length < layout.size) return null;
  const data = view(bytes);
  const u16 = (at: number) => data.getUint16(at, littleEndian);
  // e_phentsize, e_phnum, e_shentsize, e_shnum and e_shstrndx follow one another.
  const sizes = layout.e_phentsize;
  return {
    is64,
    littleEndian,
    programHeaders: {
      offset: word(data, layout.e_phoff, is64, littleEndian),
      entrySize: u16(sizes),
      count: u16(sizes + 2),
    },
    sectionHeaders: {
      offset: word(data, layout.e_shoff, is64, littleEndian),
      entrySize: u16(sizes + 4),
      count: u16(sizes + 6),
    },
    sectionNames: u16(sizes + 8),
  };
}

/** Number of bytes of one program (`segment`) or section header that `readElfPart` looks at. */
export function elfPartSize(header: ElfHeader, kind: 'segment' | 'section'): number {
  return (header.is64 ? LAYOUT.elf64 : LAYOUT.elf32)[kind].size;
}

/** Reads one program or section header; `bytes` holds at least `elfPartSize` bytes. */
export function readElfPart(
  header: ElfHeader,
  kind: 'segment' | 'section',
  bytes: Uint8Array,
): ElfPart {
  const { is64, littleEndian } = header;
  const layout = (is64 ? LAYOUT.elf64 : LAYOUT.elf32)[kind];
  const data = view(bytes);
  return {
    type: data.getUint32(layout.type, littleEndian),
    offset: word(data, layout.offset, is64, littleEndian),
    length: word(data, layout.length, is64, littleEndian),
  };
}

/** `EI_CLASS` and `EI_DATA`; an invalid value is read as the smaller class, little endian. */
function identify(bytes: Uint8Array): { is64: boolean; littleEndian: boolean } {
  return { is64: bytes[4] === 2, littleEndian: bytes[5] !== 2 };
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A field of the class's word size. Beyond 2^53 the nearest number: no file reaches there. */
function word(data: DataView, at: number, is64: boolean, littleEndian: boolean): number {
  return is64 ? Number(data.getBigUint64(at, littleEndian)) : data.getUint32(at, littleEndian);
}
