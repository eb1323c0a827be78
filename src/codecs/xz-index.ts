import { createHash, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { CompressedInput } from './input.ts';
import { MAX_INTEGER_BYTES, readInteger } from './xz-integer.ts';

/**
 * The sizes of the blocks of a stream, as its index lists them. Only their hash is kept: a hostile
 * stream may have a block every 30 bytes.
 */
export class BlockSizes {
  count = 0;
  readonly #hash: Hash = createHash('sha256');

  /** @param unpadded header, data and check in bytes, without the padding between them */
  add(unpadded: number, uncompressed: number): void {
    this.count += 1;
    this.#hash.update(Float64Array.of(unpadded, uncompressed));
  }

  /** Call once, when all sizes are added. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}

/**
 * Reads the index of an .xz stream (The .xz File Format, section 4), which must list exactly
 * `blocks`; returns its size in bytes.
 *
 * @throws {PayloadError}
 */
export function readIndex(input: CompressedInput, blocks: BlockSizes): number {
  const start = input.consumed;
  let sum = 0;
  const integer = (): number => {
    // That many bytes follow on every place of a sound index: its CRC32 and the footer are longer.
    input.need(MAX_INTEGER_BYTES);
    const from = input.pos;
    const value = readInteger(input);
    sum = crc32(input.bytes.subarray(from, input.pos), sum);
    return value;
  };
  const expect = (value: number): void => {
    if (integer() !== value) throw input.error('corrupt', 'the index does not list the blocks');
  };

  expect(0); // the index indicator
  expect(blocks.count);
  const listed = new BlockSizes();
  for (let i = 0; i < blocks.count; i++) listed.add(integer(), integer());
  if (listed.digest() !== blocks.digest()) {
    throw input.error('corrupt', 'the index does not list the blocks');
  }
  while ((input.consumed - start) % 4 !== 0) expect(0); // padding

  input.need(4);
  const field = new DataView(input.bytes.buffer, input.bytes.byteOffset + input.pos);
  input.pos += 4;
  if (field.getUint32(0, true) !== sum) {
    throw input.error('corrupt', 'the CRC32 of the index does not match');
  }
  return input.consumed - start;
}
