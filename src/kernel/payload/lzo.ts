import { crc32 } from 'node:zlib';
import type { ByteSource } from '../bytes.ts';
import { adler32 } from './adler32.ts';
import { CompressedInput } from './input.ts';
import { decodeLzo1x } from './lzo1x.ts';

// The container of the lzop tool, version 1.0x. It has no specification but its program; the
// fields are named as there.
const MAGIC = [0x89, 0x4c, 0x5a, 0x4f, 0x00, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Versions from here on have a level, a version needed to extract, and 64-bit times. */
const VERSION_WITH_LEVEL = 0x0940;
/** lzop's methods: LZO1X-1, LZO1X-1(15), LZO1X-999. All are decoded alike. */
const METHODS = [1, 2, 3];
const F_ADLER32_D = 0x0001;
const F_ADLER32_C = 0x0002;
const F_CRC32_D = 0x0100;
const F_CRC32_C = 0x0200;
const F_H_CRC32 = 0x1000;
const F_H_EXTRA_FIELD = 0x0040;
const F_MULTIPART = 0x0400;
const F_H_FILTER = 0x0800;
/** What lzop does not write unless it is asked to. */
const UNSUPPORTED_FLAGS = F_H_EXTRA_FIELD | F_MULTIPART | F_H_FILTER;

/** From the version to the checksum, with the longest name, in bytes. */
const MAX_HEADER = 288;

/** What lzop puts in a block at most, in bytes, and the most that Linux and Xen take. */
const MAX_BLOCK = 256 * 1024;

/**
 * One lzop stream, a block of 256 KiB at a time, up to its end mark. The header's checksum and
 * those that the blocks have are verified.
 *
 * @see Decompress for what it yields, returns and throws
 */
export function* decompressLzo(source: ByteSource): Generator<Uint8Array, number> {
  const input = new CompressedInput(source, 'lzo');
  const flags = readHeader(input);
  const output = new Uint8Array(MAX_BLOCK);
  for (;;) {
    const size = takeUint(input, 4);
    if (size === 0) return input.consumed;
    if (size > MAX_BLOCK) throw input.error('unsupported', `a block of ${size} bytes`);
    const length = takeUint(input, 4);
    if (length > size) throw input.error('corrupt', 'a block is larger than its contents');
    const stored = length === size;
    const contentSums = takeChecksums(input, flags & F_ADLER32_D, flags & F_CRC32_D);
    // A block that is stored as it is does not have them twice.
    const blockSums = stored
      ? NO_CHECKSUMS
      : takeChecksums(input, flags & F_ADLER32_C, flags & F_CRC32_C);

    input.need(length);
    const block = input.bytes.subarray(input.pos, input.pos + length);
    verify(input, block, blockSums);
    if (stored) {
      output.set(block);
      input.pos += length;
    } else if (decodeLzo1x(input, length, output.subarray(0, size)) !== size) {
      throw input.error('corrupt', 'a block ends short of its size');
    }
    const contents = output.subarray(0, size);
    verify(input, contents, contentSums);
    yield contents;
  }
}

/** Checks the header; returns its flags. */
function readHeader(input: CompressedInput): number {
  input.need(MAGIC.length);
  if (MAGIC.some((byte, i) => input.bytes[input.pos + i] !== byte)) {
    throw input.error('corrupt', 'this is no lzop stream');
  }
  input.pos += MAGIC.length;

  // All in one window, so that the checksum can be taken of it afterwards.
  input.ensure(MAX_HEADER);
  const start = input.pos;
  const version = takeUint(input, 2);
  const extended = version >= VERSION_WITH_LEVEL;
  skip(input, extended ? 4 : 2); // lib_version, version_needed_to_extract
  const method = takeUint(input, 1);
  skip(input, extended ? 1 : 0); // level
  const flags = takeUint(input, 4);
  skip(input, flags & F_H_FILTER ? 4 : 0);
  skip(input, extended ? 12 : 8); // mode, mtime_low, mtime_high
  skip(input, takeUint(input, 1)); // name
  const header = input.bytes.subarray(start, input.pos);
  const expected = takeUint(input, 4);
  if ((flags & F_H_CRC32 ? crc32(header) : adler32(header)) !== expected) {
    throw input.error('corrupt', 'the checksum of the header does not match');
  }
  if (!METHODS.includes(method)) throw input.error('unsupported', `compression method ${method}`);
  if (flags & UNSUPPORTED_FLAGS) {
    throw input.error('unsupported', 'an extra field, a filter or several parts');
  }
  return flags;
}

/** `null` where the stream has none of the kind. */
interface Checksums {
  readonly adler32: number | null;
  readonly crc32: number | null;
}

const NO_CHECKSUMS: Checksums = { adler32: null, crc32: null };

function takeChecksums(input: CompressedInput, hasAdler32: number, hasCrc32: number): Checksums {
  return {
    adler32: hasAdler32 ? takeUint(input, 4) : null,
    crc32: hasCrc32 ? takeUint(input, 4) : null,
  };
}

function verify(input: CompressedInput, bytes: Uint8Array, expected: Checksums): void {
  if (expected.adler32 !== null && adler32(bytes) !== expected.adler32) {
    throw input.error('corrupt', 'the Adler-32 of a block does not match');
  }
  if (expected.crc32 !== null && crc32(bytes) !== expected.crc32) {
    throw input.error('corrupt', 'the CRC-32 of a block does not match');
  }
}

/** Big endian. */
function takeUint(input: CompressedInput, count: 1 | 2 | 4): number {
  input.need(count);
  let value = 0;
  for (let i = 0; i < count; i++) value = value * 256 + (input.bytes[input.pos++] as number);
  return value;
}

function skip(input: CompressedInput, count: number): void {
  input.need(count);
  input.pos += count;
}
