/**
 * Random access to bytes that may be too many to hold: a file on disk, a payload that is
 * decompressed on demand, or a plain array.
 *
 * Only `read` applies an offset or a length from a hostile file to memory. It clips to the source,
 * so its callers are safe without bounds checks.
 */
export interface ByteSource {
  /** Number of bytes in the source. */
  readonly size: number;
  /**
   * The bytes from `offset`, at most `length` of them; fewer where the source ends, none where it
   * has ended. The result may be a view of a buffer that the source owns: do not write to it.
   */
  read(offset: number, length: number): Uint8Array;
}

/** A source over bytes that are in memory already. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) =>
      offset < 0 || length <= 0 ? EMPTY : bytes.subarray(offset, offset + length),
  };
}

/** The part `[offset, offset + length)` of a source as a source of its own, clipped to its end. */
export function sliceSource(source: ByteSource, offset: number, length: number): ByteSource {
  const start = Math.min(Math.max(offset, 0), source.size);
  const size = Math.min(Math.max(length, 0), source.size - start);
  return {
    size,
    read: (at, count) =>
      at < 0 || at >= size ? EMPTY : source.read(start + at, Math.min(count, size - at)),
  };
}

const EMPTY = new Uint8Array(0);

/** The parts of a kernel that a reader asks for are too many or too far apart to be held. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}
