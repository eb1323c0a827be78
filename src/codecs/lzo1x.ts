import type { PayloadError } from './codec.ts';
import { copyBytes, repeatBytes } from './copy.ts';
import type { CompressedInput } from './input.ts';

/** What went before was a run of four or more literals; 0 to 3 is how many others went before. */
const AFTER_RUN = 4;
/** Matches of the farthest kind start here; this very distance marks the end of the block. */
const FAR = 16384;

/**
 * Decodes one block of LZO1X (Linux, Documentation/staging/lzo.rst). Each instruction is a match
 * with up to three literals after it, or a run of literals. The meaning of an instruction below 16
 * depends on the literals before it.
 *
 * @param length of the block, in bytes, all in the input's window
 * @param output takes the contents from its start; a match cannot reach before it
 * @returns the size of the contents, in bytes
 * @throws {PayloadError} of the fault `corrupt`.
 */
export function decodeLzo1x(input: CompressedInput, length: number, output: Uint8Array): number {
  const bytes = input.bytes;
  const end = input.pos + length;
  const room = output.length;
  let pos = input.pos;
  let size = 0;
  let state = 0;

  // A first byte above 17 is a run of literals that needs no instruction.
  if (length > 0 && (bytes[pos] as number) > 17) {
    const literals = (bytes[pos++] as number) - 17;
    if (literals > end - pos) throw fault(input, pos, ENDS_EARLY);
    if (literals > room) throw fault(input, pos, TOO_LONG);
    output.set(bytes.subarray(pos, pos + literals));
    size = literals;
    pos += literals;
    state = Math.min(literals, AFTER_RUN);
  }

  for (;;) {
    // The shortest way to the end of a block is the end mark itself, three bytes.
    if (end - pos < 3) throw fault(input, pos, ENDS_EARLY);
    const instruction = bytes[pos++] as number;
    let count: number;
    let distance: number;
    if (instruction >= 64) {
      count = (instruction >>> 5) + 1;
      distance = ((bytes[pos++] as number) << 3) + ((instruction >>> 2) & 7) + 1;
      state = instruction & 3;
    } else if (instruction >= 16) {
      // Matches at a distance of up to 16 KiB (from 32 on), or from there up to 48 KiB.
      const near = instruction >= 32;
      const mask = near ? 31 : 7;
      count = instruction & mask;
      if (count === 0) {
        count = mask;
        while (pos < end && bytes[pos] === 0) {
          count += 255;
          pos++;
        }
        if (end - pos < 3) throw fault(input, pos, ENDS_EARLY);
        count += bytes[pos++] as number;
      }
      count += 2;
      const low = bytes[pos] as number;
      distance = (low >>> 2) | ((bytes[pos + 1] as number) << 6);
      pos += 2;
      state = low & 3;
      if (near) {
        distance += 1;
      } else {
        distance += FAR + ((instruction & 8) << 11);
        if (distance === FAR) {
          if (count !== 3 || pos !== end) throw fault(input, pos, 'a wrong end mark');
          input.pos = pos;
          return size;
        }
      }
    } else if (state === 0) {
      let literals = instruction;
      if (literals === 0) {
        literals = 15;
        while (pos < end && bytes[pos] === 0) {
          literals += 255;
          pos++;
        }
        if (pos === end) throw fault(input, pos, ENDS_EARLY);
        literals += bytes[pos++] as number;
      }
      literals += 3;
      if (literals > end - pos) throw fault(input, pos, ENDS_EARLY);
      if (literals > room - size) throw fault(input, pos, TOO_LONG);
      copyBytes(bytes, pos, output, size, literals);
      size += literals;
      pos += literals;
      state = AFTER_RUN;
      continue;
    } else {
      const afterRun = state === AFTER_RUN;
      count = afterRun ? 3 : 2;
      distance = ((bytes[pos++] as number) << 2) + (instruction >>> 2) + (afterRun ? 2049 : 1);
      state = instruction & 3;
    }

    if (distance > size) throw fault(input, pos, 'a match before the block');
    if (count + state > room - size) throw fault(input, pos, TOO_LONG);
    repeatBytes(output, size, distance, count);
    size += count;
    if (state > 0) {
      if (state > end - pos) throw fault(input, pos, ENDS_EARLY);
      copyBytes(bytes, pos, output, size, state);
      size += state;
      pos += state;
    }
  }
}

const ENDS_EARLY = 'a block ends before its end mark';
const TOO_LONG = 'a block expands past its size';

function fault(input: CompressedInput, pos: number, detail: string): PayloadError {
  input.pos = pos;
  return input.error('corrupt', detail);
}
