import { type ByteSource, bytesSource } from '../bytes/bytes.ts';
import { ELF_HEADER_SIZE, elfPartSize, fieldReader, readElfHeader } from '../kernel/elf.ts';
import { elfArch } from '../kernel/elf-kind.ts';
import { PHDR, PT_DYNAMIC, PT_LOAD } from '../kernel/elf-layout.ts';
import {
  IMAGE_FILE_MACHINE_AMD64,
  IMAGE_FILE_MACHINE_ARM64,
  type PeSection,
  readPe,
} from '../kernel/pe.ts';

/** An ELF or PE file: its bytes, and where they are in memory. */
export interface Image {
  readonly format: 'elf' | 'pe';
  /** In bits; PE files of Xen have 64. */
  readonly bits: 32 | 64;
  /** `x86_64`, `i386`, `aarch64`, …; the multiboot `xen` says `i386`, though its code has 64 bits. */
  readonly arch: string;
  readonly bytes: Buffer;
  readonly source: ByteSource;
  /** What is in memory, in the order of the file's own table. */
  readonly parts: readonly Part[];
  /** The dynamic section of an ELF file; `null` for none. */
  readonly dynamic: Omit<Part, 'isCode'> | null;
  /** Whether the file ends before what its own table says that it has. */
  readonly isTruncated: boolean;
}

interface Part {
  /** In the file, in bytes. */
  readonly offset: number;
  /** In the file, in bytes; never past its end. */
  readonly size: number;
  /** In memory, modulo 2^32: the parts of an image are nearer to each other than that. */
  readonly address: number;
  readonly isCode: boolean;
}

/** A Xen has two program headers, a library ten. */
const MAX_SEGMENTS = 64;

const PF_X = 1;
const IMAGE_SCN_MEM_EXECUTE = 0x20000000;

/** @returns `null` for a file that is neither ELF nor PE. */
export function openImage(bytes: Buffer): Image | null {
  const source = bytesSource(bytes);
  return openElf(bytes, source) ?? openPe(bytes, source);
}

function openElf(bytes: Buffer, source: ByteSource): Image | null {
  const arch = elfArch(source);
  const header = readElfHeader(source.read(0, ELF_HEADER_SIZE));
  if (arch === null || header === null) return null;
  const { offset, entrySize, count } = header.programHeaders;
  const size = elfPartSize(header, 'segment');
  const layout = PHDR[header.bits];
  const entries = Array.from({ length: Math.min(count, MAX_SEGMENTS) }, (_, i) =>
    source.read(offset + i * entrySize, size),
  );
  const whole = entries.filter((entry) => entry.length === size);
  const segments = whole.map((entry) => {
    const read = fieldReader(entry, header);
    const [addressAt] = layout.p_vaddr;
    const place = { offset: read(layout.p_offset), size: read(layout.p_filesz) };
    return {
      type: read(layout.p_type),
      isCode: (read(layout.p_flags) & PF_X) !== 0,
      address: fieldReader(entry, header)([addressAt, 4]),
      isTruncated: endsEarly(place, bytes.length),
      ...clipped(place, bytes.length),
    };
  });
  return {
    format: 'elf',
    bits: header.bits,
    arch,
    bytes,
    source,
    parts: segments.filter(({ type }) => type === PT_LOAD),
    dynamic: segments.find(({ type }) => type === PT_DYNAMIC) ?? null,
    isTruncated: whole.length < entries.length || segments.some((one) => one.isTruncated),
  };
}

/** Registered machines of PE files that Xen has. */
const PE_MACHINES: Readonly<Record<number, string>> = {
  [IMAGE_FILE_MACHINE_AMD64]: 'x86_64',
  [IMAGE_FILE_MACHINE_ARM64]: 'aarch64',
};

function openPe(bytes: Buffer, source: ByteSource): Image | null {
  const pe = readPe(source);
  if (pe === null) return null;
  const partOf = ({ offset, size, address, flags }: PeSection): Part => ({
    address,
    isCode: (flags & IMAGE_SCN_MEM_EXECUTE) !== 0,
    ...clipped({ offset, size }, bytes.length),
  });
  return {
    format: 'pe',
    bits: 64,
    arch: PE_MACHINES[pe.machine] ?? `machine ${pe.machine}`,
    bytes,
    source,
    parts: pe.sections.map(partOf),
    dynamic: null,
    isTruncated: pe.sections.some((section) => endsEarly(section, bytes.length)),
  };
}

type Place = Pick<Part, 'offset' | 'size'>;

/** Offset 0 has the headers: what has its place there, as `.bss` of a PE file, is not in the file. */
function endsEarly({ offset, size }: Place, end: number): boolean {
  return offset > 0 && size > 0 && offset + size > end;
}

function clipped({ offset, size }: Place, end: number): Place {
  const start = Math.min(offset, end);
  return { offset: start, size: Math.min(size, end - start) };
}

/** Whether its code is of x86 with 64 bits: so is that of the multiboot `xen`, a 32-bit ELF file. */
export function isX86(image: Image): boolean {
  return image.arch === 'x86_64' || image.arch === 'i386';
}

/** Where a place of the file is in memory, modulo 2^32; `null` where it is in none of its parts. */
export function addressOf({ parts }: Image, at: number): number | null {
  const part = parts.find(({ offset, size }) => at >= offset && at < offset + size);
  return part ? (part.address + at - part.offset) >>> 0 : null;
}

/** Where a place in memory, modulo 2^32, is in the file; `null` where the file has nothing for it. */
export function offsetOf({ parts }: Image, address: number): number | null {
  for (const part of parts) {
    const distance = (address - part.address) >>> 0;
    if (distance < part.size) return part.offset + distance;
  }
  return null;
}

/** The text up to the next NUL; `null` where that is farther than `most` bytes. */
export function textAt({ bytes }: Image, at: number, most: number): string | null {
  const end = bytes.subarray(at, at + most + 1).indexOf(0);
  return end < 0 ? null : bytes.toString('latin1', at, at + end);
}

/** Whether the file holds a text, one byte a character. */
export function holds({ bytes }: Image, text: string): boolean {
  return bytes.includes(text, 0, 'latin1');
}
