import type { ByteSource } from '../../bytes/bytes.ts';
import { PayloadError } from '../../codecs/codec.ts';

/** GRUB's window, and what it puts out at a time, in bytes (`WSIZE`). */
export const WINDOW = 0x8000;

/** What GRUB reads of the file at a time, in bytes (`INBUFSIZ`). */
const INPUT = 0x2000;

// RFC 1951, section 3.2.
const STORED = 0;
const FIXED = 1;
const DYNAMIC = 2;
const END_OF_BLOCK = 256;
const MOST_LITERALS = 286;
const MOST_DISTANCES = 30;
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
  163, 195, 227, 258,
];
const LENGTH_BITS = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
  3073, 4097, 6145, 8193, 12289, 16385, 24577,
];
const DISTANCE_BITS = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const LONGEST_CODE = 15;
const BAD_TABLE = 'failed in building a Huffman code table';

/** What differs between releases when the data is damaged. */
export interface InflateRules {
  /** A read that gives nothing is an error; else the bytes of the read before are taken again. */
  readonly refusesShortFile: boolean;
  /** A missing table is an error; else GRUB reads address 0, which ends the guest. */
  readonly checksTables: boolean;
}

/** What GRUB prints where it decodes from a table that is not there. */
const NO_TABLE = 'NULL gzio->tl';

/** A canonical Huffman code: how many codes of each length, and their symbols in order. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/**
 * Raw deflate data from `start` as GRUB decodes it (io/gzio.c), for streams that other decoders refuse. A
 * chunk is a whole window, or the end. Where the data ends early GRUB reads on: zeros, or what its buffer
 * holds of the read before.
 *
 * @param limit bytes of contents that matter
 * @throws {PayloadError} with the text that GRUB prints; the window of the fault is not put out
 */
export function* inflateAsGrub(
  source: ByteSource,
  start: number,
  limit: number,
  rules: InflateRules,
): Generator<Uint8Array, number> {
  const bits = new Bits(source, start, rules);
  const window = new Window();
  let written = 0;
  for (let last = false; !last; ) {
    last = bits.take(1) === 1;
    for (const full of block(bits, window)) {
      written += full.length;
      yield full;
      if (written >= limit) return bits.consumed;
    }
  }
  if (window.used > 0) yield window.bytes.subarray(0, window.used);
  return bits.consumed;
}

/** What was put out last; a copy may refer to all of it, also where nothing was written yet. */
class Window {
  readonly bytes = new Uint8Array(WINDOW);
  used = 0;

  /** Whether it is full now. */
  put(byte: number): boolean {
    if (this.used === WINDOW) this.used = 0;
    this.bytes[this.used++] = byte;
    return this.used === WINDOW;
  }

  back(distance: number): number {
    return this.bytes[(this.used - distance) & (WINDOW - 1)] as number;
  }
}

/** One block; yields the window each time that it is full. */
function* block(bits: Bits, window: Window): Generator<Uint8Array> {
  const type = bits.take(2);
  switch (type) {
    case STORED:
      return yield* stored(bits, window);
    case FIXED:
      return yield* coded(bits, fixedCode(), codeOf(new Uint8Array(30).fill(5)), window);
    case DYNAMIC: {
      const [literals, distances] = dynamicCodes(bits);
      return yield* coded(bits, literals, distances, window);
    }
    default:
      throw bits.error(`unknown block type ${type}`);
  }
}

function* stored(bits: Bits, window: Window): Generator<Uint8Array> {
  bits.align();
  const length = bits.take(16);
  if (length !== (~bits.take(16) & 0xffff)) {
    throw bits.error('the length of a stored block does not match');
  }
  for (let i = 0; i < length; i++) if (window.put(bits.take(8))) yield window.bytes;
}

function* coded(
  bits: Bits,
  literals: Code | null,
  distances: Code | null,
  window: Window,
): Generator<Uint8Array> {
  for (;;) {
    const symbol = bits.decode(literals);
    if (symbol === END_OF_BLOCK) return;
    if (symbol < END_OF_BLOCK) {
      if (window.put(symbol)) yield window.bytes;
      continue;
    }
    const length = bits.entry(symbol - END_OF_BLOCK - 1, LENGTH_BASE, LENGTH_BITS);
    const distance = bits.entry(bits.decode(distances), DISTANCE_BASE, DISTANCE_BITS);
    for (let i = 0; i < length; i++) if (window.put(window.back(distance))) yield window.bytes;
  }
}

