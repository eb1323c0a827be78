/** The polynomial of ECMA-182, bits reversed, as the .xz format uses it: its halves. */
const POLYNOMIAL_LOW = 0xd7870f42 | 0;
const POLYNOMIAL_HIGH = 0xc96c5795 | 0;

/** For every byte, and for 0 to 3 bytes of 0 after it: what it adds to the sum, in two halves. */
const SLICES = 4;
const low = new Int32Array(SLICES * 256);
const high = new Int32Array(SLICES * 256);

for (let byte = 0; byte < 256; byte++) {
  let l = byte;
  let h = 0;
  for (let bit = 0; bit < 8; bit++) {
    const out = -(l & 1);
    l = (l >>> 1) | (h << 31);
    h >>>= 1;
    l ^= out & POLYNOMIAL_LOW;
    h ^= out & POLYNOMIAL_HIGH;
  }
  low[byte] = l;
  high[byte] = h;
}
for (let i = 256; i < SLICES * 256; i++) {
  const l = low[i - 256] as number;
  const h = high[i - 256] as number;
  low[i] = (low[l & 0xff] as number) ^ ((l >>> 8) | (h << 24));
  high[i] = (high[l & 0xff] as number) ^ (h >>> 8);
}

/**
 * The CRC-64 of the .xz format (The .xz File Format, section 6), of bytes that come in parts. Two
 * 32-bit halves and four bytes a step: as a BigInt it would take seconds for a kernel.
 */
export class Crc64 {
  #low = -1;
  #high = -1;

  update(bytes: Uint8Array): void {
    let l = this.#low;
    let h = this.#high;
    let i = 0;
    for (const end = bytes.length - 3; i < end; i += 4) {
      const word =
        (bytes[i] as number) |
        ((bytes[i + 1] as number) << 8) |
        ((bytes[i + 2] as number) << 16) |
        ((bytes[i + 3] as number) << 24);
      l ^= word;
      const first = 768 + (l & 0xff);
      const second = 512 + ((l >>> 8) & 0xff);
      const third = 256 + ((l >>> 16) & 0xff);
      const fourth = l >>> 24;
      l =
        h ^
        (low[first] as number) ^
        (low[second] as number) ^
        (low[third] as number) ^
        (low[fourth] as number);
      h =
        (high[first] as number) ^
        (high[second] as number) ^
        (high[third] as number) ^
        (high[fourth] as number);
    }
    for (; i < bytes.length; i++) {
      const index = (l ^ (bytes[i] as number)) & 0xff;
      l = ((l >>> 8) | (h << 24)) ^ (low[index] as number);
      h = (h >>> 8) ^ (high[index] as number);
    }
    this.#low = l;
    this.#high = h;
  }

  /** The sum of all bytes so far: eight bytes, little endian. */
  digest(): Uint8Array {
    const sum = new DataView(new ArrayBuffer(8));
    sum.setInt32(0, ~this.#low, true);
    sum.setInt32(4, ~this.#high, true);
    return new Uint8Array(sum.buffer);
  }
}
