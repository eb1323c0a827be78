import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, labelled, wrap } from '../../src/text/wrap.ts';

describe('wrapping', () => {
  it('breaks at spaces', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  });

  it('cuts what is longer than a line', () => {
    expect(wrap('abcdef gh', 4)).toEqual(['abcd', 'ef', 'gh']);
  });

  it('tears no character apart', () => {
    expect(wrap('🐧🐧🐧', 2)).toEqual(['🐧🐧', '🐧']);
  });

  it('has one line for nothing', () => {
    expect(wrap('', 10)).toEqual(['']);
  });

  it('loses nothing and keeps to the width', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/));
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (list, width) => {
        const lines = wrap(list.join(' '), width);
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
        expect(lines.every((line) => line.length <= width)).toBe(true);
      }),
    );
  });

  it('aligns what follows a label', () => {
    expect(labelled('  fix', 'enable this and that at once', 8, 30)).toEqual([
      '  fix   enable this and that',
      '        at once',
    ]);
  });

  it('gives a piece that is too long a line to itself', () => {
    expect(fill(['a', 'bcdefgh', 'i', 'j'], 2, 5)).toEqual([['a'], ['bcdefgh'], ['i', 'j']]);
  });
});
