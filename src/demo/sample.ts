import {
  EHDR,
  ELF_MAGIC,
  EM_X86_64,
  type Field,
  PHDR,
  PT_LOAD,
  PT_NOTE,
  SHDR,
  SHT_STRTAB,
  SIZES,
} from '../kernel/elf-layout.ts';

/**
 * The kernel of "Xen 4.1 + Linux compiled with PVH == BOOM", xen-devel, 20 December 2013. It has
 * only the notes of that report, and one segment with the addresses in them.
 */

const NOTES: readonly (readonly [type: number, desc: string | bigint])[] = [
  [6, 'linux'],
  [7, '2.6'],
  [5, 'xen-3.0'],
  [3, 0xffffffff80000000n],
  [1, 0xffffffff81cd51e0n],
  [2, 0xffffffff81001000n],
  [
    10,
    '!writable_page_tables|pae_pgdir_above_4gb|writable_descriptor_tables|' +
      'auto_translated_physmap|supervisor_mode_kernel|hvm_callback_vector',
  ],
];

const { ehdr: EHDR_SIZE, phdr: PHDR_SIZE, shdr: SHDR_SIZE } = SIZES[64];
const ET_EXEC = 2;

/** Where Linux loads itself by default, and enough memory after it for the entry point. */
const LOAD_ADDRESS = 0x1000000n;
const LOAD_SIZE = 0xe00000n;
const VIRTUAL_OFFSET = 0xffffffff80000000n;

/** `hlt; jmp` back to it: all that this kernel does. */
const CODE = Uint8Array.of(0xf4, 0xeb, 0xfd, 0x90);

/** An x86-64 ELF file (System V gABI, chapters 4 and 5). */
export function sampleKernel(): Uint8Array {
  const notes = concat(NOTES.map(([type, desc]) => note(type, desc)));
  const notesOffset = BigInt(EHDR_SIZE + 2 * PHDR_SIZE);
  const codeOffset = notesOffset + BigInt(notes.length);
  const load = segment({
    p_type: PT_LOAD,
    p_flags: 7,
    p_offset: codeOffset,
    p_vaddr: VIRTUAL_OFFSET + LOAD_ADDRESS,
    p_paddr: LOAD_ADDRESS,
    p_filesz: CODE.length,
    p_memsz: LOAD_SIZE,
    p_align: 1,
  });
  const noted = segment({
    p_type: PT_NOTE,
    p_flags: 4,
    p_offset: notesOffset,
    p_filesz: notes.length,
    p_memsz: notes.length,
    p_align: 4,
  });
  const namesOffset = codeOffset + BigInt(CODE.length);
  const sectionsOffset = namesOffset + BigInt(SECTION_NAMES.length);
  return concat([
    header(sectionsOffset),
    load,
    noted,
    notes,
    CODE,
    SECTION_NAMES,
    new Uint8Array(SHDR_SIZE),
    sectionNames(namesOffset),
  ]);
}

/** `sh_name` 1 is `.shstrtab`; padded so that the headers behind it are aligned. */
const SECTION_NAMES = new TextEncoder().encode('\0.shstrtab'.padEnd(16, '\0'));

/** The section of section names, which Xen's toolstack wanted to see until 4.13. */
function sectionNames(offset: bigint): Uint8Array {
  return structure(SHDR_SIZE, SHDR[64], {
    sh_name: 1,
    sh_type: SHT_STRTAB,
    sh_offset: offset,
    sh_size: SECTION_NAMES.length,
  });
}

function header(sectionsOffset: bigint): Uint8Array {
  const bytes = structure(EHDR_SIZE, EHDR[64], {
    e_type: ET_EXEC,
    e_machine: EM_X86_64,
    e_version: 1,
    e_entry: LOAD_ADDRESS,
    e_phoff: EHDR_SIZE,
    e_shoff: sectionsOffset,
    e_ehsize: EHDR_SIZE,
    e_phentsize: PHDR_SIZE,
    e_phnum: 2,
    e_shentsize: SHDR_SIZE,
    e_shnum: 2,
    e_shstrndx: 1,
  });
  // EI_MAG, ELFCLASS64, ELFDATA2LSB, EV_CURRENT
  bytes.set([...ELF_MAGIC, 2, 1, 1]);
  return bytes;
}

const segment = (values: Values<(typeof PHDR)[64]>) => structure(PHDR_SIZE, PHDR[64], values);

type Values<Layout> = Partial<Record<keyof Layout, number | bigint>>;

/** A structure of ELF; fields that are left out are 0. */
function structure<Layout extends Readonly<Record<string, Field>>>(
  size: number,
  layout: Layout,
  values: Values<Layout>,
): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  for (const [name, [offset, width]] of Object.entries(layout)) {
    const value = values[name] ?? 0;
    if (width === 8) view.setBigUint64(offset, BigInt(value), true);
    else if (width === 4) view.setUint32(offset, Number(value), true);
    else view.setUint16(offset, Number(value), true);
  }
  return bytes;
}

/** A note of owner `Xen`; strings end with NUL, numbers have eight bytes. */
function note(type: number, desc: string | bigint): Uint8Array {
  const value = typeof desc === 'string' ? new TextEncoder().encode(`${desc}\0`) : word(desc);
  const name = new TextEncoder().encode('Xen\0');
  const bytes = new Uint8Array(12 + name.length + Math.ceil(value.length / 4) * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, name.length, true);
  view.setUint32(4, value.length, true);
  view.setUint32(8, type, true);
  bytes.set(name, 12);
  bytes.set(value, 12 + name.length);
  return bytes;
}

function word(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
