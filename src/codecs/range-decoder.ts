import type { CompressedInput } from './input.ts';

/** A probability is a number of 2048ths: that the next bit is 0. All start at one half. */
const PROBABILITY_BITS = 11;
const ONE = 1 << PROBABILITY_BITS;
const HALF = ONE >>> 1;

/** How fast a probability follows what it sees: by a 32nd of the way, every time. */
const MOVE_BITS = 5;

/** While these bits of `range` are all 0, it is below 2^24 and takes in one more byte. */
const TOP_BYTE = 0xff000000;

/** What a coded run begins with: a byte that is 0, and the first four of `code`. */
export const START_BYTES = 5;

/**
 * LZMA's range decoder (LZMA specification, "Range Decoder"): reads bits that an arithmetic coder
 * has written, each with a probability that adapts to the bits seen in its place.
 *
 * `range` and `code` are unsigned 32-bit numbers, kept as signed ones because V8 holds those in
 * machine registers; `>>> 0` brings the unsigned number back where two are compared.
 *
 * `bit`, `tree` and `literalAfterMatch` each write out the step that decodes one bit, on locals. A kernel
 * takes some 10^8 steps; sharing one function between the three was measured 5 % slower.
 *
 * Input that ends early reads as zeros (`undefined | 0`): harmless, and the caller sees it, because
 * `input.pos` is then past `input.end`.
 */
export class RangeDecoder {
  readonly #input: CompressedInput;
  /** One for every place where a bit can occur; the caller knows which place is which. */
  #probabilities = new Uint16Array(0);
  #range = -1;
  #code = 0;

  constructor(input: CompressedInput) {
    this.#input = input;
  }

  /** Forgets what was learned; from now on there are at least `places` probabilities. */
  reset(places: number): void {
    if (this.#probabilities.length < places) this.#probabilities = new Uint16Array(places);
    this.#probabilities.fill(HALF);
  }

  /** Reads the `START_BYTES` that a coded run begins with; false if the first is not the 0 it must be. */
  start(): boolean {
    const { bytes, pos } = this.#input;
    this.#input.pos += START_BYTES;
    this.#range = -1;
    this.#code = new DataView(bytes.buffer, bytes.byteOffset + pos).getInt32(1);
    return bytes[pos] === 0;
  }

  /** Takes in the byte that is due, if one is; true if nothing is left in `code`: a run may end here. */
  finish(): boolean {
    if ((this.#range & TOP_BYTE) === 0) {
      this.#range <<= 8;
      this.#code = (this.#code << 8) | (this.#input.bytes[this.#input.pos++] as number);
    }
    return this.#code === 0;
  }

  /** One bit, by the probability at `place`. */
  bit(place: number): number {
    const probabilities = this.#probabilities;
    let range = this.#range;
    let code = this.#code;
    if ((range & TOP_BYTE) === 0) {
      range <<= 8;
      code = (code << 8) | (this.#input.bytes[this.#input.pos++] as number);
    }
    const p = probabilities[place] as number;
    const bound = Math.imul(range >>> PROBABILITY_BITS, p);
    if (code >>> 0 < bound >>> 0) {
      this.#range = bound;
      this.#code = code;
      probabilities[place] = p + ((ONE - p) >>> MOVE_BITS);
      return 0;
    }
    this.#range = (range - bound) | 0;
    this.#code = (code - bound) | 0;
    probabilities[place] = p - (p >>> MOVE_BITS);
    return 1;
  }

  /**
   * A number below `size` (a power of two), the highest bit first. The bits decoded so far, with a
   * 1 before them, are the place of the next one: `size` places from `base` on, the first unused.
   */
  tree(base: number, size: number): number {
    const probabilities = this.#probabilities;
    let range = this.#range;
    let code = this.#code;
    let symbol = 1;
    do {
      if ((range & TOP_BYTE) === 0) {
        range <<= 8;
        code = (code << 8) | (this.#input.bytes[this.#input.pos++] as number);
      }
      const place = base + symbol;
      const p = probabilities[place] as number;
      const bound = Math.imul(range >>> PROBABILITY_BITS, p);
      symbol <<= 1;
      if (code >>> 0 < bound >>> 0) {
        range = bound;
        probabilities[place] = p + ((ONE - p) >>> MOVE_BITS);
      } else {
        range = (range - bound) | 0;
        code = (code - bound) | 0;
        probabilities[place] = p - (p >>> MOVE_BITS);
        symbol |= 1;
      }
    } while (symbol < size);
    this.#range = range;
    this.#code = code;
    return symbol - size;
  }

  /**
   * A byte whose high bits are probably those of `like`. While they are the same, the next bit of
   * `like` selects one of two groups of 256 probabilities. After that, the plain `tree` is used.
   */
  literalAfterMatch(base: number, like: number): number {
    const probabilities = this.#probabilities;
    let range = this.#range;
    let code = this.#code;
    let symbol = 1;
    let offset = 0x100;
    do {
      if ((range & TOP_BYTE) === 0) {
        range <<= 8;
        code = (code << 8) | (this.#input.bytes[this.#input.pos++] as number);
      }
      like <<= 1;
      const expected = like & offset;
      const place = base + offset + expected + symbol;
      const p = probabilities[place] as number;
      const bound = Math.imul(range >>> PROBABILITY_BITS, p);
      symbol <<= 1;
      if (code >>> 0 < bound >>> 0) {
        range = bound;
        probabilities[place] = p + ((ONE - p) >>> MOVE_BITS);
        offset &= ~expected;
      } else {
        range = (range - bound) | 0;
        code = (code - bound) | 0;
        probabilities[place] = p - (p >>> MOVE_BITS);
        symbol |= 1;
        offset &= expected;
      }
    } while (symbol < 0x100);
    this.#range = range;
    this.#code = code;
    return symbol - 0x100;
  }

  /** A number of `count` bits, the lowest one first, by a tree as `tree` reads. */
  reverseTree(base: number, count: number): number {
    let bits = this.tree(base, 1 << count);
    let value = 0;
    for (let i = 0; i < count; i++) {
      value = (value << 1) | (bits & 1);
      bits >>>= 1;
    }
    return value;
  }

  /** A number of `count` bits that are all equally likely, the highest first. */
  direct(count: number): number {
    let range = this.#range;
    let code = this.#code;
    let value = 0;
    for (let i = 0; i < count; i++) {
      if ((range & TOP_BYTE) === 0) {
        range <<= 8;
        code = (code << 8) | (this.#input.bytes[this.#input.pos++] as number);
      }
      range = (range >>> 1) | 0;
      code = (code - range) | 0;
      const below = code >> 31; // -1 if the bit is 0: put back what was taken
      code = (code + (range & below)) | 0;
      value = (value << 1) + below + 1;
    }
    this.#range = range;
    this.#code = code;
    return value;
  }
}
