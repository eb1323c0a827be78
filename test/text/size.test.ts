import { expect, it } from 'vitest';
import { parseSize } from '../../src/text/size.ts';

it.each([
  ['0', 0],
  ['4096', 4096],
  ['3KiB', 3072],
  ['256MiB', 2 ** 28],
  ['1GiB', 2 ** 30],
  ['', null],
  ['1TB', null],
  ['1 MiB', null],
  ['-1', null],
  ['1.5GiB', null],
  ['0x10', null],
  ['9999999999999', null],
])('the size %j is %j bytes', (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});
