import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeldPages, PAGE_SIZE, PageFault } from '../../../src/kernel/payload/held-pages.ts';

/** Bytes that differ from page to page. */
const STREAM = Uint8Array.from(
  { length: 3 * PAGE_SIZE + 100 },
  (_, i) => (i * 31 + (i >> 8)) % 251,
);

/** The whole stream, in chunks of a size. */
function offerAll(held: HeldPages, chunk: number): void {
  for (let at = 0; at < STREAM.length; at += chunk) {
    held.offer(STREAM.subarray(at, at + chunk), at);
  }
  held.finish(STREAM.length);
}

const never = () => Promise.resolve();

/** Places around the edges of pages and of the stream. */
const place = fc.oneof(
  fc.nat(STREAM.length + 10),
  fc
    .tuple(
      fc.constantFrom(0, PAGE_SIZE, 2 * PAGE_SIZE, STREAM.length),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([edge, by]) => Math.max(edge + by, 0)),
);

describe('held pages', () => {
  it.each([1000, PAGE_SIZE, 100_000])('give back the stream, in chunks of %i', (chunk) => {
    const held = new HeldPages();
    expect(held.want({ offset: 0, length: STREAM.length })).toBe(true);
    offerAll(held, chunk);
    const source = held.source(never);
    expect(source.size).toBe(STREAM.length);
    fc.assert(
      fc.property(place, place, (offset, length) => {
        const wanted = STREAM.subarray(offset, offset + length);
        expect(Buffer.compare(source.read(offset, length), wanted)).toBe(0);
      }),
    );
    expect(source.read(-1, 10)).toHaveLength(0);
    expect(source.read(0, -1)).toHaveLength(0);
  });

  it('fault where a part of what is read was not wanted, and name all of it', async () => {
    const held = new HeldPages();
    held.want({ offset: PAGE_SIZE + 5, length: 1 });
    offerAll(held, 1000);
    const asked: unknown[] = [];
    const source = held.source(async (range) => {
      asked.push(range);
    });
    expect(source.read(PAGE_SIZE, PAGE_SIZE)).toHaveLength(PAGE_SIZE);
    for (const [offset, length] of [
      [PAGE_SIZE - 1, 2],
      [2 * PAGE_SIZE - 1, 2],
      [STREAM.length - 5, 99],
    ] as const) {
      let fault: unknown;
      try {
        source.read(offset, length);
      } catch (error) {
        fault = error;
      }
      expect(fault).toBeInstanceOf(PageFault);
      await (fault as PageFault).fetch();
    }
    expect(asked).toEqual([
      { offset: PAGE_SIZE - 1, length: 2 },
      { offset: 2 * PAGE_SIZE - 1, length: 2 },
      { offset: STREAM.length - 5, length: 5 },
    ]);
  });

  it('take as many pages as fit', () => {
    const held = new HeldPages();
    expect(held.want({ offset: 0, length: 2 * PAGE_SIZE }, 2 * PAGE_SIZE)).toBe(true);
    expect(held.want({ offset: 0, length: 2 * PAGE_SIZE }, 2 * PAGE_SIZE)).toBe(true);
    expect(held.want({ offset: 0, length: 2 * PAGE_SIZE + 1 }, 3 * PAGE_SIZE - 1)).toBe(false);
    offerAll(held, 1000);
    expect(held.holds({ offset: 0, length: 2 * PAGE_SIZE })).toBe(true);
    expect(held.holds({ offset: 0, length: 2 * PAGE_SIZE + 1 })).toBe(false);
  });

  it('forget a page that the stream did not fill', () => {
    const held = new HeldPages();
    held.want({ offset: 0, length: 2 * PAGE_SIZE });
    expect(held.offer(STREAM.subarray(0, PAGE_SIZE - 1), 0)).toBe(false);
    expect(held.offer(STREAM.subarray(PAGE_SIZE - 1, PAGE_SIZE + 10), PAGE_SIZE - 1)).toBe(true);
    held.finish(STREAM.length);
    expect(held.peek({ offset: PAGE_SIZE - 4, length: 4 })).toHaveLength(4);
    expect(held.peek({ offset: PAGE_SIZE, length: 4 })).toBeNull();
  });
});
