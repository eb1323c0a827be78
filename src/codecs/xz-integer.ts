/** A place in an array from which integers are read. */
export interface Cursor {
  readonly bytes: Uint8Array;
  pos: number;
  readonly end: number;
}

/** What `readInteger` returns where there is no integer. */
export const NO_INTEGER = -1;

/** The longest integer: 63 bits. */
export const MAX_INTEGER_BYTES = 9;

/**
 * Reads a multibyte integer (The .xz File Format, section 1.2): seven bits a byte, the lowest first,
 * the top bit set on all but the last. `NO_INTEGER` if none ends before `end`, or if it is not in
 * its shortest form. Above 2^53 the value is inexact, and larger than the size of any real file.
 */
export function readInteger(at: Cursor): number {
  let value = 0;
  let scale = 1;
  const end = Math.min(at.end, at.pos + MAX_INTEGER_BYTES);
  while (at.pos < end) {
    const byte = at.bytes[at.pos++] as number;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return byte === 0 && scale > 1 ? NO_INTEGER : value;
    scale *= 128;
  }
  return NO_INTEGER;
}
