import type { BitReader } from './bit-reader.ts';
import type { Bzip2Header } from './bzip2-header.ts';
import { FAST_BITS, MAX_CODE_LENGTH, type PrefixCode } from './prefix-code.ts';

const GROUP = 50;
/** The most that a group takes, with what is read ahead of it, in bytes. */
const GROUP_BYTES = Math.ceil((GROUP * MAX_CODE_LENGTH) / 8) + 4;
const FAST_MASK = (1 << FAST_BITS) - 1;
const CODE_MASK = (1 << MAX_CODE_LENGTH) - 1;

/** Symbols 0 and 1 are the digits 1 and 2 of a run's length in base 2, the lowest first. */
const LAST_RUN_SYMBOL = 1;
/** The 21st digit of a run would make it longer than any block, which has up to 900,000 bytes. */
const DIGIT_TOO_MANY = 1 << 20;
/** Moves in the list that are longer than this are quicker by one call than byte by byte. */
const LONG_MOVE = 32;

/**
 * Decodes the symbols of a block into its sorted bytes: undoes the Huffman code, the
 * move-to-front, and the runs of the byte in front, in one pass.
 *
 * @param sorted takes the bytes, one each; no block is larger
 * @param counts takes how often each of the 256 bytes occurs; all zero before
 * @returns the size of the block, in bytes
 * @throws {PayloadError}
 */
export function decodeBzip2Symbols(
  bits: BitReader,
  header: Bzip2Header,
  sorted: Uint32Array,
  counts: Uint32Array,
): number {
  const { input } = bits;
  const list = header.bytes.slice();
  const endOfBlock = list.length + 1;
  const room = sorted.length;
  let size = 0;
  let run = 0;
  let runDigit = 1;
  let { buffer, count } = bits;
  let { bytes, pos, end } = input;

  for (const selector of header.selectors) {
    if (end - pos < GROUP_BYTES) {
      giveBack(bits, buffer, count, pos);
      input.ensure(GROUP_BYTES);
      ({ buffer, count } = bits);
      ({ bytes, pos, end } = input);
    }
    const { fast, limits, offsets, symbols } = header.codes[selector] as PrefixCode;
    for (let left = GROUP; left > 0; left--) {
      if (count < 16) {
        // Zeros replace the bytes after the end, until the group is complete.
        const high = pos < end ? (bytes[pos] as number) : 0;
        const low = pos + 1 < end ? (bytes[pos + 1] as number) : 0;
        buffer = (buffer << 16) | (high << 8) | low;
        pos += 2;
        count += 16;
      }
      let symbol: number;
      const entry = fast[(buffer >>> (count - FAST_BITS)) & FAST_MASK] as number;
      if (entry !== 0) {
        symbol = entry >>> 5;
        count -= entry & 31;
      } else {
        if (count < MAX_CODE_LENGTH) {
          buffer = (buffer << 8) | (pos < end ? (bytes[pos] as number) : 0);
          pos += 1;
          count += 8;
        }
        const code = (buffer >>> (count - MAX_CODE_LENGTH)) & CODE_MASK;
        let length = FAST_BITS + 1;
        while (length <= MAX_CODE_LENGTH && code >= (limits[length] as number)) length++;
        if (length > MAX_CODE_LENGTH)
          throw fault(bits, buffer, count, pos, 'bits that are no code');
        symbol = symbols[
          (code >>> (MAX_CODE_LENGTH - length)) + (offsets[length] as number)
        ] as number;
        count -= length;
      }

      if (symbol <= LAST_RUN_SYMBOL) {
        if (runDigit === DIGIT_TOO_MANY) throw fault(bits, buffer, count, pos, TOO_LARGE);
        run += runDigit << symbol;
        runDigit <<= 1;
        continue;
      }
      if (run > 0) {
        if (run > room - size) throw fault(bits, buffer, count, pos, TOO_LARGE);
        const front = list[0] as number;
        counts[front] = (counts[front] as number) + run;
        sorted.fill(front, size, size + run);
        size += run;
        run = 0;
        runDigit = 1;
      }
      if (symbol === endOfBlock) {
        giveBack(bits, buffer, count, pos);
        return size;
      }
      if (size === room) throw fault(bits, buffer, count, pos, TOO_LARGE);
      const place = symbol - 1;
      const byte = list[place] as number;
      if (place > LONG_MOVE) list.copyWithin(1, 0, place);
      else for (let i = place; i > 0; i--) list[i] = list[i - 1] as number;
      list[0] = byte;
      counts[byte] = (counts[byte] as number) + 1;
      sorted[size++] = byte;
    }
  }
  throw fault(bits, buffer, count, pos, 'a block has more symbols than selectors');
}

const TOO_LARGE = 'a block is larger than the stream allows';

/** Returns whole bytes that were read ahead, so that the window may move and others may read. */
function giveBack(bits: BitReader, buffer: number, count: number, pos: number): void {
  const { input } = bits;
  const ahead = count >>> 3;
  bits.buffer = buffer >>> (8 * ahead);
  bits.count = count & 7;
  input.pos = Math.min(pos - ahead, input.end);
  if (pos - ahead > input.end) throw input.error('truncated', 'the stream ends inside a block');
}

/** What contradicts the format is the end's doing where the stream has ended before. */
function fault(bits: BitReader, buffer: number, count: number, pos: number, detail: string): Error {
  giveBack(bits, buffer, count, pos);
  return bits.input.error('corrupt', detail);
}
