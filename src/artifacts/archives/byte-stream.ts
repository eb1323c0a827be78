import { type ByteSource, bytesSource, sliceSource } from '../../bytes/bytes.ts';
import { ArchiveError } from './archive-error.ts';
import { MOST_HELD } from './limits.ts';

/** Bytes that are read once, from first to last. */
export interface ByteStream {
  /** How many bytes were skipped or taken. */
  readonly position: number;
  /** The next bytes, which stay: `length` of them, or all. Valid until the next call. */
  peek(length: number): Promise<Uint8Array>;
  /** Goes on; returns by how many bytes, fewer than `length` at the end. */
  skip(length: number): Promise<number>;
  /** The next bytes, to be kept; fewer than `length` at the end. */
  take(length: number): Promise<ByteSource>;
  close(): Promise<void>;
}

/** A source that is read from first to last: what is taken is a part of it. */
export function sourceStream(source: ByteSource): ByteStream {
  let position = 0;
  const skip = (length: number) => {
    const count = Math.max(0, Math.min(length, source.size - position));
    position += count;
    return count;
  };
  return {
    get position() {
      return position;
    },
    peek: async (length) => source.read(position, length),
    skip: async (length) => skip(length),
    take: async (length) => {
      const start = position;
      return sliceSource(source, start, skip(length));
    },
    close: async () => {},
  };
}

const FIRST_BUFFER = 1 << 20;

/** Chunks that are valid until the next one: what is taken is copied. */
export function chunkStream(chunks: AsyncGenerator<Uint8Array, unknown>): ByteStream {
  let position = 0;
  let rest: Uint8Array = new Uint8Array(0);
  let isAtEnd = false;

  const nextChunk = async (): Promise<Uint8Array | null> => {
    for (;;) {
      if (isAtEnd) return null;
      const step = await chunks.next();
      isAtEnd = step.done === true;
      if (!step.done && step.value.length > 0) return step.value;
    }
  };

  /** Hands out the next `length` bytes in pieces. Returns how many there were. */
  const consume = async (length: number, take: (piece: Uint8Array) => void): Promise<number> => {
    let left = length;
    while (left > 0) {
      if (rest.length === 0) {
        const chunk = await nextChunk();
        if (chunk === null) break;
        rest = chunk;
      }
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      take(piece);
      left -= piece.length;
      position += piece.length;
    }
    return length - left;
  };

  return {
    get position() {
      return position;
    },
    peek: async (length) => {
      while (rest.length < length) {
        const held = rest.slice();
        const chunk = await nextChunk();
        if (chunk === null) {
          rest = held;
          break;
        }
        rest = new Uint8Array(held.length + chunk.length);
        rest.set(held);
        rest.set(chunk, held.length);
      }
      return rest.subarray(0, length);
    },
    skip: (length) => consume(length, () => {}),
    take: async (length) => {
      if (length > MOST_HELD) {
        const limit = `${MOST_HELD >> 20} MiB`;
        throw new ArchiveError('limit', `is compressed and larger than ${limit}, the limit`);
      }
      // A header may promise more than there is.
      let held = new Uint8Array(Math.min(length, FIRST_BUFFER));
      let filled = 0;
      await consume(length, (piece) => {
        if (filled + piece.length > held.length) {
          const size = Math.min(length, Math.max(2 * held.length, filled + piece.length));
          const larger = new Uint8Array(size);
          larger.set(held.subarray(0, filled));
          held = larger;
        }
        held.set(piece, filled);
        filled += piece.length;
      });
      return bytesSource(held.subarray(0, filled));
    },
    close: async () => {
      isAtEnd = true;
      await chunks.return(undefined);
    },
  };
}
