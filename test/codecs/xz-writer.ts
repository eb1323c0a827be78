import { crc32 } from 'node:zlib';

/** A multibyte integer of the .xz format. */
export function xzInteger(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Uint8Array.from([...bytes, rest]);
}

/**
 * A sound .xz stream, without a check, of one block that has `lzma2` for its data: whatever is wrong
 * with it is wrong in there. `headerPadding` goes into the block header, where zeros should be, and
 * `dictionary` is its size as LZMA2 writes it; the default stands for 64 KiB.
 */
export function xzStream(
  lzma2: Uint8Array,
  contentsSize: number,
  headerPadding: readonly number[] = [0, 0, 0],
  dictionary = 0x08,
): Uint8Array {
  const streamFlags = Uint8Array.of(0, 0);
  const header = sealed([0x02, 0x00, 0x21, 0x01, dictionary, ...headerPadding]); // LZMA2
  const list = [0x00, 0x01, ...xzInteger(header.length + lzma2.length), ...xzInteger(contentsSize)];
  const index = sealed([...list, ...padding(list.length)]);
  const backward = Uint8Array.of(index.length / 4 - 1, 0, 0, 0, ...streamFlags);
  return new Uint8Array(
    Buffer.concat([
      Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00),
      sealed([...streamFlags]),
      header,
      lzma2,
      padding(lzma2.length),
      index,
      sealed([...backward]).subarray(6),
      backward,
      Uint8Array.of(0x59, 0x5a),
    ]),
  );
}

/** The bytes, and their CRC32 after them. */
function sealed(bytes: readonly number[]): Uint8Array {
  const data = Uint8Array.from(bytes);
  const sum = new DataView(new ArrayBuffer(4));
  sum.setUint32(0, crc32(data), true);
  return Uint8Array.from([...data, ...new Uint8Array(sum.buffer)]);
}

function padding(size: number): Uint8Array {
  return new Uint8Array((4 - (size % 4)) % 4);
}
