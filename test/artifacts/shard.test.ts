import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SHARDS, parseShard, splitBySize } from '../../src/artifacts/shard.ts';

const sizes = fc.array(fc.oneof(fc.nat(20), fc.nat(2 ** 32)), { maxLength: 60 });
const counts = fc.integer({ min: 1, max: 12 });
const named = (all: readonly number[]) => all.map((size, i) => ({ name: `kernel-${i}`, size }));

/** The bytes of each shard. */
function loads(all: readonly number[], count: number): number[] {
  const shards = splitBySize(named(all), count);
  return Array.from({ length: count }, (_, i) =>
    all.filter((_, at) => shards[at] === i + 1).reduce((sum, size) => sum + size, 0),
  );
}

describe('files dealt to shards', () => {
  it('go to one shard each', () => {
    fc.assert(
      fc.property(sizes, counts, (all, count) => {
        const shards = splitBySize(named(all), count);
        expect(shards).toHaveLength(all.length);
        for (const shard of shards) expect(shard >= 1 && shard <= count).toBe(true);
      }),
    );
  });

  it('are balanced: no shard has more than another by more than one file', () => {
    fc.assert(
      fc.property(sizes, counts, (all, count) => {
        const bytes = loads(all, count);
        expect(Math.max(...bytes) - Math.min(...bytes)).toBeLessThanOrEqual(Math.max(0, ...all));
      }),
    );
  });

  it('go to the same shard in whatever order they are', () => {
    fc.assert(
      fc.property(sizes, counts, fc.infiniteStream(fc.nat()), (all, count, keys) => {
        const files = named(all);
        const shards = splitBySize(files, count);
        const mixed = files
          .map((file, i) => ({ file, shard: shards[i], key: keys.next().value }))
          .sort((a, b) => a.key - b.key);
        const again = splitBySize(
          mixed.map(({ file }) => file),
          count,
        );
        expect(again).toEqual(mixed.map(({ shard }) => shard));
      }),
    );
  });

  it('are of one size in shards of one length, even where that size is nothing', () => {
    const of = (size: number) => splitBySize(named(Array(8).fill(size)), 4).sort();
    expect(of(0)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(of(7)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('are known: the largest first, to the shard with the least', () => {
    expect(splitBySize(named([5, 9, 4, 6]), 2)).toEqual([2, 1, 1, 2]);
  });
});

describe('a shard as users write it', () => {
  it('is its number and how many there are', () => {
    expect(parseShard('2/8')).toEqual({ index: 2, count: 8 });
    expect(parseShard('1/1')).toEqual({ index: 1, count: 1 });
    expect(parseShard(`${MOST_SHARDS}/${MOST_SHARDS}`).index).toBe(MOST_SHARDS);
  });

  it.each([
    ['0/8', "cannot be '0/8': the first number is from 1 to 8"],
    ['9/8', "cannot be '9/8': the first number is from 1 to 8"],
    ['1/0', "cannot be '1/0': write I/N, such as 2/8"],
    ['1/100000', "cannot be '1/100000': there are at most 256 shards"],
    ['2', "cannot be '2': write I/N, such as 2/8"],
    ['a/b', "cannot be 'a/b': write I/N, such as 2/8"],
    ['1/8/2', "cannot be '1/8/2': write I/N, such as 2/8"],
    ['-1/8', "cannot be '-1/8': write I/N, such as 2/8"],
    ['', "cannot be '': write I/N, such as 2/8"],
  ])('is not %s', (text, message) => {
    expect(() => parseShard(text)).toThrow(message);
  });
});
