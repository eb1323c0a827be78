import type { ByteSource } from '../../src/bytes/bytes.ts';

const ZEROS = new Uint8Array(1 << 20);

/** Zeros of any size, with some bytes put into them. */
export function sparseSource(
  size: number,
  parts: readonly { readonly offset: number; readonly bytes: Uint8Array }[],
): ByteSource {
  return {
    size,
    read: (offset, wanted) => {
      const length = Math.max(Math.min(wanted, size - offset), 0);
      const here = parts.filter((one) => isAt(one, offset, length));
      // Tests read gigabytes of them, and to allocate an array takes longer than to read it.
      if (here.length === 0 && length <= ZEROS.length) return ZEROS.subarray(0, length);
      const out = new Uint8Array(length);
      for (const part of here) {
        const at = part.offset - offset;
        out.set(part.bytes.subarray(Math.max(-at, 0), length - at), Math.max(at, 0));
      }
      return out;
    },
  };
}

function isAt(
  part: { readonly offset: number; readonly bytes: Uint8Array },
  offset: number,
  length: number,
): boolean {
  return part.offset < offset + length && offset < part.offset + part.bytes.length;
}

/** Counts how many bytes are read of a source. */
export function countingSource(source: ByteSource): ByteSource & { readonly bytesRead: number } {
  let bytesRead = 0;
  return {
    size: source.size,
    read: (offset, length) => {
      const bytes = source.read(offset, length);
      bytesRead += bytes.length;
      return bytes;
    },
    get bytesRead() {
      return bytesRead;
    },
  };
}
