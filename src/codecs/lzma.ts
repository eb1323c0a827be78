import type { ByteSource } from '../bytes/bytes.ts';
import { viewOf } from '../bytes/view.ts';
import type { DecompressOptions } from './codec.ts';
import { Dictionary } from './dictionary.ts';
import { CompressedInput } from './input.ts';
import { LzmaDecoder, type LzmaStop, lzmaProperties, MAX_SYMBOL_BYTES } from './lzma-decoder.ts';
import { START_BYTES } from './range-decoder.ts';

/** Properties, dictionary size (four bytes), size of the contents (eight), all little endian. */
const HEADER_BYTES = 13;

const EARLY_END = 'the end marker comes before the declared size';

/** A smaller dictionary means this one (LZMA specification, "Dictionary Size"). */
const MIN_DICTIONARY = 4096;

/** The size of contents that say themselves where they end, by a marker. */
const UNKNOWN_SIZE = 0xffff_ffff_ffff_ffffn;

/**
 * The dictionary that a `.lzma` stream declares, in bytes; `null` where `head`, the first bytes of
 * the stream, is no header.
 */
export function lzmaDictionary(head: Uint8Array): number | null {
  if (head.length < HEADER_BYTES || lzmaProperties(head[0] as number) === null) return null;
  return viewOf(head).getUint32(1, true);
}

/**
 * Decompresses a `.lzma` stream (LZMA specification, "The LZMA file format"), also called "LZMA
 * alone": a header of 13 bytes and one coded run. The contents end at the size in the header, at an
 * end marker, or at both. The format has no checksum: what is verified is that the coded run ends
 * exactly there.
 *
 * A `Decompress`.
 */
export function* decompressLzma(
  source: ByteSource,
  { maxDictionary, remark }: DecompressOptions,
): Generator<Uint8Array, number> {
  const input = new CompressedInput(source, 'lzma');
  input.need(HEADER_BYTES + START_BYTES);
  const header = new DataView(input.bytes.buffer, input.bytes.byteOffset + input.pos, HEADER_BYTES);
  const properties = lzmaProperties(header.getUint8(0));
  if (properties === null) throw input.error('corrupt', 'the properties byte is above 224');
  const dictionarySize = header.getUint32(1, true);
  if (dictionarySize > maxDictionary) {
    throw input.error('dictionary-too-large', `asks for a dictionary of ${dictionarySize} bytes`);
  }
  const size = header.getBigUint64(5, true);
  let left = size === UNKNOWN_SIZE ? Number.POSITIVE_INFINITY : Number(size);
  input.pos += HEADER_BYTES;

  const dictionary = new Dictionary();
  dictionary.reset(Math.max(dictionarySize, MIN_DICTIONARY));
  const decoder = new LzmaDecoder(input, dictionary);
  decoder.configure(properties);
  if (!decoder.coder.start()) throw input.error('corrupt', 'the coded run does not start with a 0');

  let stop: LzmaStop = 'output';
  try {
    while (left > 0 && stop !== 'end-marker') {
      const room = dictionary.room();
      if (room === 0) {
        yield dictionary.take();
        continue;
      }
      const start = dictionary.pos;
      stop = decode(input, decoder, Math.min(room, left));
      left -= dictionary.pos - start;
    }
  } catch (error) {
    if (dictionary.pending > 0) yield dictionary.take();
    throw error;
  }
  if (dictionary.pending > 0) yield dictionary.take();

  if (stop === 'end-marker') {
    if (left > 0 && Number.isFinite(left)) {
      remark?.({ kind: 'early-end', offset: input.consumed, detail: EARLY_END });
    }
  } else if (
    decoder.owed > 0 ||
    !(finish(input, decoder) || endMarker(input, decoder, dictionary))
  ) {
    throw input.error('corrupt', 'the contents go on after the declared size');
  }
  if (!finish(input, decoder)) throw input.error('corrupt', 'the coded run does not end in a 0');
  if (dictionary.farthest > dictionarySize) {
    const detail = `a match reaches ${dictionary.farthest} bytes back, and the dictionary has ${dictionarySize}`;
    remark?.({ kind: 'far-match', offset: input.consumed, detail });
  }
  return input.consumed;
}

/** Decodes up to `count` bytes, or what the input that is at hand gives. */
function decode(input: CompressedInput, decoder: LzmaDecoder, count: number): LzmaStop {
  const more = input.ensure(MAX_SYMBOL_BYTES);
  const stop = decoder.decode(count, more ? input.end - MAX_SYMBOL_BYTES : input.end);
  decoder.checkEnd();
  if (stop === 'bad-distance')
    throw input.error('corrupt', 'a match refers to bytes that are not there');
  return stop;
}

/** Whether an end marker comes next. */
function endMarker(input: CompressedInput, decoder: LzmaDecoder, dictionary: Dictionary): boolean {
  return decode(input, decoder, Math.min(dictionary.room(), 1)) === 'end-marker';
}

/** Whether the coded run may end here. */
function finish(input: CompressedInput, decoder: LzmaDecoder): boolean {
  input.ensure(1);
  const finished = decoder.coder.finish();
  input.checkEnd();
  return finished;
}
