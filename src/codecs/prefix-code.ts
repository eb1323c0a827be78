/** The longest code that bzip2 allows, in bits. */
export const MAX_CODE_LENGTH = 20;
/** Codes up to this length are decoded by one look into a table that fits the fastest cache. */
export const FAST_BITS = 10;

/** A canonical prefix code (Huffman code), prepared for decoding. */
export interface PrefixCode {
  /**
   * By the next `FAST_BITS` bits: `symbol << 5 | length` of the code that they start with, 0 where
   * that is longer or there is none.
   */
  readonly fast: Uint16Array;
  /** By length: where the codes of up to this length end, aligned to `MAX_CODE_LENGTH` bits. */
  readonly limits: Int32Array;
  /** By length: what makes a code an index into `symbols`. */
  readonly offsets: Int32Array;
  /** In the order of their codes. */
  readonly symbols: Uint16Array;
}

/**
 * The code with these lengths: shorter codes come first, those of one length in the order of their
 * symbols.
 *
 * @param lengths by symbol, in bits, each from 1 to `MAX_CODE_LENGTH`
 * @returns `null` where there are more codes than their lengths leave room for
 */
export function prefixCode(lengths: Uint8Array): PrefixCode | null {
  const counts = new Int32Array(MAX_CODE_LENGTH + 1);
  for (const length of lengths) counts[length] = (counts[length] as number) + 1;

  const limits = new Int32Array(MAX_CODE_LENGTH + 1);
  const offsets = new Int32Array(MAX_CODE_LENGTH + 1);
  const starts = new Int32Array(MAX_CODE_LENGTH + 1);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= MAX_CODE_LENGTH; length++) {
    starts[length] = index;
    offsets[length] = index - code;
    index += counts[length] as number;
    code += counts[length] as number;
    if (code > 1 << length) return null;
    limits[length] = code << (MAX_CODE_LENGTH - length);
    code <<= 1;
  }

  const symbols = new Uint16Array(lengths.length);
  const fast = new Uint16Array(1 << FAST_BITS);
  lengths.forEach((length, symbol) => {
    const at = starts[length] as number;
    starts[length] = at + 1;
    symbols[at] = symbol;
    if (length > FAST_BITS) return;
    const first = (at - (offsets[length] as number)) << (FAST_BITS - length);
    fast.fill((symbol << 5) | length, first, first + (1 << (FAST_BITS - length)));
  });
  return { fast, limits, offsets, symbols };
}
