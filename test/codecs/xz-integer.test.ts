import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_INTEGER, readInteger } from '../../src/codecs/xz-integer.ts';
import { xzInteger } from './xz-writer.ts';

function read(bytes: readonly number[]): { value: number; pos: number } {
  const at = { bytes: Uint8Array.from(bytes), pos: 0, end: bytes.length };
  return { value: readInteger(at), pos: at.pos };
}

test('what is written is read', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      const bytes = [...xzInteger(value)];
      expect(read([...bytes, 0x55])).toEqual({ value, pos: bytes.length });
    }),
  );
});

test.each([
  ['no bytes', []],
  ['no last byte', [0x80, 0x80]],
  ['more than nine bytes', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
  ['not the shortest form', [0x81, 0x00]],
])('%s: no integer', (_, bytes) => {
  expect(read(bytes).value).toBe(NO_INTEGER);
});
