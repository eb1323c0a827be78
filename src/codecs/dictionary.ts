/** How much is handed out at a time, at most, in bytes; the ring grows up to this at least. */
const CHUNK = 1 << 20;

/** The size of a new ring, in bytes: of small streams there are many, and memory has to be cleared. */
const FIRST = 1 << 16;

/**
 * What a full ring grows by. Doubling copied more than the contents of a kernel. The system gives a
 * large array its memory page by page, so what is never written takes none.
 */
const GROWTH = 64;

/** From here on, in bytes, a native fill or copy is faster than a loop. */
const LONG = 32;

/**
 * What an LZ decoder has written: a ring of bytes that keeps what matches may refer back to, and is
 * handed out in chunks of up to 1 MiB.
 *
 * The ring grows as output comes, up to the size that the stream declares: a kernel of 4 MB that
 * asks for a dictionary of 128 MiB gets 4 MiB.
 *
 * A position in the ring agrees with the position since `reset` in its low four bits, all that LZMA
 * looks at.
 */
export class Dictionary {
  /** The ring. Its owner writes at `pos` and moves it, at most `room()` bytes at a time. */
  bytes = new Uint8Array(FIRST);
  pos = 0;
  /** How many bytes from `pos` on are history too: none until the ring is full, then all of it. */
  #older = 0;
  #largestDistance = 0;
  #taken = 0;
  /** The farthest that a copy reached back since `reset`, in bytes. */
  farthest = 0;

  /** Forgets everything; what was written must be taken before. `size` in bytes, as declared. */
  reset(size: number): void {
    this.pos = 0;
    this.#older = 0;
    this.#largestDistance = size;
    this.#taken = 0;
    this.farthest = 0;
  }

  /** Number of bytes written and not yet taken. */
  get pending(): number {
    return this.pos - this.#taken;
  }

  /** What was written since the last `take`: a view, valid until more is written. */
  take(): Uint8Array {
    const chunk = this.bytes.subarray(this.#taken, this.pos);
    this.#taken = this.pos;
    return chunk;
  }

  /** How many bytes may be written at `pos` now; 0 where what is pending must be taken before. */
  room(): number {
    if (this.pos === this.bytes.length && this.pending === 0) this.#turn();
    return Math.min(this.bytes.length - this.pos, CHUNK - this.pending);
  }

  /** The last byte written, 0 if there is none. */
  last(): number {
    return this.pos > 0 || this.#older > 0 ? this.at(1) : 0;
  }

  /** The byte `distance` back, which must be a byte of the history. */
  at(distance: number): number {
    const from = this.pos - distance;
    return this.bytes[from < 0 ? from + this.bytes.length : from] as number;
  }

  /** Writes `bytes`, for which there must be room. */
  append(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.pos);
    this.pos += bytes.length;
  }

  /**
   * Repeats the `length` bytes from `distance` back, which may run into the bytes it writes. There
   * must be room for them. False, and nothing written, if the history does not reach so far.
   */
  copy(distance: number, length: number): boolean {
    const bytes = this.bytes;
    let to = this.pos;
    if (distance > to + this.#older || distance > this.#largestDistance) return false;
    if (distance > this.farthest) this.farthest = distance;
    const end = to + length;
    let from = to - distance;
    if (from < 0) {
      from += bytes.length;
      while (to < end) {
        bytes[to++] = bytes[from++] as number;
        if (from === bytes.length) from = 0;
      }
    } else if (length > LONG && distance >= length) {
      bytes.copyWithin(to, from, from + length);
    } else if (length > LONG && distance === 1) {
      bytes.fill(bytes[from] as number, to, end);
    } else {
      while (to < end) bytes[to++] = bytes[from++] as number;
    }
    this.pos = end;
    return true;
  }

  /** At the end of the ring: enlarges it, or goes on at its start. */
  #turn(): void {
    const most = Math.max(this.#largestDistance, CHUNK);
    if (this.bytes.length < most) {
      const size = Math.min(this.bytes.length * GROWTH, most);
      const larger = new Uint8Array(Math.ceil(size / 16) * 16);
      larger.set(this.bytes);
      this.bytes = larger;
    } else {
      this.#older = this.bytes.length;
      this.pos = 0;
      this.#taken = 0;
    }
  }
}
