import type { ByteSource } from '../../bytes/bytes.ts';
import { latin1 } from '../../bytes/latin1.ts';
import { codecOf } from '../../codecs/codecs.ts';
import { ArchiveError } from './archive-error.ts';
import { type ByteStream, chunkStream, sourceStream } from './byte-stream.ts';
import { decompressed } from './decompressed.ts';
import type { ArchiveWork } from './limits.ts';
import type { Members } from './member.ts';

/** What is in a source that may be compressed as a whole, by its first bytes. */
export function contentStream(source: ByteSource, work: ArchiveWork): ByteStream {
  const codec = codecOf(source.read(0, 8));
  return codec === null ? sourceStream(source) : chunkStream(decompressed(source, codec, work));
}

/** What the first header of an archive has, where its contents are not compressed. */
interface Magic {
  readonly offset: number;
  readonly texts: readonly string[];
}

/** Of a tar archive, and of the cpio archive of an rpm package; zeros are an empty tar archive. */
export const TAR_MAGIC: Magic = { offset: 257, texts: ['ustar', '\0\0\0\0\0'] };
export const CPIO_MAGIC: Magic = { offset: 0, texts: ['07070'] };

/**
 * The contents of a package, which are an archive: anything else is in a compression that is not read.
 *
 * @throws {ArchiveError}
 */
export function packageContent(source: ByteSource, { offset, texts }: Magic): ByteSource {
  const isPlain = codecOf(source.read(0, 8)) === null;
  const start = latin1(source.read(offset, 5));
  if (!isPlain || start.length < 5 || texts.includes(start)) return source;
  throw new ArchiveError('unsupported', 'has contents in a compression that is not known');
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
