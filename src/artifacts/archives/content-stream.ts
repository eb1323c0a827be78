import type { ByteSource } from '../../bytes/bytes.ts';
import { codecOf } from '../../codecs/codecs.ts';
import { type ByteStream, chunkStream, sourceStream } from './byte-stream.ts';
import { decompressed } from './decompressed.ts';
import type { ArchiveWork } from './limits.ts';
import type { Members } from './member.ts';

/** What is in a source that may be compressed as a whole, by its first bytes. */
export function contentStream(source: ByteSource, work: ArchiveWork): ByteStream {
  const codec = codecOf(source.read(0, 8));
  return codec === null ? sourceStream(source) : chunkStream(decompressed(source, codec, work));
}

/** The members that are found in the contents of a source, which are closed however the walk ends. */
export async function* membersIn(
  source: ByteSource,
  work: ArchiveWork,
  walk: (stream: ByteStream) => Members,
): Members {
  const stream = contentStream(source, work);
  try {
    yield* walk(stream);
  } finally {
    await stream.close();
  }
}
