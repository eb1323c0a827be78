import type { ByteSource } from '../../src/bytes/bytes.ts';

/** Zeros of any size, with some bytes put into them. Each read is a new array. */
export function sparseSource(
  size: number,
  parts: readonly { readonly offset: number; readonly bytes: Uint8Array }[],
): ByteSource {
  return {
    size,
    read: (offset, wanted) => {
      const out = new Uint8Array(Math.max(Math.min(wanted, size - offset), 0));
      for (const part of parts) {
        const at = part.offset - offset;
        const bytes = part.bytes.subarray(Math.max(-at, 0), Math.max(out.length - at, 0));
        if (bytes.length > 0) out.set(bytes, Math.max(at, 0));
      }
      return out;
    },
  };
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
