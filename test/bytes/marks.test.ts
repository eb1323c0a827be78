import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { MarkSearch, type Marks, searchLater } from '../../src/bytes/marks.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { buildBzImage, gzipPayload } from '../support/bzimage-builder.ts';
import { buildElf, loadSegment } from '../support/elf-builder.ts';

const PATTERNS = new Map([
  ['abab', 64],
  ['aab\0', 1],
  ['babaab', 64],
  ['bababaab', 64],
]);

/** As plain data: of each pattern its offsets, and what is kept before each. */
function plain(marks: Marks) {
  return [...marks].map(([pattern, places]) => [
    pattern,
    places.map(({ offset, before }) => [offset, [...before]]),
  ]);
}

function naively(text: string) {
  return [...PATTERNS].map(([pattern, most]) => {
    const places = [...text].flatMap((_, at) => (text.startsWith(pattern, at) ? [at] : []));
    const before = (at: number) => [...Buffer.from(text.slice(Math.max(0, at - 12), at), 'latin1')];
    return [pattern, places.slice(0, most).map((at) => [at, before(at)])];
  });
}

const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\0'), maxLength: 200 });

describe('a search for patterns', () => {
  it('finds every place, however the stream is cut', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 1, max: 40 })), (text, cuts) => {
        const bytes = Buffer.from(text, 'latin1');
        const search = new MarkSearch(PATTERNS);
        let at = 0;
        for (const length of [...cuts, bytes.length]) {
          search.feed(bytes.subarray(at, at + length), at);
          at = Math.min(at + length, bytes.length);
        }
        expect(plain(search.marks)).toEqual(naively(text));
      }),
    );
  });

  it('finds the same in a source', () => {
    const text = `${'b'.repeat((1 << 20) - 2)}abab${'b'.repeat(100)}aab\0`;
    const marks = searchLater(bytesSource(Buffer.from(text, 'latin1')), PATTERNS)();
    expect([...marks].map(([, places]) => places.map(({ offset }) => offset))).toEqual([
      [(1 << 20) - 2],
      [text.length - 4],
      [],
      [],
    ]);
  });

  it('keeps a bounded number of places', () => {
    const search = new MarkSearch(new Map([['aaaa', 64]]));
    search.feed(new Uint8Array(1000).fill(0x61), 0);
    expect(search.marks.get('aaaa')).toHaveLength(64);
  });
});

it('a kernel has those of its ELF file, compressed or not', async () => {
  const elf = buildElf({ segments: [loadSegment(Buffer.from('....sign of life....'))] });
  for (const file of [
    elf,
    buildBzImage({ payload: gzipPayload(elf) }),
    buildBzImage({ payload: elf }),
  ]) {
    const kernel = await openKernel(bytesSource(file), {
      patterns: new Map([
        ['sign of life', 64],
        ['no such thing', 64],
      ]),
    });
    const places = [...kernel.marks()].map(([, places]) => places.map(({ offset }) => offset));
    expect(places).toEqual([[Buffer.from(elf).indexOf('sign of life')], []]);
  }
});
