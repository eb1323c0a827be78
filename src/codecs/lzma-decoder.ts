import type { Dictionary } from './dictionary.ts';
import type { CompressedInput } from './input.ts';
import { RangeDecoder } from './range-decoder.ts';

/**
 * The most input that one symbol takes, in bytes. The smallest probability, 31/2048, costs 6.05
 * bits. A match with a far distance has at most 22 such decisions, and 26 direct bits.
 */
export const MAX_SYMBOL_BYTES = 20;

// Where each kind of bit has its probabilities. A state is one of 12, a position one of up to 16.
const IS_MATCH = 0; // [state][position]
const IS_REPEAT = IS_MATCH + 12 * 16; // [state]
const IS_NOT_LATEST = IS_REPEAT + 12; // [state]
const IS_NOT_SECOND = IS_NOT_LATEST + 12; // [state]
const IS_NOT_THIRD = IS_NOT_SECOND + 12; // [state]
const IS_LONG = IS_NOT_THIRD + 12; // [state][position]
const MATCH_LENGTH = IS_LONG + 12 * 16;
const LENGTH_LOW = 2; // [position]: a tree of 8, after the two bits that choose the tree
const LENGTH_MIDDLE = LENGTH_LOW + 16 * 8; // [position]: a tree of 8
const LENGTH_HIGH = LENGTH_MIDDLE + 16 * 8; // a tree of 256
const REPEAT_LENGTH = MATCH_LENGTH + LENGTH_HIGH + 256;
const DISTANCE_SLOT = REPEAT_LENGTH + LENGTH_HIGH + 256; // [length]: a tree of 64
const DISTANCE_MIDDLE = DISTANCE_SLOT + 4 * 64; // trees of 2 to 32 for the slots from 4 to 13
const DISTANCE_LOW = DISTANCE_MIDDLE + 128; // a tree of 16 for the slots from 14 on
const LITERAL = DISTANCE_LOW + 16; // [position and byte before]: trees of 256, three of them

/** The distance that stands for the end of the stream. */
const END_MARKER = 2 ** 32;

/** From this state on the last symbol was a match; in the ones before, a literal. */
const AFTER_MATCH = 7;

/** What the first byte of a stream says of its model (LZMA specification, "Properties"). */
export interface LzmaProperties {
  /** How many high bits of the byte before choose the model of a literal, 0 to 8. */
  readonly lc: number;
  /** How many low bits of the position do, 0 to 4. */
  readonly lp: number;
  /** How many low bits of the position choose the model of matches, 0 to 4. */
  readonly pb: number;
}

/** Reads the properties byte; `null` if it is not one. */
export function lzmaProperties(byte: number): LzmaProperties | null {
  if (byte >= 9 * 5 * 5) return null;
  return { lc: byte % 9, lp: Math.floor(byte / 9) % 5, pb: Math.floor(byte / 45) };
}

/** Why `decode` came back. */
export type LzmaStop =
  /** as many bytes are written as were asked for */
  | 'output'
  /** `input.pos` is past the limit, and there are more bytes to write */
  | 'input'
  /** the end marker was read */
  | 'end-marker'
  /** a match refers to bytes that were never written, or outside the dictionary */
  | 'bad-distance';

/**
 * The LZMA decoder (LZMA specification, "LZMA Decoder"), for `.lzma` and for the chunks of LZMA2.
 * Reads symbols from `input` and writes their contents into `dictionary`. A symbol is a literal, a
 * match with a distance, or a match with an earlier distance.
 */
export class LzmaDecoder {
  readonly coder: RangeDecoder;
  readonly #input: CompressedInput;
  readonly #dictionary: Dictionary;
  #lc = 0;
  #literalMask = 0;
  #positionMask = 0;
  #places = 0;
  /** The kinds of the last few symbols, as one of 12 states (specification, "State machine"). */
  #state = 0;
  /** The last four distances, the latest first. */
  #rep0 = 1;
  #rep1 = 1;
  #rep2 = 1;
  #rep3 = 1;
  #owed = 0;
  /** Where in the dictionary the last symbol was written. */
  #lastSymbol = 0;

  constructor(input: CompressedInput, dictionary: Dictionary) {
    this.#input = input;
    this.#dictionary = dictionary;
    this.coder = new RangeDecoder(input);
  }

  /** How many bytes of the last match did not fit into what `decode` was asked for. */
  get owed(): number {
    return this.#owed;
  }

