import { crc32, inflateRawSync } from 'node:zlib';
import type { Codec } from '../../src/codecs/codec.ts';

/**
 * Corrects the checksums of headers, and those of contents where they can be found out: a decoder
 * that meets a wrong checksum first never comes to what was changed. What is too broken to have one
 * stays as it is.
 */
export const SEALS: Readonly<Partial<Record<Codec, (stream: Uint8Array) => Uint8Array>>> = {
  gzip: sealGzip,
  xz: sealXz,
  lzo: sealLzo,
};

/** RFC 1952, for a header without extra fields. */
function sealGzip(stream: Uint8Array): Uint8Array {
  const body = 10;
  const sealed = stream.slice();
  try {
    const { buffer, engine } = inflateRawSync(stream.subarray(body), {
      info: true,
      maxOutputLength: 1 << 24,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    const end = body + engine.bytesWritten;
    if (end + 8 > stream.length) return stream;
    putU32(sealed, end, crc32(buffer));
    putU32(sealed, end + 4, buffer.length);
    return sealed;
  } catch {
    return stream;
  }
}

/** The stream header, the first block header, the index and the footer (xz-file-format, 2 to 4). */
function sealXz(stream: Uint8Array): Uint8Array {
  const sealed = stream.slice();
  const { length } = sealed;
  sealPart(sealed, 6, 8);
  const blockHeader = ((sealed[12] ?? 0) + 1) * 4;
  if (sealed[12] !== 0) sealPart(sealed, 12, 12 + blockHeader - 4);
  sealed.set(stream.subarray(6, 8), Math.max(0, length - 4));
  const footer = length - 12;
  if (footer < 12) return sealed;
  putU32(sealed, footer, crc32(sealed.subarray(footer + 4, footer + 10)));
  const view = new DataView(sealed.buffer);
  const index = footer - (view.getUint32(footer + 4, true) + 1) * 4;
  if (index >= 12) sealPart(sealed, index, footer - 4);
  return sealed;
}

/** Writes the CRC32 of a part right behind it. */
function sealPart(stream: Uint8Array, from: number, to: number): void {
  if (to + 4 <= stream.length) putU32(stream, to, crc32(stream.subarray(from, to)));
}

const LZOP_NAME_LENGTH = 33;
const LZOP_HEADER_START = 9;
const LZOP_HEADER_CRC32 = 0x1000;

/** The header of lzop, which ends with the name of the file. */
function sealLzo(stream: Uint8Array): Uint8Array {
  const sealed = stream.slice();
  const end = LZOP_NAME_LENGTH + 1 + (sealed[LZOP_NAME_LENGTH] ?? 0);
  if (end + 4 > sealed.length) return stream;
  const view = new DataView(sealed.buffer);
  const header = sealed.subarray(LZOP_HEADER_START, end);
  const isCrc = (view.getUint32(17) & LZOP_HEADER_CRC32) !== 0;
  view.setUint32(end, isCrc ? crc32(header) : adler32(header));
  return sealed;
}

export function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

function putU32(bytes: Uint8Array, at: number, value: number): void {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, value >>> 0, true);
}
