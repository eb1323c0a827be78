import type { ByteSource } from '../bytes/bytes.ts';
import { type Codec, PayloadError } from './codec.ts';

/** How much of a compressed stream is held at a time, at least, in bytes. */
const WINDOW = 1 << 20;

/**
 * A compressed stream as the decoders read it: a window of bytes that slides over the source, so
 * that a payload of any length is read in constant memory.
 *
 * Hot loops read `bytes[pos]` directly and call `ensure` or `need` once per block. Both may replace
 * `bytes` and move `pos`. So a loop that keeps them in locals must write `pos` back before the
 * call, and read both again after it.
 */
export class CompressedInput {
  /** The window. Bytes before `pos` are spent; bytes from `end` on do not exist. */
  bytes: Uint8Array = new Uint8Array(0);
  pos = 0;
  end = 0;
  readonly #source: ByteSource;
  readonly #codec: Codec;
  #base = 0;

  constructor(source: ByteSource, codec: Codec) {
    this.#source = source;
    this.#codec = codec;
  }

  /** Number of bytes of the stream before `pos`. */
  get consumed(): number {
    return this.#base + this.pos;
  }

  /** Makes `count` bytes readable at `pos`; false where the stream ends before. */
  ensure(count: number): boolean {
    if (this.end - this.pos >= count) return true;
    this.#base += this.pos;
    this.bytes = this.#source.read(this.#base, Math.max(count, WINDOW));
    this.pos = 0;
    this.end = this.bytes.length;
    return this.end >= count;
  }

  /** As `ensure`; a stream that ends before is truncated. */
  need(count: number): void {
    if (!this.ensure(count)) throw this.error('truncated', 'the stream ends inside a block');
  }

  /** A decoder may have read zeros behind the end, past which `pos` is then: such a stream is truncated. */
  checkEnd(): void {
    if (this.pos <= this.end) return;
    this.pos = this.end;
    throw this.error('truncated', 'the stream ends inside its coded run');
  }

  /** The fault, placed at the current position. */
  error(
    fault: PayloadError['fault'],
    detail: string,
    reason: PayloadError['reason'] = null,
  ): PayloadError {
    return new PayloadError(this.#codec, fault, this.consumed, detail, reason);
  }
}
