import { latin1 } from '../../bytes/latin1.ts';
import { viewOf } from '../../bytes/view.ts';
import { textOf } from './member.ts';

// ECMA-119, 9.1. Numbers are there twice; the little-endian ones are read.
const FIXED = 33;
const DIRECTORY = 0x02;
const MORE_EXTENTS = 0x80;

/** An entry of a directory. */
export interface IsoRecord {
  /** In blocks. */
  readonly extent: number;
  /** In bytes. */
  readonly size: number;
  readonly isDirectory: boolean;
  /** It goes on in the next record: larger than any kernel. */
  readonly goesOn: boolean;
  readonly identifier: Uint8Array;
  /** Where extensions, such as Rock Ridge, write. */
  readonly systemUse: Uint8Array;
}

/** The entry that starts at `at`, and where the next does; `null` where there is none. */
export function readIsoRecord(
  bytes: Uint8Array,
  at: number,
): { readonly record: IsoRecord; readonly next: number } | null {
  const length = bytes[at] ?? 0;
  const nameLength = bytes[at + 32] ?? 0;
  if (length < FIXED + nameLength || at + length > bytes.length) return null;
  const view = viewOf(bytes.subarray(at, at + length));
  const flags = view.getUint8(25);
  const nameEnd = FIXED + nameLength;
  return {
    record: {
      extent: view.getUint32(2, true),
      size: view.getUint32(10, true),
      isDirectory: (flags & DIRECTORY) !== 0,
      goesOn: (flags & MORE_EXTENTS) !== 0,
      identifier: bytes.subarray(at + FIXED, at + nameEnd),
      // A name of an even length has a byte behind it.
      systemUse: bytes.subarray(at + nameEnd + ((nameLength + 1) % 2), at + length),
    },
    next: at + length,
  };
}

/** `.` and `..` */
export function isSelfOrParent({ identifier }: IsoRecord): boolean {
  return identifier.length === 1 && (identifier[0] as number) < 2;
}

/** `VMLINUZ.;1` as every system shows it: in small letters, without version and a dot at the end. */
export function plainIsoName({ identifier }: IsoRecord): string {
  return latin1(identifier).replace(/;\d+$/, '').replace(/\.$/, '').toLowerCase();
}

/** UCS-2, big endian (Joliet). */
export function jolietName({ identifier }: IsoRecord): string {
  let name = '';
  for (let at = 0; at + 1 < identifier.length; at += 2) {
    name += String.fromCharCode(((identifier[at] ?? 0) << 8) | (identifier[at + 1] ?? 0));
  }
  return name.replace(/;\d+$/, '');
}

/** What Rock Ridge says of an entry (IEEE P1282). */
export interface RockRidge {
  readonly name: string | null;
  readonly isLink: boolean;
  /** Of a directory that is too deep for ISO 9660, and moved: the block where it is. */
  readonly child: number | null;
  /** Moved here, and shown elsewhere. */
  readonly isMoved: boolean;
  /** Compressed by zisofs. */
  readonly isCompressed: boolean;
}

/** A continuation of a system use field (SUSP, 5.1), in blocks and bytes. */
export interface Continuation {
  readonly block: number;
  readonly offset: number;
  readonly length: number;
}

const MOST_CONTINUATIONS = 16;

/**
 * @param skip how many bytes other extensions take before (the `SP` entry of the root).
 * @param follow reads a continuation.
 */
export function readRockRidge(
  systemUse: Uint8Array,
  skip: number,
  follow: (continuation: Continuation) => Uint8Array,
): RockRidge {
  const found = { name: '', hasName: false, isLink: false, isMoved: false, isCompressed: false };
  let child: number | null = null;
  let area: Uint8Array | null = systemUse.subarray(skip);
  for (let i = 0; area !== null && i < MOST_CONTINUATIONS; i++) {
    const fields: Uint8Array = area;
    area = null;
    for (let at = 0; at + 4 <= fields.length; ) {
      const length = fields[at + 2] ?? 0;
      if (length < 4 || at + length > fields.length) break;
      const field = fields.subarray(at, at + length);
      const view = viewOf(field);
      const id = latin1(field.subarray(0, 2));
      if (id === 'NM' && length > 4) {
        found.hasName = true;
        found.name += textOf(field.subarray(5));
      } else if (id === 'SL') found.isLink = true;
      else if (id === 'CL' && length >= 12) child = view.getUint32(4, true);
      else if (id === 'RE') found.isMoved = true;
      else if (id === 'ZF') found.isCompressed = true;
      else if (id === 'CE' && length >= 28) {
        const [block, offset, size] = [4, 12, 20].map((place) => view.getUint32(place, true));
        area = follow({ block: block ?? 0, offset: offset ?? 0, length: size ?? 0 });
      } else if (id === 'ST') break;
      at += length;
    }
  }
  const { name, hasName, ...rest } = found;
  return { ...rest, child, name: hasName ? name : null };
}
