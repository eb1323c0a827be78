import type { ByteSource } from '../bytes/bytes.ts';
import { BitReader } from './bit-reader.ts';
import { readBzip2Header } from './bzip2-header.ts';
import { decodeBzip2Symbols } from './bzip2-symbols.ts';
import { bzip2Text, readBzip2Text } from './bzip2-text.ts';
import { CompressedInput } from './input.ts';

// bzip2 has no specification by its author; the layout is that of "BZIP2: Format Specification"
// (Joe Tsai), sections 2.2.1 to 2.2.4.
/** `BZh` */
const MAGIC = 0x425a68;
/** The digits of pi, and of its square root. */
const BLOCK_MAGIC = 0x314159265359;
const END_MAGIC = 0x177245385090;
/** Blocks have up to 1 to 9 times as many bytes. */
const LEVEL_SIZE = 100_000;

/** Holds the largest block without runs in one chunk. */
const CHUNK = 1 << 20;

/**
 * One bzip2 stream, up to its end mark. Every block's CRC and the stream's are verified. It holds
 * one block, of up to 900,000 bytes, in four times its size.
 *
 * @see Decompress for what it yields, returns and throws
 */
export function* decompressBzip2(source: ByteSource): Generator<Uint8Array, number> {
  const input = new CompressedInput(source, 'bzip2');
  const bits = new BitReader(input);
  if (bits.take(24) !== MAGIC) throw input.error('corrupt', 'this is no bzip2 stream');
  const level = bits.take(8) - 0x30;
  if (level < 1 || level > 9) throw input.error('corrupt', 'the block size is not 1 to 9');

  const block = new Uint32Array(level * LEVEL_SIZE);
  const output = new Uint8Array(CHUNK);
  let streamCrc = 0;
  for (;;) {
    const magic = takeUint(bits, 48);
    const crc = takeUint(bits, 32);
    if (magic === END_MAGIC) {
      if (crc !== streamCrc >>> 0)
        throw input.error('corrupt', 'the CRC of the stream does not match', 'wrong-crc');
      return input.consumed;
    }
    if (magic !== BLOCK_MAGIC) throw input.error('corrupt', 'neither a block nor the end');

    const header = readBzip2Header(bits);
    const counts = new Uint32Array(256);
    const size = decodeBzip2Symbols(bits, header, block, counts);
    if (header.origin >= size) throw input.error('corrupt', 'a block starts outside itself');
    const text = bzip2Text(block, size, counts, header.origin);
    while (text.left > 0) {
      const length = readBzip2Text(text, output);
      if (length > 0) yield output.subarray(0, length);
    }
    if (~text.crc >>> 0 !== crc) {
      throw input.error('corrupt', 'the CRC of a block does not match', 'wrong-crc');
    }
    streamCrc = ((streamCrc << 1) | (streamCrc >>> 31)) ^ crc;
  }
}

function takeUint(bits: BitReader, count: 32 | 48): number {
  const high = bits.take(count - 24);
  return high * 2 ** 24 + bits.take(24);
}
