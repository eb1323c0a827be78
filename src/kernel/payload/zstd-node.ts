import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import { PayloadError } from './codec.ts';
import { CHUNK_SIZE, through } from './node-stream.ts';
import type { ZstdEngine } from './zstd-engine.ts';

/** What node:zlib has from 22.15 and 23.8 on, and the types of Node 20 do not know. */
const { createZstdDecompress } = zlib as {
  createZstdDecompress?: (options: { chunkSize: number }) => Transform & { bytesWritten: number };
};

/**
 * libzstd as Node carries it; `null` where it does not. It reports bad content and a bad checksum
 * itself, but not on every version a frame that is cut off: hand it whole frames only.
 *
 * @throws {PayloadError} of the fault `corrupt`.
 */
export const nodeZstd: ZstdEngine | null = createZstdDecompress
  ? async function* (frame) {
      const engine = createZstdDecompress({ chunkSize: CHUNK_SIZE });
      try {
        yield* through(engine, frame);
      } catch (error) {
        throw asFault(error as NodeJS.ErrnoException, engine.bytesWritten);
      }
    }
  : null;

function asFault(error: NodeJS.ErrnoException, offset: number): Error {
  const { code = '', message } = error;
  // This machine's fault, not the frame's.
  if (code === 'ZSTD_error_memory_allocation') return error;
  return code.startsWith('ZSTD_error_') || code === 'Z_BUF_ERROR'
    ? new PayloadError('zstd', 'corrupt', offset, message)
    : error;
}
