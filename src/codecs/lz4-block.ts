import type { PayloadError, RemarkKind } from './codec.ts';
import { copyBytes, repeatBytes } from './copy.ts';
import type { CompressedInput } from './input.ts';

/** A length of 15 in the token goes on in the bytes that follow. */
const LONG_LENGTH = 15;
const MIN_MATCH = 4;
/** What Xen's decoders copy in one step, in bytes; nearer to the end they look closely. */
const STEP = 8;
/** A block has no match yet. */
const NONE = -1;

/**
 * Decodes one block of LZ4 (lz4_Block_format.md): sequences of a token, literals, and a match that
 * copies from the output; the last one has only literals. The distance that a match must keep from
 * the end is that of Xen's decoders (xen/common/lz4/decompress.c), which accept more than the
 * format. The hypervisor's decoder counts the output, the toolstack's the input as well.
 *
 * @param length of the block, in bytes, all in the input's window
 * @param output takes the contents from its start; a match cannot reach before it
 * @param say gets remarks on data that some readers refuse or ignore
 * @returns the size of the contents, in bytes
 * @throws {PayloadError} of the fault `corrupt`.
 */
export function decodeLz4Block(
  input: CompressedInput,
  length: number,
  output: Uint8Array,
  say: (kind: RemarkKind, detail: string) => void,
): number {
  const bytes = input.bytes;
  const end = input.pos + length;
  const room = output.length;
  let pos = input.pos;
  let size = 0;
  // Of the last match: where it starts in the output, and where it stands in the input. There are
  // millions of matches, too many for an object each.
  let matchStart = NONE;
  let matchPos = NONE;
  let distance = NONE;
  while (pos < end) {
    const token = bytes[pos++] as number;

    let literals = token >>> 4;
    if (literals === LONG_LENGTH) {
      let more: number;
      do {
        if (pos === end) throw fault(input, pos, 'a block ends inside a length');
        more = bytes[pos++] as number;
        literals += more;
      } while (more === 255);
    }
    if (literals > end - pos) throw fault(input, pos, 'a block ends inside literals');
    if (literals > room - size) throw fault(input, pos, 'a block expands past its size');
    copyBytes(bytes, pos, output, size, literals);
    size += literals;
    pos += literals;
    if (pos === end) {
      input.pos = pos;
      if (matchStart === NONE) return size;
      const outputLeft = size - matchStart;
      if (isTooLate(outputLeft, distance, literals)) throw fault(input, pos, TOO_LATE);
      if (end - matchPos < STEP) say('late-match', TOO_LATE);
      if (literals < STEP && outputLeft < 2 * STEP) {
        say(
          'match-near-end',
          'a match begins in the last 15 bytes of a block and ends in the last 7',
        );
      }
      return size;
    }

    if (end - pos < 2) throw fault(input, pos, 'a block ends inside a match');
    distance = (bytes[pos] as number) | ((bytes[pos + 1] as number) << 8);
    matchPos = pos;
    pos += 2;
    if (distance > size) throw fault(input, pos, 'a match before the block');
    let count = token & 15;
    if (count === LONG_LENGTH) {
      let more: number;
      do {
        if (pos === end) throw fault(input, pos, 'a block ends inside a length');
        more = bytes[pos++] as number;
        count += more;
      } while (more === 255);
    }
    count += MIN_MATCH;
    if (count > room - size) throw fault(input, pos, 'a block expands past its size');
    matchStart = size;
    if (distance === 0) {
      say('self-match', 'a match of distance 0');
      output.fill(0, size, size + count);
    } else {
      repeatBytes(output, size, distance, count);
    }
    size += count;
  }
  throw fault(input, pos, 'a block ends without its last literals');
}

const TOO_LATE = 'a match too near the end of a block';

/**
 * Whether no decoder of Xen takes a block that ends with so many literals.
 *
 * @param outputLeft from the start of the last match to the end of the contents, in bytes
 */
function isTooLate(outputLeft: number, distance: number, literals: number): boolean {
  // A match of distance 0 would be copied from beyond the end.
  const least = distance === 0 && literals < STEP ? STEP + MIN_MATCH : STEP;
  return literals === 0 || outputLeft < least;
}

function fault(input: CompressedInput, pos: number, detail: string): PayloadError {
  input.pos = pos;
  return input.error('corrupt', detail);
}
