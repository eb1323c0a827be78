import type { CompressedInput } from './input.ts';

/**
 * A compressed stream read bit by bit, the highest bit of a byte first. It takes a byte only when
 * it needs a bit of it, so between calls fewer than eight bits are waiting.
 *
 * A hot loop may keep `buffer` and `count` in locals and read ahead, as long as it gives whole
 * bytes back to `input` before it lets others read.
 */
export class BitReader {
  readonly input: CompressedInput;
  /** The lowest `count` bits are next, the highest of them first; those above are spent. */
  buffer = 0;
  count = 0;

  constructor(input: CompressedInput) {
    this.input = input;
  }

  /**
   * The next `count` bits as an unsigned number; up to 24 at a time.
   *
   * @throws {PayloadError} of the fault `truncated`.
   */
  take(count: number): number {
    const input = this.input;
    while (this.count < count) {
      input.need(1);
      this.buffer = (this.buffer << 8) | (input.bytes[input.pos++] as number);
      this.count += 8;
    }
    this.count -= count;
    return (this.buffer >>> this.count) & ((1 << count) - 1);
  }
}
