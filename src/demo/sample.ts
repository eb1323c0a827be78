/**
 * The kernel of "Xen 4.1 + Linux compiled with PVH == BOOM", xen-devel, 20 December 2013, as small
 * as a kernel can be: the notes of that report and one segment that covers what they point at.
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

const EHDR_SIZE = 64;
const PHDR_SIZE = 56;
const SHDR_SIZE = 64;
const PT_LOAD = 1;
const PT_NOTE = 4;
const SHT_STRTAB = 3;

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
  const load = {
    type: PT_LOAD,
    flags: 7,
    offset: codeOffset,
    vaddr: VIRTUAL_OFFSET + LOAD_ADDRESS,
    paddr: LOAD_ADDRESS,
    filesz: BigInt(CODE.length),
    memsz: LOAD_SIZE,
    align: 1n,
  };
  const noted = {
    type: PT_NOTE,
    flags: 4,
    offset: notesOffset,
    vaddr: 0n,
    paddr: 0n,
    filesz: BigInt(notes.length),
    memsz: BigInt(notes.length),
    align: 4n,
  };
  const namesOffset = codeOffset + BigInt(CODE.length);
  const sectionsOffset = namesOffset + BigInt(SECTION_NAMES.length);
  return concat([
    header(sectionsOffset),
    segment(load),
    segment(noted),
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
  const bytes = new Uint8Array(SHDR_SIZE);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 1, true); // sh_name
  view.setUint32(4, SHT_STRTAB, true); // sh_type
  view.setBigUint64(24, offset, true); // sh_offset
  view.setBigUint64(32, BigInt(SECTION_NAMES.length), true); // sh_size
  return bytes;
}

function header(sectionsOffset: bigint): Uint8Array {
  const bytes = new Uint8Array(EHDR_SIZE);
  // EI_MAG, ELFCLASS64, ELFDATA2LSB, EV_CURRENT
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  const view = new DataView(bytes.buffer);
  view.setUint16(16, 2, true); // e_type: ET_EXEC
  view.setUint16(18, 62, true); // e_machine: EM_X86_64
  view.setUint32(20, 1, true); // e_version
  view.setBigUint64(24, LOAD_ADDRESS, true); // e_entry
  view.setBigUint64(32, BigInt(EHDR_SIZE), true); // e_phoff
  view.setBigUint64(40, sectionsOffset, true); // e_shoff
  view.setUint16(52, EHDR_SIZE, true); // e_ehsize
  view.setUint16(54, PHDR_SIZE, true); // e_phentsize
  view.setUint16(56, 2, true); // e_phnum
  view.setUint16(58, SHDR_SIZE, true); // e_shentsize
  view.setUint16(60, 2, true); // e_shnum
  view.setUint16(62, 1, true); // e_shstrndx
  return bytes;
}

interface Segment {
  readonly type: number;
  readonly flags: number;
  readonly offset: bigint;
  readonly vaddr: bigint;
  readonly paddr: bigint;
  readonly filesz: bigint;
  readonly memsz: bigint;
  readonly align: bigint;
}

function segment({ type, flags, offset, vaddr, paddr, filesz, memsz, align }: Segment): Uint8Array {
  const bytes = new Uint8Array(PHDR_SIZE);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, flags, true);
  for (const [index, word] of [offset, vaddr, paddr, filesz, memsz, align].entries()) {
    view.setBigUint64(8 + 8 * index, word, true);
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
