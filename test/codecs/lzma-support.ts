import { readFileSync } from 'node:fs';
import { type ByteSource, bytesSource } from '../../src/bytes/bytes.ts';
import { DEFAULT_MAX_DICTIONARY, type Decompress, PayloadError } from '../../src/codecs/codec.ts';

/** A compressed file of `test/fixtures/payload/lzma`. */
export function fixture(name: string): Uint8Array {
  return read(`../fixtures/payload/lzma/${name}`);
}

/** The payload of a kernel in `test/kernels`, with the four bytes of its size at the end. */
export function kernelPayload(name: string): Uint8Array {
  const image = read(`../kernels/${name}`);
  const header = new DataView(image.buffer, image.byteOffset);
  const code = (header.getUint8(0x1f1) + 1) * 512;
  const start = code + header.getUint32(0x248, true);
  return image.subarray(start, start + header.getUint32(0x24c, true));
}

function read(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, import.meta.url)));
}

/** A source that gives at most `window` bytes at a time, as if a decoder's window were so small. */
export function windowed(bytes: Uint8Array, window: number): ByteSource {
  const source = bytesSource(bytes);
  return {
    size: source.size,
    read: (offset, length) => source.read(offset, Math.min(length, window)),
  };
}

export interface Drained {
  readonly contents: Uint8Array;
  readonly consumed: number;
  readonly largestChunk: number;
}

/** All that a decompressor yields and returns. */
export async function drain(
  decompress: Decompress,
  input: Uint8Array | ByteSource,
  maxDictionary: number = DEFAULT_MAX_DICTIONARY,
): Promise<Drained> {
  const source = input instanceof Uint8Array ? bytesSource(input) : input;
  const parts: Uint8Array[] = [];
  let largestChunk = 0;
  const chunks = decompress(source, { maxDictionary });
  for (;;) {
    const { done, value } = await chunks.next();
    if (done)
      return { contents: new Uint8Array(Buffer.concat(parts)), consumed: value, largestChunk };
    parts.push(value.slice());
    largestChunk = Math.max(largestChunk, value.length);
  }
}

/** What becomes of an input: its contents, or the error; anything else that is thrown stays thrown. */
export async function outcome(
  decompress: Decompress,
  input: Uint8Array | ByteSource,
  maxDictionary?: number,
): Promise<Uint8Array | PayloadError> {
  try {
    return (await drain(decompress, input, maxDictionary)).contents;
  } catch (error) {
    if (error instanceof PayloadError) return error;
    throw error;
  }
}

/** A copy with one byte replaced. */
export function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = value;
  return copy;
}
