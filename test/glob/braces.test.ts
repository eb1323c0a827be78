import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expandBraces } from '../../src/glob/braces.ts';

it.each([
  ['a', ['a']],
  ['{a,b}/c', ['a/c', 'b/c']],
  ['x{a,b}{c,d}', ['xac', 'xad', 'xbc', 'xbd']],
  ['{a,{b,c}d}', ['a', 'bd', 'cd']],
  ['{a,b}{', ['a{', 'b{']],
  ['{{a,b}', ['{a', '{b']],
  ['{x{a,b}y}', ['{xay}', '{xby}']],
  ['{a}', ['{a}']],
  ['{}', ['{}']],
  ['a,b}', ['a,b}']],
  ['{a,}', ['a', '']],
  ['[{]a,b[}]', ['[{]a,b[}]']],
  ['{a[,]b,c}', ['a[,]b', 'c']],
])('%j stands for %j', (pattern, expected) => {
  expect(expandBraces(pattern, 10)).toEqual(expected);
});

it('stops where there are too many', () => {
  expect(expandBraces('{a,b}{c,d}', 3)).toBeNull();
  expect(expandBraces('{a,b,c,d}', 3)).toBeNull();
  expect(expandBraces('{a,b}'.repeat(800), 1000)).toBeNull();
});

it('takes any text, and leaves no group', () => {
  const text = fc.string({ unit: fc.constantFrom('{', '}', ',', 'a'), maxLength: 40 });
  fc.assert(
    fc.property(text, (pattern) => {
      for (const one of expandBraces(pattern, 1000) ?? []) {
        expect(expandBraces(one, 1000)).toEqual([one]);
      }
    }),
  );
});
