import { createInflateRaw } from 'node:zlib';
import type { ByteSource } from '../../bytes/bytes.ts';
import { CHUNK_SIZE, through } from '../../codecs/node-stream.ts';
import { ArchiveError } from './archive-error.ts';
import type { ArchiveWork } from './limits.ts';

const LEAST_CHUNK = 16 * 1024;

/**
 * The contents of a raw deflate stream (RFC 1951), which must be all that a source has.
 *
 * @param size of the contents, as far as it is known: small ones need no large buffer.
 * @param name of the stream, for messages.
 */
export async function* inflated(
  source: ByteSource,
  size: number,
  name: string,
  work: ArchiveWork,
): AsyncGenerator<Uint8Array, void> {
  const chunkSize = Math.min(Math.max(size, LEAST_CHUNK), CHUNK_SIZE);
  const engine = createInflateRaw({ chunkSize });
  try {
    for await (const chunk of through(engine, source)) {
      work.spend(chunk.length);
      yield chunk;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') {
      throw new ArchiveError('damaged', `is cut: it ends inside of the deflate stream of ${name}`);
    }
    if (code !== 'Z_DATA_ERROR') throw error;
    throw new ArchiveError('damaged', `is damaged: ${name} cannot be decompressed`);
  }
  const rest = source.size - engine.bytesWritten;
  if (rest > 0) {
    const message = `has ${rest} bytes after the deflate stream of ${name}, which are not read`;
    throw new ArchiveError('damaged', message);
  }
}