  /**
   * Finds out whether the last symbol was read from beyond the end of the input, and takes it back.
   *
   * @throws {PayloadError} of the fault `truncated`.
   */
  checkEnd(): void {
    if (this.#input.pos > this.#input.end) this.takeBack();
    this.#input.checkEnd();
  }

  /** Takes the last symbol back: nothing of what it stands for was written. */
  takeBack(): void {
    this.#dictionary.pos = this.#lastSymbol;
  }

  /** Starts again, with other properties. */
  configure({ lc, lp, pb }: LzmaProperties): void {
    this.#lc = lc;
    this.#literalMask = (1 << lp) - 1;
    this.#positionMask = (1 << pb) - 1;
    this.#places = LITERAL + (0x300 << (lc + lp));
    this.reset();
  }

  /** Starts again, with the same properties. */
  reset(): void {
    this.#state = 0;
    this.#rep0 = this.#rep1 = this.#rep2 = this.#rep3 = 1;
    this.#owed = 0;
    this.coder.reset(this.#places);
  }

  /**
   * Decodes symbols until `count` bytes are written, for which the dictionary must have room, or
   * `input.pos` is past `inputLimit`. The last symbol may take up to `MAX_SYMBOL_BYTES` from the
   * limit on: the caller sees to it that they exist, or looks at `input.pos` afterwards.
   */
  decode(count: number, inputLimit: number): LzmaStop {
    const input = this.#input;
    const dictionary = this.#dictionary;
    const coder = this.coder;
    const lc = this.#lc;
    const literalMask = this.#literalMask;
    const positionMask = this.#positionMask;
    const end = dictionary.pos + count;
    let state = this.#state;
    if (this.#owed > 0) this.#copy(this.#owed, end);
    let pos = dictionary.pos;
    while (dictionary.pos < end && input.pos <= inputLimit) {
      pos = dictionary.pos;
      const position = pos & positionMask;
      if (coder.bit(IS_MATCH + (state << 4) + position) === 0) {
        const model = ((pos & literalMask) << lc) + (dictionary.last() >>> (8 - lc));
        const base = LITERAL + Math.imul(0x300, model);
        dictionary.bytes[pos] =
          state < AFTER_MATCH
            ? coder.tree(base, 0x100)
            : coder.literalAfterMatch(base, dictionary.at(this.#rep0));
        dictionary.pos = pos + 1;
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
        continue;
      }
      let length = 1;
      if (coder.bit(IS_REPEAT + state) === 0) {
        length = this.#length(MATCH_LENGTH, position);
        const distance = this.#distance(length);
        if (distance === END_MARKER) {
          this.#lastSymbol = pos;
          return 'end-marker';
        }
        this.#rep3 = this.#rep2;
        this.#rep2 = this.#rep1;
        this.#rep1 = this.#rep0;
        this.#rep0 = distance;
        state = state < AFTER_MATCH ? 7 : 10;
      } else if (this.#repeatsByte(state, position)) {
        state = state < AFTER_MATCH ? 9 : 11;
      } else {
        length = this.#length(REPEAT_LENGTH, position);
        state = state < AFTER_MATCH ? 8 : 11;
      }
      if (!this.#copy(length, end)) {
        this.#lastSymbol = pos;
        return 'bad-distance';
      }
    }
    this.#lastSymbol = pos;
    this.#state = state;
    return dictionary.pos < end ? 'input' : 'output';
  }

  /** Which distance is used again: it becomes the latest. True if it is for a single byte. */
  #repeatsByte(state: number, position: number): boolean {
    const coder = this.coder;
    if (coder.bit(IS_NOT_LATEST + state) === 0) {
      return coder.bit(IS_LONG + (state << 4) + position) === 0;
    }
    let distance = this.#rep1;
    if (coder.bit(IS_NOT_SECOND + state) === 1) {
      distance = this.#rep2;
      if (coder.bit(IS_NOT_THIRD + state) === 1) {
        distance = this.#rep3;
        this.#rep3 = this.#rep2;
      }
      this.#rep2 = this.#rep1;
    }
    this.#rep1 = this.#rep0;
    this.#rep0 = distance;
    return false;
  }

  /** The length of a match, 2 to 273 bytes: short ones have models by position. */
  #length(base: number, position: number): number {
    const coder = this.coder;
    if (coder.bit(base) === 0) return 2 + coder.tree(base + LENGTH_LOW + (position << 3), 8);
    if (coder.bit(base + 1) === 0)
      return 10 + coder.tree(base + LENGTH_MIDDLE + (position << 3), 8);
    return 18 + coder.tree(base + LENGTH_HIGH, 256);
  }

  /**
   * The distance of a match, from 1 on. Its slot gives the two highest bits and how many follow;
   * the model of the slot depends on the length, that of the bits that follow on the slot.
   */
  #distance(length: number): number {
    const coder = this.coder;
    const slot = coder.tree(DISTANCE_SLOT + (Math.min(length - 2, 3) << 6), 64);
    if (slot < 4) return slot + 1;
    const bits = (slot >>> 1) - 1;
    const high = (2 | (slot & 1)) << bits;
    if (slot < 14) return high + coder.reverseTree(DISTANCE_MIDDLE + high - slot, bits) + 1;
    const middle = coder.direct(bits - 4) << 4;
    return (high >>> 0) + middle + coder.reverseTree(DISTANCE_LOW, 4) + 1;
  }

  /** Copies from the latest distance, up to `end`; what is left is owed. False if it cannot. */
  #copy(length: number, end: number): boolean {
    const count = Math.min(length, end - this.#dictionary.pos);
    this.#owed = length - count;
    return this.#dictionary.copy(this.#rep0, count);
  }
}
