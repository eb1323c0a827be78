/**
 * Where the fields are in the structures of an ELF file (System V gABI, chapters 4 and 5), by
 * class: `[offset, size]` in bytes. The names are the specification's.
 */
type Layout = Readonly<Record<string, Field>>;

export type Field = readonly [offset: number, size: 2 | 4 | 8];

/** `EI_CLASS` and `EI_DATA` are the bytes at 4 and 5. */
const IDENT = { e_type: [16, 2], e_machine: [18, 2], e_version: [20, 4] } as const satisfies Layout;

const EHDR_32 = {
  ...IDENT,
  e_entry: [24, 4],
  e_phoff: [28, 4],
  e_shoff: [32, 4],
  e_ehsize: [40, 2],
  e_phentsize: [42, 2],
  e_phnum: [44, 2],
  e_shentsize: [46, 2],
  e_shnum: [48, 2],
  e_shstrndx: [50, 2],
} as const satisfies Layout;

const EHDR_64 = {
  ...IDENT,
  e_entry: [24, 8],
  e_phoff: [32, 8],
  e_shoff: [40, 8],
  e_ehsize: [52, 2],
  e_phentsize: [54, 2],
  e_phnum: [56, 2],
  e_shentsize: [58, 2],
  e_shnum: [60, 2],
  e_shstrndx: [62, 2],
} as const satisfies Layout;

const PHDR_32 = {
  p_type: [0, 4],
  p_offset: [4, 4],
  p_vaddr: [8, 4],
  p_paddr: [12, 4],
  p_filesz: [16, 4],
  p_memsz: [20, 4],
  p_flags: [24, 4],
  p_align: [28, 4],
} as const satisfies Layout;

const PHDR_64 = {
  p_type: [0, 4],
  p_flags: [4, 4],
  p_offset: [8, 8],
  p_vaddr: [16, 8],
  p_paddr: [24, 8],
  p_filesz: [32, 8],
  p_memsz: [40, 8],
  p_align: [48, 8],
} as const satisfies Layout;

const SHDR_32 = {
  sh_name: [0, 4],
  sh_type: [4, 4],
  sh_flags: [8, 4],
  sh_offset: [16, 4],
  sh_size: [20, 4],
  sh_link: [24, 4],
  sh_addralign: [32, 4],
} as const satisfies Layout;

const SHDR_64 = {
  sh_name: [0, 4],
  sh_type: [4, 4],
  sh_flags: [8, 8],
  sh_offset: [24, 8],
  sh_size: [32, 8],
  sh_link: [40, 4],
  sh_addralign: [48, 8],
} as const satisfies Layout;

/** Sizes of the structures of each class, in bytes. */
export const SIZES = {
  32: { ehdr: 52, phdr: 32, shdr: 40 },
  64: { ehdr: 64, phdr: 56, shdr: 64 },
} as const;

export const EHDR = { 32: EHDR_32, 64: EHDR_64 } as const;
export const PHDR = { 32: PHDR_32, 64: PHDR_64 } as const;
export const SHDR = { 32: SHDR_32, 64: SHDR_64 } as const;

/** A note header is three words in both classes: `namesz`, `descsz`, `type`. */
export const NHDR_SIZE = 12;

export const ELF_MAGIC: readonly number[] = [0x7f, 0x45, 0x4c, 0x46];

/** Values of the fields above that have names. */
export const ET_REL = 1;
export const PT_LOAD = 1;
export const PT_DYNAMIC = 2;
export const PT_NOTE = 4;
export const SHT_SYMTAB = 2;
export const SHT_STRTAB = 3;
export const SHT_NOTE = 7;
export const SHT_NOBITS = 8;
export const SHF_EXECINSTR = 4;
export const EM_386 = 3;
export const EM_ARM = 40;
export const EM_IA_64 = 50;
export const EM_X86_64 = 62;
export const EM_RISCV = 243;
