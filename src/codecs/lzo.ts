import { crc32 } from 'node:zlib';
import type { ByteSource } from '../bytes/bytes.ts';
import { adler32 } from './adler32.ts';
import { type DecompressOptions, PayloadError, type Remark } from './codec.ts';
import { CompressedInput } from './input.ts';
import { decodeLzo1x } from './lzo1x.ts';

// The container of the lzop tool, version 1.0x. It has no specification but its program; the
// fields are named as there.
const MAGIC = [0x89, 0x4c, 0x5a, 0x4f, 0x00, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Versions from here on have a level, a version needed to extract, and 64-bit times. */
const VERSION_WITH_LEVEL = 0x0940;
const F_ADLER32_D = 0x0001;
const F_ADLER32_C = 0x0002;
const F_CRC32_D = 0x0100;
const F_CRC32_C = 0x0200;
const F_H_CRC32 = 0x1000;
const F_H_FILTER = 0x0800;

/** From the version to the checksum, with the longest name, in bytes. */
const MAX_HEADER = 288;

/** What lzop puts in a block at most, in bytes, and the most that Linux and Xen's hypervisor take. */
const USUAL_BLOCK = 256 * 1024;
/** `LZOP_MAX_BLOCK_SIZE` of Xen's toolstack, in bytes: no reader takes more. */
const MAX_BLOCK = 64 * 1024 * 1024;

/**
 * One lzop stream, a block at a time, up to its end mark, as Linux and Xen read it. They read only
 * the filter flag of the header, and expect one checksum before each block, whatever the flags are.
 * A wrong checksum of the contents is a remark, because these readers compare none.
 *
 * @see Decompress for what it yields, returns and throws
 */
export function* decompressLzo(
  source: ByteSource,
  { remark }: DecompressOptions,
): Generator<Uint8Array, number> {
  const input = new CompressedInput(source, 'lzo');
  const say = (kind: Remark['kind'], detail: string) =>
    remark?.({ kind, offset: input.consumed, detail });
  const { flags, isSound } = readHeader(input);
  if (!isSound) say('wrong-checksum', 'the checksum of the header does not match');
  let output = new Uint8Array(USUAL_BLOCK);
  for (;;) {
    const size = takeUint(input, 4);
    if (size === 0) return input.consumed;
    const length = takeUint(input, 4);
    const checksum = takeUint(input, 4);
    if (size > MAX_BLOCK)
      throw input.error('corrupt', 'a block of more than 64 MiB', 'large-block');
    if (length === 0 || length > size) {
      const detail = 'a block has no bytes, or is larger than its contents';
      throw input.error('corrupt', detail, 'bad-length');
    }
    if (size > USUAL_BLOCK) say('large-block', `a block of ${size} bytes`);
    if (size > output.length) output = new Uint8Array(size);
    const stored = length === size;
    if (stored) say('stored-block', 'a block is stored as it is');

    input.need(length);
    const contents = output.subarray(0, size);
    readBlock(input, length, contents, checksumsBefore(flags, stored));
    if (!isSum(contents, checksum, flags)) {
      say('wrong-checksum', 'the checksum of a block does not match');
    }
    yield contents;
  }
}

/** Reads a block, which is in the window of the input. */
function readBlock(
  input: CompressedInput,
  length: number,
  contents: Uint8Array,
  checksums: number,
): void {
  if (length === contents.length) {
    contents.set(input.bytes.subarray(input.pos, input.pos + length));
    input.pos += length;
    return;
  }
  try {
    if (decodeLzo1x(input, length, contents) === contents.length) return;
  } catch (error) {
    if (!(error instanceof PayloadError) || checksums === 1) throw error;
  }
  throw input.error(
    'corrupt',
    checksums === 1
      ? 'a block ends short of its size'
      : `a block has ${checksums} checksums before it, and every Xen expects one`,
  );
}

/** How many checksums lzop writes before a block: of one that is stored, none of what it takes. */
function checksumsBefore(flags: number, stored: boolean): number {
  const kinds = [F_ADLER32_D, F_CRC32_D, ...(stored ? [] : [F_ADLER32_C, F_CRC32_C])];
  return kinds.filter((kind) => flags & kind).length;
}

/** Whether the first checksum of a block is right for its contents. */
function isSum(contents: Uint8Array, checksum: number, flags: number): boolean {
  return (flags & F_ADLER32_D ? adler32(contents) : crc32(contents)) === checksum;
}

/** Reads past the header. */
function readHeader(input: CompressedInput): {
  readonly flags: number;
  /** Whether its checksum matches. */
  readonly isSound: boolean;
} {
  input.need(MAGIC.length);
  if (MAGIC.some((byte, i) => input.bytes[input.pos + i] !== byte)) {
    throw input.error('corrupt', 'this is no lzop stream', 'no-header');
  }
  input.pos += MAGIC.length;

  // All in one window, so that the checksum can be taken of it afterwards.
  input.ensure(MAX_HEADER);
  const start = input.pos;
  const version = takeUint(input, 2);
  const extended = version >= VERSION_WITH_LEVEL;
  // lib_version, version_needed_to_extract, method, level
  skip(input, extended ? 6 : 3);
  const flags = takeUint(input, 4);
  skip(input, flags & F_H_FILTER ? 4 : 0);
  skip(input, extended ? 12 : 8); // mode, mtime_low, mtime_high
  skip(input, takeUint(input, 1)); // name
  const header = input.bytes.subarray(start, input.pos);
  const expected = takeUint(input, 4);
  return { flags, isSound: (flags & F_H_CRC32 ? crc32(header) : adler32(header)) === expected };
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
