import type { ByteSource } from '../bytes/bytes.ts';
import {
  ELF_HEADER_SIZE,
  type ElfHeader,
  elfPartSize,
  fieldReader,
  isElf,
  readElfHeader,
  readElfPart,
  readIdent,
} from './elf.ts';
import {
  EHDR,
  EM_386,
  EM_ARM,
  EM_IA_64,
  EM_RISCV,
  EM_X86_64,
  ET_REL,
  SHDR,
  SHF_EXECINSTR,
  SHT_NOBITS,
} from './elf-layout.ts';

/** Registered values of `e_machine`, for the architectures that Linux or Xen ever ran on. */
const MACHINES: Readonly<Record<number, string>> = {
  2: 'sparc',
  [EM_386]: 'i386',
  8: 'mips',
  20: 'powerpc',
  21: 'powerpc64',
  22: 's390',
  [EM_ARM]: 'arm',
  43: 'sparc64',
  [EM_IA_64]: 'ia64',
  [EM_X86_64]: 'x86_64',
  183: 'aarch64',
  258: 'loongarch',
};
/** Before the number of a machine that has no name here. */
const UNNAMED = 'machine ';

/** Up to and with `e_type` and `e_machine`, which are at the same place in both classes, in bytes. */
const KIND_SIZE = 20;

/**
 * The architecture of an ELF file as users write it: `x86_64`, `i386`, `aarch64`, …, or `machine N`
 * for another `e_machine`. `null` if the source is no ELF file or ends before the field. Reads only
 * the first 20 bytes, so it does not need `Kernel.examine`.
 */
export function elfArch(source: ByteSource): string | null {
  const kind = readKind(source);
  if (kind === null) return null;
  if (kind.machine === EM_RISCV) return `riscv${kind.bits}`;
  return MACHINES[kind.machine] ?? `${UNNAMED}${kind.machine}`;
}

const X86: readonly string[] = ['i386', 'x86_64'];

/** The architecture of an ELF file where it has a name and is not x86; `null` for any other source. */
export function otherArch(source: ByteSource): string | null {
  const arch = elfArch(source);
  return arch === null || arch.startsWith(UNNAMED) || X86.includes(arch) ? null : arch;
}

/**
 * Whether an ELF file is an object (`ET_REL`), which a linker has still to make something of. Reads the
 * first 20 bytes only.
 */
export function isObjectFile(source: ByteSource): boolean {
  return readKind(source)?.type === ET_REL;
}

function readKind(source: ByteSource) {
  const bytes = source.read(0, KIND_SIZE);
  if (!isElf(source) || bytes.length < KIND_SIZE) return null;
  const ident = readIdent(bytes);
  const read = fieldReader(bytes, ident);
  const { e_type, e_machine } = EHDR[ident.bits];
  return { bits: ident.bits, type: read(e_type), machine: read(e_machine) };
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

function hasCode(header: ElfHeader, section: Uint8Array): boolean {
  const flags = fieldReader(section, header)(SHDR[header.bits].sh_flags);
  return (flags & SHF_EXECINSTR) !== 0;
}
