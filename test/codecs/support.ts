import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type ByteSource, bytesSource } from '../../src/bytes/bytes.ts';
import {
  DEFAULT_MAX_DICTIONARY,
  type Decompress,
  PayloadError,
  type Remark,
} from '../../src/codecs/codec.ts';

/** A stream that one of the real tools has written. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/payload/${name}`, import.meta.url));
}

/** What the fixtures named `sample.*` hold: text, a long run, and bytes that do not compress. */
export function sample(): Buffer {
  const lines = Array.from({ length: 400 }, (_, i) => `vmlinux line ${i % 37}: ${i * i}\n`);
  return Buffer.concat([Buffer.from(lines.join('')), Buffer.alloc(9000), noise(3000)]);
}

/** Bytes without a pattern, the same ones every time (xorshift32). */
export function noise(length: number): Buffer {
  let state = 0x9e3779b9;
  return Buffer.from(
    Uint8Array.from({ length }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state;
    }),
  );
}

/** The SHA-256 and size of the ELF file inside of the real kernels, as the real tools decompress it. */
export const VMLINUX = {
  sha256: '2a0a151f72469e2830e6d3e11c30bf13acf122c6a2b685ee1dedb44955ace1ed',
  size: 57643128,
};

/** The payload of a real, slimmed Debian kernel, with the four bytes of size at its end. */
export function kernelPayload(suffix: string): Buffer {
  const name = `vmlinuz-6.12.94+deb13-amd64${suffix}.img`;
  return bzimagePayload(readFileSync(new URL(`../kernels/${name}`, import.meta.url)));
}

export function bzimagePayload(file: Buffer): Buffer {
  const setupSects = file.readUInt8(0x1f1);
  const offset = (setupSects + 1) * 512 + file.readUInt32LE(0x248);
  return file.subarray(offset, offset + file.readUInt32LE(0x24c));
}

/**
 * A source that returns the same buffer again and again, as a file with a fixed buffer may. A decoder
 * that reads on in an old window gets bytes that were never in the stream.
 */
export function reusingSource(bytes: Uint8Array): ByteSource & { readonly reads: number[] } {
  let buffer = new Uint8Array(0);
  const reads: number[] = [];
  return {
    size: bytes.length,
    reads,
    read(offset, length) {
      reads.push(offset);
      buffer.fill(0xaa);
      const part = bytes.subarray(offset, offset + length);
      if (buffer.length < part.length) buffer = new Uint8Array(part.length);
      buffer.set(part);
      return buffer.subarray(0, part.length);
    },
  };
}

/** All that a decoder yields, and what it returns. */
export async function decompressAll(
  decompress: Decompress,
  input: Uint8Array | ByteSource,
  maxDictionary = DEFAULT_MAX_DICTIONARY,
  remark?: (remark: Remark) => void,
): Promise<{ contents: Buffer; consumed: number }> {
  const source = input instanceof Uint8Array ? bytesSource(input) : input;
  const stream = decompress(source, { maxDictionary, ...(remark && { remark }) });
  const chunks: Buffer[] = [];
  for (;;) {
    const { value, done } = await stream.next();
    if (done) return { contents: Buffer.concat(chunks), consumed: value };
    chunks.push(Buffer.from(value));
  }
}

/** What a decoder remarks of a stream that it can decode. */
export async function remarksOf(decompress: Decompress, input: Uint8Array): Promise<string[]> {
  const kinds: string[] = [];
  await decompressAll(decompress, input, undefined, ({ kind }) => kinds.push(kind));
  return kinds;
}

/** As `decompressAll`, for contents that are too long to hold, with the size of the largest chunk. */
export async function digest(
  decompress: Decompress,
  input: Uint8Array,
): Promise<{ sha256: string; size: number; consumed: number; largestChunk: number }> {
  const stream = decompress(bytesSource(input), { maxDictionary: DEFAULT_MAX_DICTIONARY });
  const hash = createHash('sha256');
  let size = 0;
  let largestChunk = 0;
  for (;;) {
    const { value, done } = await stream.next();
    if (done) return { sha256: hash.digest('hex'), size, consumed: value, largestChunk };
    hash.update(value);
    size += value.length;
    largestChunk = Math.max(largestChunk, value.length);
  }
}

/** The error that a stream ends in; fails where there is none, or one that is not ours. */
export async function faultOf(
  decompress: Decompress,
  input: Uint8Array | ByteSource,
  maxDictionary?: number,
): Promise<PayloadError> {
  const error = await decompressAll(decompress, input, maxDictionary).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PayloadError);
  return error as PayloadError;
}

/** The law that every prefix of a stream, of `shortest` bytes or more, is reported as truncated. */
export async function everyTruncationIsFound(
  decompress: Decompress,
  stream: Uint8Array,
  shortest = 0,
): Promise<void> {
  const lengths = fc.integer({ min: shortest, max: stream.length - 1 });
  await fc.assert(
    fc.asyncProperty(lengths, async (length) => {
      const { fault, offset } = await faultOf(decompress, stream.subarray(0, length));
      expect({ fault, within: offset <= length }).toEqual({ fault: 'truncated', within: true });
    }),
  );
}

/**
 * The rule for a format with checksums: a stream with a changed byte is refused with an error of ours,
 * or gets a remark. Otherwise, the byte has no meaning (a time in a header, padding), and the contents
 * are the same.
 */
export async function everyDamageIsFound(
  decompress: Decompress,
  stream: Uint8Array,
  numRuns = 150,
): Promise<void> {
  const { contents } = await decompressAll(decompress, stream);
  await fc.assert(
    fc.asyncProperty(damaged(stream), async (bytes) => {
      let isRemarked = false;
      const outcome = await decompressAll(decompress, bytes, undefined, ({ kind }) => {
        isRemarked ||= kind === 'wrong-checksum';
      }).catch((error: unknown) => error);
      if (outcome instanceof PayloadError || isRemarked) return;
      expect(outcome).not.toBeInstanceOf(Error);
      expect((outcome as { contents: Buffer }).contents.equals(contents)).toBe(true);
    }),
    { numRuns },
  );
}

/** The stream with one byte changed. */
export function damaged(stream: Uint8Array): fc.Arbitrary<Uint8Array> {
  return fc
    .record({ at: fc.nat(stream.length - 1), change: fc.integer({ min: 1, max: 255 }) })
    .map(({ at, change }) => stream.map((byte, i) => (i === at ? byte ^ change : byte)));
}
