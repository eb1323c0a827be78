const MODULUS = 65521;
/** How many bytes can be summed before a sum of sums outgrows 31 bits and numbers become slow. */
const RUN = 3800;

/** Adler-32 of the bytes (RFC 1950, section 8.2), as an unsigned number. */
export function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length; ) {
    const stop = Math.min(at + RUN, bytes.length);
    // Eight at a time: the loop itself costs as much as the sums.
    for (; at + 8 <= stop; at += 8) {
      b += a += bytes[at] as number;
      b += a += bytes[at + 1] as number;
      b += a += bytes[at + 2] as number;
      b += a += bytes[at + 3] as number;
      b += a += bytes[at + 4] as number;
      b += a += bytes[at + 5] as number;
      b += a += bytes[at + 6] as number;
      b += a += bytes[at + 7] as number;
    }
    for (; at < stop; at++) b += a += bytes[at] as number;
    a %= MODULUS;
    b %= MODULUS;
  }
  return b * 65536 + a;
}
