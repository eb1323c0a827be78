import { expect, it } from 'vitest';
import { nameSome, quote } from '../../src/text/quote.ts';

it('quotes what a user wrote, and of a long text the start', () => {
  expect(quote('4.17')).toBe("'4.17'");
  expect(quote('fail', '"')).toBe('"fail"');
  expect(quote('x'.repeat(60_000))).toBe(`'${'x'.repeat(199)}…'`);
});

it('names some of many', () => {
  expect(nameSome(['a', 'b'], 2)).toBe('a, b');
  expect(nameSome(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
  expect(nameSome(['a', 'b', 'c'], 2, 'kernel')).toBe('a, b and 1 more kernel');
  expect(nameSome(['a', 'b', 'c', 'd'], 2, 'kernel')).toBe('a, b and 2 more kernels');
  expect(nameSome(['x'.repeat(60_000), 'b'], 1)).toHaveLength('x'.repeat(200).length + 11);
});
