import { type ByteSource, sliceSource } from '../../bytes/bytes.ts';
import { type Patterns, searchLater } from '../../bytes/marks.ts';
import { viewOf } from '../../bytes/view.ts';
import type { Codec } from '../../codecs/codec.ts';
import { CODECS, type CodecTraits, codecOf } from '../../codecs/codecs.ts';
import { isElf } from '../elf.ts';
import type { CompressedPayload, Contents, Payload } from '../kernel.ts';
import { decompressStream } from './decompress.ts';
import type { WorkBudget } from './work-budget.ts';

/** Enough of a stream for every dictionary reader: an xz block header ends within 1036 bytes. */
const HEAD = 2048;

/** The kernel's build appends the size of what it compressed, as 32 bits; gzip ends with it. */
const SIZE_TRAILER = 4;

/** How far decompressors may go for one kernel. */
export interface StreamLimits {
  /** The largest dictionary that they may allocate, in bytes. */
  readonly maxDictionary: number;
  readonly budget: WorkBudget;
  /** What is looked for in the content on the way. */
  readonly patterns: Patterns;
}

/** Opens what is at `offset` of a file, `length` bytes of it if there are as many, by its first bytes. */
export async function openPayload(
  file: ByteSource,
  offset: number,
  length: number,
  limits: StreamLimits,
): Promise<Payload> {
  const place = placeOf(file, offset, length);
  const content = sliceSource(file, offset, length);
  if (isElf(content)) {
    return { ...place, codec: 'none', content, marks: searchLater(content, limits.patterns) };
  }
  const codec = codecOf(place.magic);
  return codec === null ? { ...place, codec } : openCompressed(file, codec, place, limits);
}

/** Opens a whole file that is compressed with `codec`. */
export function openWrapper(
  file: ByteSource,
  codec: Codec,
  limits: StreamLimits,
): Promise<CompressedPayload> {
  return openCompressed(file, codec, placeOf(file, 0, file.size), limits);
}

type Place = ReturnType<typeof placeOf>;

function placeOf(file: ByteSource, offset: number, length: number) {
  const input = sliceSource(file, offset, length);
  const cut = offset + length > file.size;
  const magic = input.read(0, 8).slice();
  return { offset, length, cut, magic, declaredSize: cut ? null : sizeTrailer(input) };
}

/**
 * Decompresses a stream; where only that can show what the stream is without the four bytes of its
 * size, a second time.
 */
async function openCompressed(
  file: ByteSource,
  codec: Codec,
  place: Place,
  limits: StreamLimits,
): Promise<CompressedPayload> {
  const { offset, length } = place;
  const input = sliceSource(file, offset, length);
  const { decompress, endsAtSizeTrailer, endsWithSize, decompressToEnd, ...traits }: CodecTraits =
    CODECS[codec];
  const dictionary = traits.dictionary?.(input.read(0, HEAD)) ?? null;
  const shorter = sliceSource(input, 0, length - SIZE_TRAILER);
  const whole = { ...limits, decompress, input: endsAtSizeTrailer ? shorter : input };
  const contents = await decompressStream(whole, limits.patterns);
  const isKnown =
    endsAtSizeTrailer ||
    endsWithSize ||
    (isDecidedWithin(contents, shorter.size) &&
      (!decompressToEnd || contents.fault !== null || contents.consumed === shorter.size));
  const withoutTrailer = isKnown
    ? contents
    : await decompressStream({
        ...limits,
        decompress: decompressToEnd ?? decompress,
        input: shorter,
      });
  return { ...place, codec, dictionary, ...contents, withoutTrailer };
}

/** Whether a decoder comes to the same end when it is given no more than the first `bytes`. */
function isDecidedWithin({ fault, consumed }: Contents, bytes: number): boolean {
  if (fault) return fault.kind !== 'truncated' && fault.offset <= bytes;
  return consumed !== null && consumed <= bytes;
}

/** The last four bytes, little endian; `null` where there are not as many. */
function sizeTrailer(input: ByteSource): number | null {
  const bytes = input.read(input.size - SIZE_TRAILER, SIZE_TRAILER);
  if (bytes.length < SIZE_TRAILER) return null;
  return viewOf(bytes).getUint32(0, true);
}
