import type { ByteSource } from '../bytes/bytes.ts';
import { latin1 } from '../bytes/latin1.ts';
import { viewOf } from '../bytes/view.ts';

/** Offsets of the PE format (Microsoft's "PE Format", "COFF File Header" and "Section Table"). */
const E_LFANEW = 0x3c;
const COFF = { machine: 4, numberOfSections: 6, sizeOfOptionalHeader: 20, size: 24 };
const SECTION = {
  virtualSize: 8,
  virtualAddress: 12,
  sizeOfRawData: 16,
  pointerToRawData: 20,
  characteristics: 36,
  size: 40,
};
const NAME_SIZE = 8;

/** Windows takes 96, firmware any number: a UKI with 200 profiles has a thousand. */
export const MOST_SECTIONS = 1024;

/** Values of `Machine`. */
export const IMAGE_FILE_MACHINE_AMD64 = 0x8664;
export const IMAGE_FILE_MACHINE_ARM64 = 0xaa64;

/** A PE file, as every EFI application is. */
export interface PeFile {
  readonly machine: number;
  /** How many sections it says that it has; those beyond {@link MOST_SECTIONS} are not read. */
  readonly declared: number;
  readonly sections: readonly PeSection[];
}

/** Sizes and offsets in bytes. */
export interface PeSection {
  readonly name: string;
  /** In memory, from the base of the image. */
  readonly address: number;
  /** In the file. */
  readonly offset: number;
  readonly size: number;
  /** In memory; 0 where the file leaves it to `size`. */
  readonly memorySize: number;
  /** `Characteristics` */
  readonly flags: number;
}

/** Whether a file is PE, as every EFI application is. */
export function isPe(source: ByteSource): boolean {
  return coffHeader(source) !== null;
}

/** Whether a PE file has a section of one of these names, of up to 8 bytes each. */
export function hasSection(source: ByteSource, names: readonly string[]): boolean {
  return readPe(source)?.sections.some(({ name }) => names.includes(name)) ?? false;
}

/** The machine and the sections of a PE file; `null` for another file. */
export function readPe(source: ByteSource): PeFile | null {
  const coff = coffHeader(source);
  if (coff === null) return null;
  const { header } = coff;
  const declared = header.getUint16(COFF.numberOfSections, true);
  const count = Math.min(declared, MOST_SECTIONS);
  const table = sectionTable(source)?.offset ?? 0;
  return {
    machine: header.getUint16(COFF.machine, true),
    declared,
    sections: Array.from({ length: count }, (_, i) =>
      source.read(table + i * SECTION.size, SECTION.size),
    )
      .filter((entry) => entry.length === SECTION.size)
      .map(readSection),
  };
}

/** Where a PE file has the headers of its sections, in bytes; `null` for another file. */
export function sectionTable(
  source: ByteSource,
): { readonly offset: number; readonly entrySize: number } | null {
  const coff = coffHeader(source);
  if (coff === null) return null;
  const { offset, header } = coff;
  const table = offset + COFF.size + header.getUint16(COFF.sizeOfOptionalHeader, true);
  return { offset: table, entrySize: SECTION.size };
}

function readSection(entry: Uint8Array): PeSection {
  const view = viewOf(entry);
  return {
    name: latin1(entry.subarray(0, NAME_SIZE)).replace(/\0+$/, ''),
    address: view.getUint32(SECTION.virtualAddress, true),
    offset: view.getUint32(SECTION.pointerToRawData, true),
    size: view.getUint32(SECTION.sizeOfRawData, true),
    memorySize: view.getUint32(SECTION.virtualSize, true),
    flags: view.getUint32(SECTION.characteristics, true),
  };
}

function coffHeader(source: ByteSource): { offset: number; header: DataView } | null {
  const dos = source.read(0, E_LFANEW + 4);
  if (dos.length < E_LFANEW + 4 || dos[0] !== 0x4d || dos[1] !== 0x5a) return null;
  const offset = viewOf(dos).getUint32(E_LFANEW, true);
  const bytes = source.read(offset, COFF.size);
  if (bytes.length < COFF.size) return null;
  return latin1(bytes.subarray(0, 4)) === 'PE\0\0' ? { offset, header: viewOf(bytes) } : null;
}
