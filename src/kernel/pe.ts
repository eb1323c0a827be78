import type { ByteSource } from '../bytes/bytes.ts';
import { latin1 } from '../bytes/latin1.ts';

/** Offsets of the PE format (Microsoft's "PE Format", "COFF File Header" and "Section Table"). */
const E_LFANEW = 0x3c;
const COFF = { numberOfSections: 6, sizeOfOptionalHeader: 20, size: 24 };
const SECTION_SIZE = 40;
const NAME_SIZE = 8;

/** The Windows loader takes no more. */
const MAX_SECTIONS = 96;

/** Whether a file is PE, as every EFI application is. */
export function isPe(source: ByteSource): boolean {
  return coffHeader(source) !== null;
}

/** Whether a PE file has a section of one of these names, of up to 8 bytes each. */
export function hasSection(source: ByteSource, names: readonly string[]): boolean {
  const coff = coffHeader(source);
  if (coff === null) return false;
  const { offset, header } = coff;
  const count = Math.min(header.getUint16(COFF.numberOfSections, true), MAX_SECTIONS);
  const table = offset + COFF.size + header.getUint16(COFF.sizeOfOptionalHeader, true);
  return Array.from({ length: count }, (_, i) =>
    latin1(source.read(table + i * SECTION_SIZE, NAME_SIZE)).replace(/\0+$/, ''),
  ).some((name) => names.includes(name));
}

function coffHeader(source: ByteSource): { offset: number; header: DataView } | null {
  const dos = source.read(0, E_LFANEW + 4);
  if (dos.length < E_LFANEW + 4 || dos[0] !== 0x4d || dos[1] !== 0x5a) return null;
  const offset = viewOf(dos).getUint32(E_LFANEW, true);
  const bytes = source.read(offset, COFF.size);
  if (bytes.length < COFF.size) return null;
  return latin1(bytes.subarray(0, 4)) === 'PE\0\0' ? { offset, header: viewOf(bytes) } : null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
