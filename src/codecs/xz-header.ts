import { crc32 } from 'node:zlib';
import { viewOf } from '../bytes/view.ts';
import { type FilterChain, type HeaderFault, readFilters } from './xz-filters.ts';
import { NO_INTEGER, readInteger } from './xz-integer.ts';

/** Sizes in bytes (The .xz File Format, sections 2.1.1 and 2.1.2). */
export const STREAM_HEADER_BYTES = 12;
export const STREAM_FOOTER_BYTES = 12;

/** FD "7zXZ" 00. */
const MAGIC = Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00);

/** Block flags (section 3.1.2): the low two bits are the number of filters less one. */
const FILTER_COUNT = 0x03;
const RESERVED_FLAGS = 0x3c;
const HAS_COMPRESSED_SIZE = 0x40;
const HAS_UNCOMPRESSED_SIZE = 0x80;

/** What a block header says (section 3.1). Sizes in bytes, `null` where it is silent. */
export interface BlockHeader extends FilterChain {
  readonly compressedSize: number | null;
  readonly uncompressedSize: number | null;
}

/** The ID of the check that a stream uses. `bytes` is a stream header in full. */
export function readStreamHeader(bytes: Uint8Array): { readonly checkId: number } | HeaderFault {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) {
    return { fault: 'corrupt', detail: 'no .xz stream starts here' };
  }
  if (crc32(bytes.subarray(6, 8)) !== uint32(bytes, 8)) {
    return { fault: 'corrupt', detail: 'the CRC32 of the stream header does not match' };
  }
  const checkId = bytes[7] as number;
  if (bytes[6] !== 0 || checkId > 0x0f) {
    return { fault: 'unsupported', detail: 'a reserved stream flag is set' };
  }
  return { checkId };
}

/** What contradicts a stream footer, which must follow an index of `indexBytes`; `null` if nothing. */
export function footerFault(
  bytes: Uint8Array,
  checkId: number,
  indexBytes: number,
): HeaderFault | null {
  const sound =
    crc32(bytes.subarray(4, 10)) === uint32(bytes, 0) &&
    (uint32(bytes, 4) + 1) * 4 === indexBytes &&
    bytes[8] === 0 &&
    bytes[9] === checkId &&
    bytes[10] === 0x59 && // 'Y'
    bytes[11] === 0x5a; // 'Z'
  return sound ? null : { fault: 'corrupt', detail: 'the stream footer does not match the stream' };
}

/** Size of the block header that starts with the byte `first`, in bytes: 8 to 1024. */
export function blockHeaderBytes(first: number): number {
  return (first + 1) * 4;
}

/** Reads a block header; `bytes` is all of it. */
export function readBlockHeader(bytes: Uint8Array): BlockHeader | HeaderFault {
  const end = bytes.length - 4;
  if (crc32(bytes.subarray(0, end)) !== uint32(bytes, end)) {
    return { fault: 'corrupt', detail: 'the CRC32 of a block header does not match' };
  }
  const flags = bytes[1] as number;
  if ((flags & RESERVED_FLAGS) !== 0) {
    return { fault: 'unsupported', detail: 'a reserved block flag is set' };
  }
  const at = { bytes, pos: 2, end };
  const compressedSize = flags & HAS_COMPRESSED_SIZE ? readInteger(at) : null;
  const uncompressedSize = flags & HAS_UNCOMPRESSED_SIZE ? readInteger(at) : null;
  if (compressedSize === NO_INTEGER || uncompressedSize === NO_INTEGER) {
    return { fault: 'corrupt', detail: 'a size in a block header is not sound' };
  }
  const chain = readFilters(at, (flags & FILTER_COUNT) + 1);
  if ('fault' in chain) return chain;
  if (bytes.subarray(at.pos, end).some((byte) => byte !== 0)) {
    return { fault: 'unsupported', detail: 'a block header has fields that are not known' };
  }
  return { ...chain, compressedSize, uncompressedSize };
}

/**
 * The dictionary that the first block of an .xz stream needs, in bytes. `null` if `head`, the first
 * bytes of the stream (1036 are enough), has no valid block header.
 */
export function xzDictionary(head: Uint8Array): number | null {
  if (head.length <= STREAM_HEADER_BYTES || 'fault' in readStreamHeader(head)) return null;
  const first = head[STREAM_HEADER_BYTES] as number;
  const end = STREAM_HEADER_BYTES + blockHeaderBytes(first);
  if (first === 0 || head.length < end) return null;
  const header = readBlockHeader(head.subarray(STREAM_HEADER_BYTES, end));
  return 'fault' in header ? null : header.dictionary;
}

function uint32(bytes: Uint8Array, at: number): number {
  return viewOf(bytes).getUint32(at, true);
}
