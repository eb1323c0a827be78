import type { BitReader } from './bit-reader.ts';
import { MAX_CODE_LENGTH, type PrefixCode, prefixCode } from './prefix-code.ts';

/** What a bzip2 block says before its symbols. */
export interface Bzip2Header {
  /** Where in the sorted block the text starts (`origPtr`). */
  readonly origin: number;
  /** The bytes that occur, ascending: the first state of the move-to-front list. */
  readonly bytes: Uint8Array;
  readonly codes: readonly PrefixCode[];
  /** By group of 50 symbols: the index of its code. */
  readonly selectors: Uint8Array;
}

/**
 * Reads the header of a block, from behind its CRC.
 *
 * @throws {PayloadError}
 */
export function readBzip2Header(bits: BitReader): Bzip2Header {
  // Written by bzip2 0.9.0 and older only.
  if (bits.take(1)) throw bits.input.error('unsupported', 'a randomised block');
  const origin = bits.take(24);
  const bytes = readBytesUsed(bits);
  const codeCount = bits.take(3);
  if (codeCount < 2 || codeCount > 6) {
    throw bits.input.error('corrupt', `${codeCount} code tables instead of 2 to 6`);
  }
  const selectors = readSelectors(bits, codeCount);
  // Two symbols for runs and one for the end, but none for the first byte of the list.
  const alphabetSize = bytes.length + 2;
  const codes = Array.from({ length: codeCount }, () => readCode(bits, alphabetSize));
  return { origin, bytes, codes, selectors };
}

/** A map of the 16 ranges that have bytes, then one of each such range. */
function readBytesUsed(bits: BitReader): Uint8Array {
  const ranges = bits.take(16);
  const used: number[] = [];
  for (let high = 0; high < 16; high++) {
    if (!(ranges & (0x8000 >>> high))) continue;
    const range = bits.take(16);
    for (let low = 0; low < 16; low++) {
      if (range & (0x8000 >>> low)) used.push(high * 16 + low);
    }
  }
  if (used.length === 0) throw bits.input.error('corrupt', 'a block without bytes');
  return Uint8Array.from(used);
}

/** Each as its place in a move-to-front list, in unary. */
function readSelectors(bits: BitReader, codeCount: number): Uint8Array {
  const selectors = new Uint8Array(bits.take(15));
  const list = Uint8Array.from({ length: codeCount }, (_, i) => i);
  for (let i = 0; i < selectors.length; i++) {
    let place = 0;
    while (bits.take(1)) {
      if (++place === codeCount) throw bits.input.error('corrupt', 'a selector of no code table');
    }
    const selected = list[place] as number;
    list.copyWithin(1, 0, place);
    list[0] = selected;
    selectors[i] = selected;
  }
  return selectors;
}

/** The first length outright, then each by steps from the one before. */
function readCode(bits: BitReader, alphabetSize: number): PrefixCode {
  const lengths = new Uint8Array(alphabetSize);
  let length = bits.take(5);
  for (let symbol = 0; symbol < alphabetSize; symbol++) {
    for (;;) {
      if (length < 1 || length > MAX_CODE_LENGTH) {
        throw bits.input.error('corrupt', `a code of ${length} bits`);
      }
      if (!bits.take(1)) break;
      length += bits.take(1) ? -1 : 1;
    }
    lengths[symbol] = length;
  }
  const code = prefixCode(lengths);
  if (code === null) throw bits.input.error('corrupt', 'a code table with too many codes');
  return code;
}
