import type { ByteSource } from './bytes.ts';

/** A place where a pattern occurs. */
export interface Mark {
  /** In bytes, from the start of what was searched. */
  readonly offset: number;
  /** The bytes before it, as many as there are up to 12. */
  readonly before: Uint8Array;
}

/** Where each of some patterns occurs: the first few places. */
export type Marks = ReadonlyMap<string, readonly Mark[]>;

/** Each a string of at least four characters, one a byte, and how many of its places are kept. */
export type Patterns = ReadonlyMap<string, number>;

const BEFORE = 12;

/** How much is searched, in bytes: code and data of a kernel end before, debug information may follow. */
const MOST_SEARCHED = 128 << 20;

/** How much of a source is searched at a time, in bytes. */
const CHUNK = 1 << 20;

interface Pattern {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly most: number;
  readonly places: Mark[];
}

/**
 * Looks for patterns in a stream that passes by once. The memory is that of the places that are kept.
 */
export class MarkSearch {
  readonly #patterns: readonly Pattern[];
  /** Bytes of the last chunk that a pattern, or what is kept before it, may start in. */
  readonly #overlap: number;
  #tail = new Uint8Array(0);

  constructor(patterns: Patterns) {
    this.#patterns = [...patterns].map(([text, most]) => {
      return { text, bytes: Buffer.from(text, 'latin1'), most, places: [] };
    });
    const longest = Math.max(0, ...this.#patterns.map(({ bytes }) => bytes.length));
    this.#overlap = BEFORE + longest - 1;
  }

  /** Takes the next bytes of the stream, which start at `position` of it. */
  feed(chunk: Uint8Array, position: number): void {
    if (this.#patterns.length === 0 || position >= MOST_SEARCHED) return;
    const seam = join(this.#tail, chunk.subarray(0, this.#overlap));
    this.#search(seam, position - this.#tail.length, this.#tail.length);
    this.#search(chunk, position, 0);
    this.#tail =
      chunk.length >= this.#overlap
        ? chunk.slice(chunk.length - this.#overlap)
        : join(this.#tail, chunk).slice(-this.#overlap);
  }

  get marks(): Marks {
    return new Map(this.#patterns.map(({ text, places }) => [text, places]));
  }

  /** @param tail so many bytes at the start were searched already */
  #search(bytes: Uint8Array, position: number, tail: number): void {
    // A Buffer searches natively: twice as fast as any loop here over a whole kernel.
    const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (const { bytes: wanted, most, places } of this.#patterns) {
      if (places.length >= most) continue;
      const first = Math.max(0, tail - wanted.length + 1);
      for (
        let at = searched.indexOf(wanted, first);
        at >= 0 && places.length < most;
        at = searched.indexOf(wanted, at + 1)
      ) {
        const offset = position + at;
        // What starts a chunk was found in the seam, with all that is before it.
        if (offset <= (places.at(-1)?.offset ?? -1)) continue;
        places.push({ offset, before: bytes.slice(Math.max(at - BEFORE, 0), at) });
      }
    }
  }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** Looks for patterns in a source that can be read anywhere, once they are asked for. */
export function searchLater(source: ByteSource, patterns: Patterns): () => Marks {
  let marks: Marks | null = null;
  return () => {
    marks ??= searchNow(source, patterns);
    return marks;
  };
}

function searchNow(source: ByteSource, patterns: Patterns): Marks {
  const search = new MarkSearch(patterns);
  for (let at = 0; at < Math.min(source.size, MOST_SEARCHED); at += CHUNK) {
    search.feed(source.read(at, CHUNK), at);
  }
  return search.marks;
}

export const NO_MARKS = (): Marks => new Map();
export const NO_PATTERNS: Patterns = new Map();
