import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharing } from '../../src/contract/sharing.ts';

test('what is shared is equal to what it stands for', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (values) => {
      const share = sharing();
      expect(values.map(share)).toEqual(values);
    }),
  );
});

test('what is equal is one, at any depth', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const share = sharing();
      const [first, second] = [share([value, 1]), share([structuredClone(value), 2])];
      expect(second[0]).toBe(first[0]);
      expect(share(structuredClone(first))).toBe(first);
    }),
  );
});

test('what differs stays apart: by its type, its order or its names', () => {
  const share = sharing();
  const all = [
    [1],
    ['1'],
    ['1', '1'],
    ['1,1'],
    { 1: 1 },
    {},
    [],
    [[]],
    { a: [] },
    [null],
    ['null'],
  ];
  expect(new Set(all.map((value) => share<unknown>(value))).size).toBe(all.length);
});

test('what has a function in it stands for itself', () => {
  const share = sharing();
  const [one, other] = [
    { id: 'a', has: () => true },
    { id: 'a', has: () => true },
  ];
  const shared = share([[one], [other], [one]]);
  expect(shared[0]).not.toBe(shared[1]);
  expect(shared[0]).toBe(shared[2]);
  expect(shared.flat()).toEqual([one, other, one]);
  expect(shared[1]?.[0]).toBe(other);
});

test('what nothing has in common takes no memory: it is forgotten', () => {
  const share = sharing(100);
  const first = share(['a', 'b']);
  expect(share(['a', 'b'])).toBe(first);
  for (let i = 0; i < 70; i++) expect(share([i])).toEqual([i]);
  const again = share(['a', 'b']);
  expect(again).toEqual(first);
  expect(again).not.toBe(first);
  expect(share(['a', 'b'])).toBe(again);
});
