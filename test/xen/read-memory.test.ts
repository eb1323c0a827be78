import { expect, test } from 'vitest';
import { readMemory } from '../../src/xen/read-memory.ts';

const MIB = 2 ** 20;

test.each([
  ['256MiB', 256 * MIB],
  ['4GiB', 4096 * MIB],
  ['2048KiB', 2 * MIB],
  ['1MiB', MIB],
  ['16384GiB', 2 ** 44],
])('memory of %s', (text, bytes) => {
  expect(readMemory(text)).toEqual({ bytes });
});

test.each([
  ['256', 'write 256MiB'],
  ['256M', 'write 256MiB'],
  ['256 MB', 'write 256MiB'],
  ['4g', 'write 4GiB'],
  ['512mib', 'write 512MiB'],
  ['1.5GiB', 'write a size such as 256MiB or 4GiB'],
  ['', 'write a size such as 256MiB or 4GiB'],
  ['-1MiB', 'write a size such as 256MiB or 4GiB'],
  ['all', 'write a size such as 256MiB or 4GiB'],
  ['0', 'write a size such as 256MiB or 4GiB'],
  ['512KB', 'write a size such as 256MiB or 4GiB'],
  ['268435456', 'write a size such as 256MiB or 4GiB'],
  ['0MiB', 'the least memory is 1MiB'],
  ['1500KiB', 'it is not a whole number of MiB'],
  ['16385GiB', 'the most memory is 16384GiB'],
  ['999999999999GiB', 'the most memory is 16384GiB'],
])('no memory is %j', (text, fault) => {
  expect(readMemory(text)).toEqual({ fault });
});
