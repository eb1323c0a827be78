/** Builds ELF files for tests: small, composable, and free to be wrong wherever a test wants it. */

export interface ElfSpec {
  /** Word size in bits. Default 64. */
  readonly bits?: 32 | 64;
  /** Default little. */
  readonly endian?: Endian;
  /** `e_machine`. Default 62 (x86-64), with 32 bits 3 (i386). */
  readonly machine?: number;
  readonly entry?: number | bigint;
  readonly segments?: readonly Segment[];
  /** The null section and `.shstrtab` are added by the builder, where there is any section. */
  readonly sections?: readonly Section[];
  /** The file is filled up with zeros to this size, before the names and headers of the sections. */
  readonly padTo?: number;
}

export type Endian = 'little' | 'big';

/** A part of the file. Without `offset` it is put where the file ends so far, 8-byte aligned. */
interface Part {
  readonly type: number;
  readonly data?: Uint8Array;
  readonly offset?: number;
  /** Size in the file as the header reports it. Default: that of `data`. */
  readonly size?: number;
}

export interface Segment extends Part {
  readonly vaddr?: number | bigint;
  readonly paddr?: number | bigint;
  readonly memSize?: number | bigint;
  readonly flags?: number;
  readonly align?: number;
}

export interface Section extends Part {
  readonly name: string;
  readonly addr?: number | bigint;
  readonly flags?: number;
}

export interface Note {
  /** Default `Xen`. */
  readonly owner?: string;
  readonly type: number;
  /** A string gets its NUL; a number becomes a word of the file's class. */
  readonly value: Uint8Array | string | number | bigint;
}

interface NoteFormat {
  readonly bits?: 32 | 64;
  readonly endian?: Endian;
  /** Alignment of names and values in bytes. Default 4, as in all notes of Linux. */
  readonly align?: number;
}

const PT_LOAD = 1;
const PT_NOTE = 4;
const SHT_STRTAB = 3;
const SHT_NOTE = 7;

/** A PT_NOTE segment or SHT_NOTE section content. */
export function notes(list: readonly Note[], format: NoteFormat = {}): Uint8Array {
  const { bits = 64, endian = 'little', align = 4 } = format;
  return concat(
    list.map(({ owner = 'Xen', type, value }) => {
      const name = cString(owner);
      const desc =
        typeof value === 'string'
          ? cString(value)
          : value instanceof Uint8Array
            ? value
            : fields(endian, bits, (put) => put.word(value));
      const head = fields(endian, bits, (put) => {
        put.u32(name.length);
        put.u32(desc.length);
        put.u32(type);
      });
      return concat([padded(concat([head, name]), align), padded(desc, align)]);
    }),
  );
}

export function loadSegment(data: Uint8Array, rest: Partial<Segment> = {}): Segment {
  return { type: PT_LOAD, data, ...rest };
}

export function noteSegment(data: Uint8Array, rest: Partial<Segment> = {}): Segment {
  return { type: PT_NOTE, data, ...rest };
}

export function noteSection(data: Uint8Array, rest: Partial<Section> = {}): Section {
  return { type: SHT_NOTE, name: '.note.Xen', data, ...rest };
}

