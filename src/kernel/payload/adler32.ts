const MODULUS = 65521;
/** How many bytes can be summed before a sum of sums outgrows 31 bits and numbers become slow. */
const RUN = 3800;

/** Adler-32 of the bytes (RFC 1950, section 8.2), as an unsigned number. */
export function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length; ) {
    const stop = Math.min(at + RUN, bytes.length);
    for (; at < stop; at++) {
      a += bytes[at] as number;
      b += a;
    }
    a %= MODULUS;
    b %= MODULUS;
  }
  return b * 65536 + a;
}
