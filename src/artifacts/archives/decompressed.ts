import { type ByteSource, sliceSource } from '../../bytes/bytes.ts';
import { type Codec, type Decompress, PayloadError } from '../../codecs/codec.ts';
import { CODECS, codecOf } from '../../codecs/codecs.ts';
import { skippableFrame } from '../../codecs/zstd-frame.ts';
import { COST } from '../decompress-start.ts';
import { ArchiveError } from './archive-error.ts';
import { type ArchiveWork, MOST_STREAMS } from './limits.ts';

const MAGIC = 8;

/**
 * The contents of all streams of a codec that follow each other in a source, as one. The tools of all
 * codecs read them so. pbzip2, pzstd and Alpine make such streams.
 *
 * @throws {ArchiveError} where a stream is damaged, or something else follows it.
 */
export async function* decompressed(
  source: ByteSource,
  codec: Codec,
  work: ArchiveWork,
): AsyncGenerator<Uint8Array, void> {
  const { decompress }: { decompress: Decompress } = CODECS[codec];
  const { maxDictionary } = work;
  let at = 0;
  for (let streams = 0; ; streams++) {
    if (streams > MOST_STREAMS) {
      throw new ArchiveError(
        'limit',
        `has more than ${MOST_STREAMS} compressed streams, the limit`,
      );
    }
    at = pastPadding(source, codec, at);
    if (streams > 0) {
      if (at >= source.size) return;
      if (codecOf(source.read(at, MAGIC)) !== codec) {
        throw new ArchiveError(
          'damaged',
          `has ${source.size - at} bytes after its ${codec} stream, which are not read`,
        );
      }
    }
    const chunks = decompress(sliceSource(source, at, source.size - at), { maxDictionary });
    try {
      for (;;) {
        const step = await chunks.next();
        if (step.done) {
          at += step.value;
          break;
        }
        work.spend(step.value.length, COST[codec]);
        yield step.value;
      }
    } catch (error) {
      if (!(error instanceof PayloadError)) throw error;
      throw inWords(error);
    } finally {
      await chunks.return(0);
    }
  }
}

function inWords({ codec, fault, message }: PayloadError): ArchiveError {
  if (fault === 'truncated') return new ArchiveError('damaged', `is cut: ${message} (${codec})`);
  const kind = fault === 'corrupt' ? 'damaged' : 'unsupported';
  return new ArchiveError(kind, `cannot be decompressed with ${codec}: ${message}`);
}

/** Where the next stream starts: behind zeros, which fill a block of a tape, and empty frames. */
function pastPadding(source: ByteSource, codec: Codec, start: number): number {
  let at = start;
  for (;;) {
    const skipped =
      codec === 'zstd' ? skippableFrame(sliceSource(source, at, source.size - at)) : null;
    if (skipped !== null) {
      at += skipped;
      continue;
    }
    if (at === 0) return at;
    const bytes = source.read(at, 64 * 1024);
    const count = bytes.findIndex((byte) => byte !== 0);
    if (count >= 0) return at + count;
    if (bytes.length === 0) return at;
    at += bytes.length;
  }
}