function fixedCode(): Code | null {
  const lengths = new Uint8Array(288).fill(8);
  lengths.fill(9, 144, 256).fill(7, 256, 280);
  return codeOf(lengths);
}

/** Section 3.2.7. */
function dynamicCodes(bits: Bits): [literals: Code | null, distances: Code | null] {
  const literals = 257 + bits.take(5);
  const distances = 1 + bits.take(5);
  const count = 4 + bits.take(4);
  if (literals > MOST_LITERALS || distances > MOST_DISTANCES) throw bits.error('too much data');
  const order = new Uint8Array(19);
  for (const symbol of LENGTH_ORDER.slice(0, count)) order[symbol] = bits.take(3);
  const code = checked(bits, order);
  const lengths = new Uint8Array(literals + distances);
  for (let i = 0, last = 0; i < lengths.length; ) {
    const symbol = bits.decode(code);
    if (symbol < 16) {
      last = symbol;
      lengths[i++] = symbol;
      continue;
    }
    const repeat = REPEATS[symbol - 16] as readonly [base: number, bits: number];
    const times = repeat[0] + bits.take(repeat[1]);
    if (i + times > lengths.length) throw bits.error('too many codes found');
    if (symbol !== 16) last = 0;
    lengths.fill(last, i, i + times);
    i += times;
  }
  return [checked(bits, lengths.subarray(0, literals)), checked(bits, lengths.subarray(literals))];
}

/** Copies of the last length, and two ranges of zeros: the least count, and the bits that add to it. */
const REPEATS = [
  [3, 2],
  [3, 3],
  [11, 7],
] as const;

/** A code from its lengths, which must be complete, or have one bit only. */
function checked(bits: Bits, lengths: Uint8Array): Code | null {
  const code = codeOf(lengths);
  if (code === null) return null;
  let left = 1;
  let longest = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    left = left * 2 - (code.counts[length] as number);
    if (left < 0) throw bits.error(BAD_TABLE);
    if (code.counts[length]) longest = length;
  }
  if (left > 0 && longest !== 1) throw bits.error(BAD_TABLE);
  return code;
}

/** `null` where no symbol has a length: GRUB has no table then. */
function codeOf(lengths: Uint8Array): Code | null {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) counts[length] = (counts[length] as number) + 1;
  if (counts[0] === lengths.length) return null;
  counts[0] = 0;
  const symbols = [...lengths.keys()].filter((symbol) => lengths[symbol] !== 0);
  symbols.sort((a, b) => (lengths[a] as number) - (lengths[b] as number) || a - b);
  return { counts, symbols: Uint16Array.from(symbols) };
}

/** The bits of the file, through GRUB's buffer. */
class Bits {
  readonly #buffer = new Uint8Array(INPUT);
  readonly #source: ByteSource;
  readonly #rules: InflateRules;
  #at: number;
  #next = INPUT;
  #held = 0;
  #count = 0;

  constructor(source: ByteSource, start: number, rules: InflateRules) {
    this.#source = source;
    this.#at = start;
    this.#rules = rules;
  }

  get consumed(): number {
    return Math.max(0, this.#at - (INPUT - this.#next));
  }

  take(count: number): number {
    while (this.#count < count) {
      this.#held |= this.#byte() << this.#count;
      this.#count += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return value;
  }

  align(): void {
    this.take(this.#count & 7);
  }

  decode(code: Code | null): number {
    if (code === null) {
      if (this.#rules.checksTables) throw this.error(NO_TABLE);
      throw this.error('a code without a table is read');
    }
    let value = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      value |= this.take(1);
      const count = code.counts[length] as number;
      if (value - first < count) return code.symbols[index + value - first] as number;
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw this.error('an unused code found');
  }

  /** A value of a table: its base, and as many more bits as its entry has. */
  entry(index: number, bases: readonly number[], bits: readonly number[]): number {
    const base = bases[index];
    if (base === undefined) throw this.error('an unused code found');
    return base + this.take(bits[index] as number);
  }

  error(detail: string): PayloadError {
    return new PayloadError('gzip', 'corrupt', this.consumed, detail);
  }

  #byte(): number {
    if (this.#next === INPUT) {
      this.#next = 0;
      const bytes = this.#source.read(this.#at, INPUT);
      if (bytes.length === 0 && this.#rules.refusesShortFile) throw this.error('File is too short');
      this.#buffer.set(bytes);
      this.#at += bytes.length;
    }
    return this.#buffer[this.#next++] as number;
  }
}
