import type { ByteSource } from '../../bytes/bytes.ts';
import { codecOf } from '../../codecs/codecs.ts';
import { type ByteStream, chunkStream, sourceStream } from './byte-stream.ts';
import { decompressed } from './decompressed.ts';
import type { ArchiveWork } from './limits.ts';

/** What is in a source that may be compressed as a whole, by its first bytes. */
export function contentStream(source: ByteSource, work: ArchiveWork): ByteStream {
  const codec = codecOf(source.read(0, 8));
  return codec === null ? sourceStream(source) : chunkStream(decompressed(source, codec, work));
}
