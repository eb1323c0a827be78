/** A section of a PE file to build; what is left out fits. */
export interface SectionSpec {
  readonly name: string;
  readonly content: Uint8Array;
  /** From the base of the image. Default: behind the section before. */
  readonly address?: number;
  /** Default: that of the content. */
  readonly memorySize?: number;
  /** Default: where the content is. */
  readonly offset?: number;
  /** Default: the size of the content, rounded up. */
  readonly size?: number;
}

const PE = 0x80;
const OPTIONAL_HEADER = 0xf0;
const TABLE = PE + 24 + OPTIONAL_HEADER;
const ENTRY = 40;
const FILE_ALIGNMENT = 512;
const SECTION_ALIGNMENT = 0x1000;

/** An EFI application (Microsoft's "PE Format"). */
export function buildPe(sections: readonly SectionSpec[], { machine = 0x8664 } = {}): Uint8Array {
  const start = alignUp(TABLE + ENTRY * sections.length, FILE_ALIGNMENT);
  const contents = sections.map(({ content }) => alignUp(content.length, FILE_ALIGNMENT));
  const file = Buffer.alloc(start + contents.reduce((sum, size) => sum + size, 0));
  file.write('MZ', 0, 'latin1');
  file.writeUInt32LE(PE, 0x3c);
  file.write('PE\0\0', PE, 'latin1');
  file.writeUInt16LE(machine, PE + 4);
  file.writeUInt16LE(sections.length, PE + 6);
  file.writeUInt16LE(OPTIONAL_HEADER, PE + 20);
  let offset = start;
  let address = SECTION_ALIGNMENT;
  for (const [i, section] of sections.entries()) {
    const { name, content } = section;
    const at = TABLE + ENTRY * i;
    const raw = contents[i] ?? 0;
    const base = section.address ?? address;
    file.write(name, at, 8, 'latin1');
    file.writeUInt32LE(section.memorySize ?? content.length, at + 8);
    file.writeUInt32LE(base, at + 12);
    file.writeUInt32LE(section.size ?? raw, at + 16);
    file.writeUInt32LE(section.offset ?? offset, at + 20);
    file.set(content, offset);
    offset += raw;
    address = alignUp(base + content.length, SECTION_ALIGNMENT);
  }
  return new Uint8Array(file);
}

/** A UKI: a stub, and a kernel. */
export function buildUki(kernel: Uint8Array, spec: Partial<SectionSpec> = {}): Uint8Array {
  return buildPe([
    { name: '.text', content: Uint8Array.of(0xc3) },
    { name: '.osrel', content: new TextEncoder().encode('ID=debian\n') },
    { name: '.linux', content: kernel, ...spec },
    { name: '.initrd', content: Uint8Array.of(1, 2, 3) },
  ]);
}

function alignUp(value: number, to: number): number {
  return Math.ceil(value / to) * to;
}
