import type { Transform } from 'node:stream';
import type { ByteSource } from '../bytes/bytes.ts';

/** Compressed bytes handed to the engine at a time. */
const WINDOW = 1 << 20;

/**
 * `chunkSize` for node:zlib, in bytes: with its default of 16 KiB the hops between threads take
 * longer than the decompression.
 */
export const CHUNK_SIZE = 1 << 20;

/**
 * Runs a source through one of node:zlib's decompressors and yields what comes out. At most two
 * chunks and one window are in memory, however much the source expands. The next window is read
 * only when the engine used up the previous one, so the source may reuse its buffer.
 *
 * Ends at the end of the engine's stream, which may be before the end of the source. A consumer
 * that leaves early destroys the engine.
 *
 * @throws any error of the engine or the source, unchanged.
 */
export async function* through(engine: Transform, source: ByteSource): AsyncGenerator<Uint8Array> {
  let offset = 0;
  const feed = (): void => {
    try {
      const window = source.read(offset, WINDOW);
      offset += window.length;
      if (window.length === 0) {
        engine.end();
        return;
      }
      engine.write(window, (error) => {
        if (!error) feed();
      });
    } catch (error) {
      engine.destroy(error as Error);
    }
  };
  try {
    feed();
    for await (const chunk of engine) yield chunk;
  } finally {
    engine.destroy();
  }
}
