import type { ByteSource } from '../../bytes/bytes.ts';

/** Parts of a payload are held in pages of this many bytes. */
export const PAGE_SIZE = 64 * 1024;

/** Most memory that the held pages of one payload take, in bytes. */
export const MAX_HELD = 64 * 1024 * 1024;

/** The part `[offset, offset + length)` of a payload, in bytes. */
export interface Range {
  readonly offset: number;
  readonly length: number;
}

/** Thrown by `HeldPages.source` where a page that is read is not held; `examine` catches it. */
export class PageFault extends Error {
  override readonly name = 'PageFault';
  /** Sees to it that what was read is held. */
  readonly fetch: () => Promise<void>;

  constructor(fetch: () => Promise<void>) {
    super('a payload was read outside of Kernel.examine');
    this.fetch = fetch;
  }
}

const EMPTY = new Uint8Array(0);

/** A page that is wanted: `bytes` is allocated when the first of them comes by. */
interface Page {
  bytes: Uint8Array | null;
  filled: number;
}

/**
 * Keeps chosen pages of a stream that is too long to hold. First say what is wanted, then offer the
 * chunks of the stream in their order, as often as wanted, then read what was kept.
 */
export class HeldPages {
  readonly #pages = new Map<number, Page>();
  /** Length of the stream; unknown until its end was seen. */
  #size = Number.POSITIVE_INFINITY;

  /** Sets the length of the stream and forgets pages that it did not fill. */
  finish(size: number): void {
    this.#size = size;
    for (const [index, page] of this.#pages) {
      if (!this.#isComplete(index, page)) this.#pages.delete(index);
    }
  }

  /**
   * Marks the pages under `range`, from its start, as many as fit.
   *
   * @param limit bytes that all marked pages may take
   * @returns whether all of them fitted
   */
  want(range: Range, limit = MAX_HELD): boolean {
    for (const index of pagesUnder(range, this.#size)) {
      if (this.#pages.has(index)) continue;
      if ((this.#pages.size + 1) * PAGE_SIZE > limit) return false;
      this.#pages.set(index, { bytes: null, filled: 0 });
    }
    return true;
  }

  /**
   * Copies what is wanted and still missing of a chunk.
   *
   * @returns whether that completed a page
   */
  offer(chunk: Uint8Array, position: number): boolean {
    let completed = false;
    for (const index of pagesUnder({ offset: position, length: chunk.length }, this.#size)) {
      const page = this.#pages.get(index);
      if (page && !this.#isComplete(index, page)) {
        fill(page, index * PAGE_SIZE, chunk, position);
        completed ||= this.#isComplete(index, page);
      }
    }
    return completed;
  }

  /** Whether every page under `range` is there. */
  holds(range: Range): boolean {
    for (const index of pagesUnder(range, this.#size)) {
      const page = this.#pages.get(index);
      if (!page || !this.#isComplete(index, page)) return false;
    }
    return true;
  }

  /** The bytes of a range, fewer where the stream ends; `null` where a page under it is not held. */
  peek(range: Range): Uint8Array | null {
    const { offset } = range;
    const length = Math.max(Math.min(range.length, this.#size - offset), 0);
    if (length === 0) return EMPTY;
    const start = offset % PAGE_SIZE;
    if (start + length <= PAGE_SIZE) {
      // Nearly every read is of a few bytes: this way is most of what it costs to parse a kernel.
      const index = (offset - start) / PAGE_SIZE;
      const page = this.#pages.get(index);
      return page?.bytes && this.#isComplete(index, page)
        ? page.bytes.subarray(start, start + length)
        : null;
    }
    if (!this.holds(range)) return null;
    const bytes = new Uint8Array(length);
    for (const index of pagesUnder({ offset, length }, this.#size)) {
      const at = index * PAGE_SIZE - offset;
      const part = this.#pages.get(index)?.bytes?.subarray(Math.max(-at, 0), length - at);
      if (part) bytes.set(part, Math.max(at, 0));
    }
    return bytes;
  }

  /**
   * The stream as a source.
   *
   * @param fetch sees to it that the pages under a range are held
   * @throws {PageFault} from `read`, where a page under it is not held
   */
  source(fetch: (range: Range) => Promise<void>): ByteSource {
    const size = this.#size;
    return {
      size,
      read: (offset, length) => {
        if (offset < 0 || offset >= size || length <= 0) return EMPTY;
        const range = { offset, length: Math.min(length, size - offset) };
        const bytes = this.peek(range);
        if (!bytes) throw new PageFault(() => fetch(range));
        return bytes;
      },
    };
  }

  #isComplete(index: number, page: Page): boolean {
    return page.filled >= Math.min(PAGE_SIZE, this.#size - index * PAGE_SIZE);
  }
}

/** Indices of the pages under the part of `range` before `end`, in order. */
function* pagesUnder({ offset, length }: Range, end: number): Generator<number> {
  const stop = Math.min(offset + length, end);
  for (let index = Math.floor(offset / PAGE_SIZE); index * PAGE_SIZE < stop; index++) yield index;
}

/** Appends to a page (that starts at `start`) what follows its filled part in the chunk. */
function fill(page: Page, start: number, chunk: Uint8Array, position: number): void {
  const from = start + page.filled - position;
  if (from < 0 || from >= chunk.length) return;
  const part = chunk.subarray(from, from + PAGE_SIZE - page.filled);
  page.bytes ??= new Uint8Array(PAGE_SIZE);
  page.bytes.set(part, page.filled);
  page.filled += part.length;
}
