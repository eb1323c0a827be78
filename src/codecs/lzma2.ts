import type { Dictionary } from './dictionary.ts';
import type { CompressedInput } from './input.ts';
import { LzmaDecoder, type LzmaStop, lzmaProperties } from './lzma-decoder.ts';
import { START_BYTES } from './range-decoder.ts';

// Control bytes of a chunk. Below COMPRESSED only these three exist; from there on the high three
// bits select what is reset, the low five belong to the size of the contents.
const END = 0x00;
const STORED_NEW_DICTIONARY = 0x01;
const STORED = 0x02;
const COMPRESSED = 0x80;
const NEW_STATE = 0xa0;
const NEW_PROPERTIES = 0xc0;
const NEW_DICTIONARY = 0xe0;

/** LZMA2 allows fewer models of literals than LZMA: `lc` and `lp` together. */
const MAX_LITERAL_BITS = 4;

/** What it means when the decoder stops before a chunk has its contents. */
const STOPS = {
  input: 'the coded run of an LZMA2 chunk is too short for its contents',
  'end-marker': 'an LZMA2 chunk has an end marker',
  'bad-distance': 'a match refers to bytes that are not there',
} satisfies Record<Exclude<LzmaStop, 'output'>, string>;

/**
 * Decodes LZMA2 data from `input` up to and with its end marker, and yields the contents in chunks
 * that are valid until the next one is asked for. LZMA2 is a sequence of chunks of up to 2 MiB, each
 * stored or LZMA compressed, which share the dictionary and, unless they say otherwise, the models.
 * (The .xz File Format, section 5.3.1, gives the properties of LZMA2 only; the reference for its
 * chunks is the decoder of XZ Utils.)
 *
 * @param dictionarySize as the block header declares it, in bytes
 * @throws {PayloadError} on input that is truncated or contradicts the format.
 */
export function* decodeLzma2(
  input: CompressedInput,
  dictionary: Dictionary,
  dictionarySize: number,
): Generator<Uint8Array, void> {
  try {
    yield* chunks(input, dictionary, dictionarySize);
  } catch (error) {
    if (dictionary.pending > 0) yield dictionary.take();
    throw error;
  }
  if (dictionary.pending > 0) yield dictionary.take();
}

/** All chunks; what the last of them wrote is still to be taken. */
function* chunks(
  input: CompressedInput,
  dictionary: Dictionary,
  dictionarySize: number,
): Generator<Uint8Array, void> {
  const decoder = new LzmaDecoder(input, dictionary);
  let needsDictionary = true;
  let needsProperties = true;
  for (;;) {
    input.need(1);
    const control = input.bytes[input.pos++] as number;
    if (control === END) return;
    if (control === STORED_NEW_DICTIONARY || control >= NEW_DICTIONARY) {
      if (dictionary.pending > 0) yield dictionary.take();
      dictionary.reset(dictionarySize);
      needsDictionary = false;
      needsProperties = true;
    } else if (needsDictionary) {
      throw input.error('corrupt', 'the first LZMA2 chunk does not start a dictionary');
    }
    if (control >= COMPRESSED) {
      if (control >= NEW_PROPERTIES) needsProperties = false;
      else if (needsProperties) throw input.error('corrupt', 'an LZMA2 chunk lacks its properties');
      yield* compressedChunk(input, dictionary, decoder, control);
    } else if (control <= STORED) {
      yield* storedChunk(input, dictionary);
    } else {
      throw input.error('corrupt', 'an LZMA2 chunk has an unknown control byte');
    }
  }
}

/** Size of the contents less one (16 bits, big endian), and the contents. */
function* storedChunk(input: CompressedInput, dictionary: Dictionary): Generator<Uint8Array, void> {
  input.need(2);
  let left = uint16(input) + 1;
  input.ensure(left);
  while (left > 0) {
    input.need(1);
    const count = Math.min(left, dictionary.room(), input.end - input.pos);
    dictionary.append(input.bytes.subarray(input.pos, input.pos + count));
    input.pos += count;
    left -= count;
    if (left > 0) yield dictionary.take();
  }
}

/**
 * The size of the contents less one: 16 bits, and five more from the control byte. Then the size of
 * the coded run less one (16 bits), the properties if they are new, and the coded run.
 */
function* compressedChunk(
  input: CompressedInput,
  dictionary: Dictionary,
  decoder: LzmaDecoder,
  control: number,
): Generator<Uint8Array, void> {
  input.need(5);
  let left = ((control & 0x1f) << 16) + uint16(input) + 1;
  const runBytes = uint16(input) + 1;
  if (control >= NEW_PROPERTIES) {
    const properties = lzmaProperties(input.bytes[input.pos++] as number);
    if (properties === null || properties.lc + properties.lp > MAX_LITERAL_BITS) {
      throw input.error('corrupt', 'an LZMA2 chunk has properties that LZMA2 does not allow');
    }
    decoder.configure(properties);
  } else if (control >= NEW_STATE) {
    decoder.reset();
  }

  input.ensure(runBytes);
  input.need(Math.min(runBytes, START_BYTES));
  const end = input.pos + runBytes;
  if (runBytes < START_BYTES || !decoder.coder.start()) {
    throw input.error('corrupt', 'the coded run of an LZMA2 chunk does not start with a 0');
  }
  while (left > 0) {
    const count = Math.min(left, dictionary.room());
    const stop = decoder.decode(count, Math.min(end, input.end));
    if (end > input.end) decoder.checkEnd();
    if (input.pos > end) {
      // liblzma gives nothing of it out either.
      decoder.takeBack();
      throw input.error('corrupt', STOPS.input);
    }
    if (stop !== 'output') throw input.error('corrupt', STOPS[stop]);
    left -= count;
    if (left > 0) yield dictionary.take();
  }
  if (decoder.owed > 0 || !decoder.coder.finish() || input.pos !== end) {
    throw input.error('corrupt', 'an LZMA2 chunk does not end where it says');
  }
}

/** The two bytes at `pos`, big endian; they must be there. */
function uint16(input: CompressedInput): number {
  return ((input.bytes[input.pos++] as number) << 8) | (input.bytes[input.pos++] as number);
}
