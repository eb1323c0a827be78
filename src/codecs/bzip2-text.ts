/** A block being read out: its bytes in the order of the text. */
export interface Bzip2Text {
  /** By place in the sorted block: the place of the next byte of the text, and a byte in bits 0–7. */
  readonly links: Uint32Array;
  /** Bytes that are not read out yet, before runs expand. */
  left: number;
  /** The place of the next one. */
  place: number;
  /** How often the byte before has come in a row, up to 4. */
  run: number;
  previous: number;
  /** CRC of what was read out, inverted; starts with all ones. */
  crc: number;
}

/** A fifth byte behind four equal ones says how many more follow. */
const RUN = 4;
const MAX_REPEATS = 255;

/**
 * Prepares a sorted block for being read out (the inverse of the Burrows–Wheeler transform). Sorting
 * by byte keeps the order of equal bytes, which links every place to the one that follows it.
 *
 * @param sorted the sorted bytes, one each, which become links
 * @param counts how often each byte occurs; used up
 * @param origin the place that the text starts from, below `size`
 */
export function bzip2Text(
  sorted: Uint32Array,
  size: number,
  counts: Uint32Array,
  origin: number,
): Bzip2Text {
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count = counts[byte] as number;
    counts[byte] = sum;
    sum += count;
  }
  for (let i = 0; i < size; i++) {
    const byte = (sorted[i] as number) & 0xff;
    const place = counts[byte] as number;
    counts[byte] = place + 1;
    sorted[place] = (sorted[place] as number) | (i << 8);
  }
  const place = (sorted[origin] as number) >>> 8;
  return { links: sorted, left: size, place, run: 0, previous: -1, crc: -1 };
}

/**
 * Reads text out, expands its runs, and updates the CRC. Stops at the end of the block, or when
 * `output` may be too small for another run. Returns the number of bytes written.
 */
export function readBzip2Text(text: Bzip2Text, output: Uint8Array): number {
  const { links } = text;
  const stop = output.length - MAX_REPEATS;
  let { left, place, run, previous, crc } = text;
  let size = 0;
  for (; left > 0 && size < stop; left--) {
    const link = links[place] as number;
    const byte = link & 0xff;
    place = link >>> 8;
    if (run === RUN) {
      for (let i = 0; i < byte; i++) {
        output[size++] = previous;
        crc = (crc << 8) ^ (CRC_TABLE[(crc >>> 24) ^ previous] as number);
      }
      run = 0;
    } else {
      output[size++] = byte;
      crc = (crc << 8) ^ (CRC_TABLE[(crc >>> 24) ^ byte] as number);
      run = byte === previous ? run + 1 : 1;
      previous = byte;
    }
  }
  Object.assign(text, { left, place, run, previous, crc });
  return size;
}

/** CRC-32 of the usual polynomial, but with the highest bit first. */
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc;
});
