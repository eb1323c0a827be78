import fc from 'fast-check';
import { expect, test } from 'vitest';
import { X86Filter } from '../../src/codecs/bcj-x86.ts';

function filtered(parts: readonly Uint8Array[]): Buffer {
  const filter = new X86Filter(0);
  const contents = parts.map((part) => filter.update(part).slice());
  return Buffer.concat([...contents, filter.finish()]);
}

test('a call gets its displacement back', () => {
  // call at 2, to 0x1007: from the end of the instruction at 7 that is 0x1000 ahead.
  const encoded = Uint8Array.of(0x90, 0x90, 0xe8, 0x07, 0x10, 0x00, 0x00, 0x90);
  const decoded = [0x90, 0x90, 0xe8, 0x00, 0x10, 0x00, 0x00, 0x90];
  expect([...filtered([encoded])]).toEqual(decoded);
});

test('how the data is parted makes no difference', () => {
  const byte = fc.oneof(fc.constantFrom(0xe8, 0xe9, 0x00, 0xff), fc.nat(255));
  const data = fc.array(byte, { maxLength: 200, size: 'max' });
  fc.assert(
    fc.property(data, fc.array(fc.nat(200), { maxLength: 20, size: 'max' }), (bytes, cuts) => {
      const whole = Uint8Array.from(bytes);
      const at = [0, ...cuts.sort((a, b) => a - b), whole.length];
      const parts = at.slice(1).map((end, i) => whole.subarray(at[i], end));
      expect(filtered(parts)).toEqual(filtered([whole]));
    }),
    { numRuns: 500 },
  );
});
