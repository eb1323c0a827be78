import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endsOf, patternSet } from '../../src/glob/pattern-set.ts';

function matching(patterns: readonly string[], path: string, most?: number): number[] {
  const set = patternSet(
    patterns.map((pattern) => pattern.split('/')),
    most,
  );
  let state = set.start;
  for (const name of path.split('/')) state = set.step(state, name);
  return [...new Set(endsOf(state))].sort((a, b) => a - b);
}

it('finds every pattern of a set that a path fits', () => {
  const patterns = ['a/*', 'a/b', '**', 'a/**/b', '**/c', 'a/?', '[ab]/[!a]', 'b/*'];
  expect(matching(patterns, 'a/b')).toEqual([0, 1, 2, 3, 5, 6]);
  expect(matching(patterns, 'a/x/y/b')).toEqual([2, 3]);
  expect(matching(patterns, 'c')).toEqual([2, 4]);
});

it('is what each pattern of it is alone', () => {
  const part = fc.constantFrom('a', 'b', '*', '?', '**', 'a*', '*b', '[a-b]', '[!a]b');
  const pattern = fc.array(part, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'));
  const name = fc.constantFrom('a', 'b', 'ab', 'ba');
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'));
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 5 }), path, (patterns, file) => {
      const alone = patterns.flatMap((one, i) => (matching([one], file).length > 0 ? [i] : []));
      expect(matching(patterns, file)).toEqual(alone);
    }),
  );
});

it('takes steps in proportion to pattern and name, and stops where they are too many', () => {
  const chokes = `${'*a'.repeat(100)}b`;
  expect(matching([chokes], 'a'.repeat(250), 100 * 250)).toEqual([]);
  expect(() => matching([chokes], 'a'.repeat(250), 100)).toThrow(/take too long to match/);
  expect(matching([`${'**/a/'.repeat(100)}b`], 'a/'.repeat(200), 200 * 200)).toEqual([]);
});