export function buildElf(spec: ElfSpec = {}): Uint8Array {
  const { bits = 64, endian = 'little', segments = [], sections = [], padTo = 0 } = spec;
  const is64 = bits === 64;
  const headerSize = is64 ? 64 : 52;
  const segmentSize = is64 ? 56 : 32;
  const sectionSize = is64 ? 64 : 40;

  const pieces: { offset: number; data: Uint8Array }[] = [];
  let end = headerSize + segments.length * segmentSize;
  const place = <T extends Part>(part: T) => {
    const { data = new Uint8Array(0), offset = roundUp(end, 8) } = part;
    pieces.push({ offset, data });
    if (data.length > 0) end = Math.max(end, offset + data.length);
    return { ...part, offset, size: part.size ?? data.length };
  };
  const placedSegments = segments.map(place);
  const placedSections = sections.map(place);
  end = Math.max(end, padTo);
  const names = ['', ...sections.map((section) => section.name), '.shstrtab'].map(cString);
  const nameOffsets = names.map((_, i) => concat(names.slice(0, i)).length);
  const allSections =
    sections.length === 0
      ? []
      : [
          { type: 0, offset: 0, size: 0 },
          ...placedSections,
          place({ type: SHT_STRTAB, data: concat(names) }),
        ];

  const programHeaders = placedSegments.map((segment) =>
    fields(endian, bits, (put) => {
      const { type, offset, size, vaddr = 0, paddr = vaddr, memSize = size } = segment;
      const { flags = 5, align = 4 } = segment;
      put.u32(type);
      if (is64) put.u32(flags);
      for (const value of [offset, vaddr, paddr, size, memSize]) put.word(value);
      if (!is64) put.u32(flags);
      put.word(align);
    }),
  );
  const sectionHeaders = allSections.map((section, i) =>
    fields(endian, bits, (put) => {
      put.u32(nameOffsets[i] ?? 0);
      put.u32(section.type);
      for (const value of [
        'flags' in section ? (section.flags ?? 0) : 0,
        'addr' in section ? (section.addr ?? 0) : 0,
        section.offset,
        section.size,
      ])
        put.word(value);
      for (const value of [0, 0]) put.u32(value); // sh_link, sh_info
      for (const value of [1, 0]) put.word(value); // sh_addralign, sh_entsize
    }),
  );
  const sectionTable = roundUp(end, 8);
  const header = fields(endian, bits, (put) => {
    put.bytes([0x7f, 0x45, 0x4c, 0x46, is64 ? 2 : 1, endian === 'little' ? 1 : 2, 1]);
    put.bytes(new Array(9).fill(0));
    put.u16(2); // ET_EXEC
    put.u16(spec.machine ?? (is64 ? 62 : 3));
    put.u32(1); // EV_CURRENT
    put.word(spec.entry ?? 0);
    put.word(segments.length > 0 ? headerSize : 0);
    put.word(allSections.length > 0 ? sectionTable : 0);
    put.u32(0); // e_flags
    put.u16(headerSize);
    put.u16(segmentSize);
    put.u16(segments.length);
    put.u16(sectionSize);
    put.u16(allSections.length);
    put.u16(Math.max(allSections.length - 1, 0));
  });

  const headers = concat([header, ...programHeaders]);
  const tail = concat(sectionHeaders);
  const file = new Uint8Array(tail.length > 0 ? sectionTable + tail.length : end);
  file.set(headers);
  for (const { offset, data } of pieces) if (data.length > 0) file.set(data, offset);
  file.set(tail, tail.length > 0 ? sectionTable : end);
  return file;
}

interface FieldWriter {
  bytes(values: readonly number[]): void;
  u16(value: number): void;
  u32(value: number): void;
  /** A value of the class's word size. */
  word(value: number | bigint): void;
}

function fields(endian: Endian, bits: 32 | 64, write: (put: FieldWriter) => void): Uint8Array {
  const out: number[] = [];
  const put = (value: number | bigint, size: number) => {
    const bytes = Array.from({ length: size }, (_, i) =>
      Number((BigInt(value) >> BigInt(8 * i)) & 0xffn),
    );
    out.push(...(endian === 'little' ? bytes : bytes.reverse()));
  };
  write({
    bytes: (values) => out.push(...values),
    u16: (value) => put(value, 2),
    u32: (value) => put(value, 4),
    word: (value) => put(value, bits / 8),
  });
  return Uint8Array.from(out);
}

function cString(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`${text}\0`, 'latin1'));
}

function padded(bytes: Uint8Array, align: number): Uint8Array {
  return concat([bytes, new Uint8Array(roundUp(bytes.length, align) - bytes.length)]);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function roundUp(value: number, to: number): number {
  return Math.ceil(value / to) * to;
}
