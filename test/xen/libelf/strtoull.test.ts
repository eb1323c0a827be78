import { expect, it } from 'vitest';
import { strtoull } from '../../../src/xen/libelf/strtoull.ts';

it.each([
  ['', 0n],
  ['0', 0n],
  ['0x', 0n],
  ['0xg', 0n],
  ['12abc', 12n],
  ['0x1fG', 0x1fn],
  ['0X10', 0x10n],
  ['017', 0o17n],
  ['08', 0n],
  ['  \t42', 42n],
  ['-1', 0xffff_ffff_ffff_ffffn],
  ['+7', 7n],
  ['0xffffffff80000000', 0xffff_ffff_8000_0000n],
  ['99999999999999999999', 0xffff_ffff_ffff_ffffn],
])('strtoull(%j, NULL, 0)', (text, value) => {
  expect(strtoull(text)).toBe(value);
});
