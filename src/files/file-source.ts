import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  read,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import type { ByteSource } from '../bytes/bytes.ts';
import { UnreadableError } from '../bytes/bytes.ts';
import { describeCode } from './file-error.ts';

/** Short reads go through a cache of this many pages. */
const CACHED_PAGES = 16;
const PAGE_SIZE = 256 * 1024;

/** The longest single read, in bytes: the most that a reader may hold of a payload, too. */
const MAX_READ = 64 * 1024 * 1024;

const HASH_CHUNK = 1024 * 1024;

const EMPTY = new Uint8Array(0);

/** A file that cannot be read; the message is a clause that follows its path: `permission denied`. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** An open file. Where it shrinks while it is read, reads come back short. */
export interface FileSource extends ByteSource {
  /** Fills `target` from `offset` on; returns how many bytes there were. For what is read once. */
  readInto(target: Uint8Array, offset: number): number;
  /** Fills as much of `target` as one call does, while this thread goes on; 0 at the end of the file. */
  readAhead(target: Uint8Array, offset: number): Promise<number>;
  close(): void;
}

/**
 * Opens a regular file, or what a symbolic link to one points to.
 *
 * @throws {FileError} at once; and from `read`, where the file system fails later
 */
export function openFile(path: string | Buffer): FileSource {
  const fd = reporting(() => {
    // Checked before, because to open a device can already do something; and again after, without
    // blocking, because the path may have become a FIFO that waits for its writer.
    requireRegular(statSync(path));
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  });
  try {
    const stats = reporting(() => fstatSync(fd));
    requireRegular(stats);
    return { ...descriptorSource(fd, stats.size), close: () => closeSync(fd) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/**
 * SHA-256 of all bytes of a source, in hexadecimal; of a file in constant memory, and the next part of it
 * is read while one is hashed.
 */
export async function sha256(source: ByteSource | FileSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of 'readAhead' in source ? fileChunks(source) : chunks(source)) {
    hash.update(chunk);
  }
  return hash.digest('hex');
}

function* chunks(source: ByteSource): Generator<Uint8Array> {
  for (let offset = 0; offset < source.size; ) {
    const chunk = source.read(offset, HASH_CHUNK);
    if (chunk.length === 0) return;
    yield chunk;
    offset += chunk.length;
  }
}

/** A chunk is valid until the next one is asked for. */
async function* fileChunks({ size, readAhead }: FileSource): AsyncGenerator<Uint8Array> {
  const buffers = [0, HASH_CHUNK].map(
    (held) => new Uint8Array(Math.max(0, Math.min(HASH_CHUNK, size - held))),
  );
  const readAt = (offset: number, buffer: Uint8Array) =>
    offset < size ? readAhead(buffer.subarray(0, size - offset), offset) : null;
  let [buffer = EMPTY, other = EMPTY] = buffers;
  let reading = readAt(0, buffer);
  for (let offset = 0; reading !== null; ) {
    const chunk = buffer.subarray(0, await reading);
    offset += chunk.length;
    reading = chunk.length > 0 ? readAt(offset, other) : null;
    try {
      yield chunk;
    } finally {
      // The file must not be closed under a read.
      await reading?.catch(() => {});
    }
    [buffer, other] = [other, buffer];
  }
}

function descriptorSource(fd: number, size: number): Omit<FileSource, 'close'> {
  const pages = new Map<number, Uint8Array>();
  // Reads are many and close together: the page of the last one needs no look into the map.
  let last: { readonly index: number; readonly bytes: Uint8Array } = { index: -1, bytes: EMPTY };

  const readInto = (target: Uint8Array, offset: number): number => {
    const length = Math.min(target.length, size - offset);
    let filled = 0;
    while (filled < length) {
      const count = reporting(() => readSync(fd, target, filled, length - filled, offset + filled));
      if (count === 0) break;
      filled += count;
    }
    return filled;
  };

  const readAhead = async (target: Uint8Array, offset: number): Promise<number> => {
    try {
      return await readLater(fd, target, offset);
    } catch (error) {
      throw fileError(error);
    }
  };

  const readNow = (offset: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readInto(bytes, offset));
  };

  const page = (index: number): Uint8Array => {
    if (index === last.index) return last.bytes;
    const offset = index * PAGE_SIZE;
    const bytes = pages.get(index) ?? readNow(offset, Math.min(PAGE_SIZE, size - offset));
    // Maps keep the order of insertion: the first page is the one that was not used for longest.
    pages.delete(index);
    pages.set(index, bytes);
    for (const oldest of pages.keys()) {
      if (pages.size <= CACHED_PAGES) break;
      pages.delete(oldest);
    }
    last = { index, bytes };
    return bytes;
  };

  return {
    size,
    readInto,
    readAhead,
    read: (offset, wanted) => {
      const length = Math.min(wanted, size - offset);
      if (offset < 0 || length <= 0) return new Uint8Array(0);
      if (length > MAX_READ) {
        throw new UnreadableError(
          `The file refers to ${length} bytes of itself at once, more than the limit of ${MAX_READ >> 20} MiB.`,
        );
      }
      const index = Math.floor(offset / PAGE_SIZE);
      const start = offset - index * PAGE_SIZE;
      return start + length <= PAGE_SIZE
        ? page(index).subarray(start, start + length)
        : readNow(offset, length);
    },
  };
}

function requireRegular(stats: Stats): void {
  if (stats.isFile()) return;
  const kind = stats.isDirectory()
    ? 'a directory'
    : stats.isFIFO()
      ? 'a FIFO'
      : 'a device or socket';
  throw new FileError(`${kind}, not a regular file`);
}

/** One call, in another thread; returns how many bytes it read. */
function readLater(fd: number, target: Uint8Array, offset: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(fd, target, 0, target.length, offset, (error, count) =>
      error ? reject(error) : resolve(count),
    );
  });
}

/** Runs a call of the file system and puts its error into words. */
function reporting<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw fileError(error);
  }
}

function fileError(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  return new FileError(describeCode(code) ?? `cannot be read (${code})`, { cause: error });
}
