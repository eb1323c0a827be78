import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { buildId } from '../../src/kernel/build-id.ts';
import { buildElf, type Note, noteSegment, notes } from '../support/elf-builder.ts';

const ID = Uint8Array.from({ length: 20 }, (_, i) => i * 11);
const HEX = Buffer.from(ID).toString('hex');
const GNU: Note = { owner: 'GNU', type: 3, value: ID };
const XEN: Note = { type: 6, value: 'linux' };

function idOf(list: readonly Note[], format: { bits?: 32 | 64; endian?: 'little' | 'big' } = {}) {
  return buildId(
    bytesSource(buildElf({ ...format, segments: [noteSegment(notes(list, format))] })),
  );
}

describe('the build id', () => {
  it('is found among other notes', () => {
    expect(idOf([XEN, GNU])).toBe(HEX);
    expect(idOf([GNU, XEN])).toBe(HEX);
  });

  it.each([
    ['32 bits', { bits: 32 }],
    ['big endian', { endian: 'big' }],
  ] as const)('is read in %s', (_, format) => {
    expect(idOf([XEN, GNU], format)).toBe(HEX);
  });

  it.each([
    ['32 bits', { bits: 32 }],
    ['64 bits', { bits: 64 }],
  ] as const)('is found in the second segment of notes, in %s', (_, format) => {
    const others = { ...noteSegment(notes([GNU], format)), type: 1 };
    const segments = [others, noteSegment(notes([XEN], format)), noteSegment(notes([GNU], format))];
    expect(buildId(bytesSource(buildElf({ ...format, segments })))).toBe(HEX);
    expect(buildId(bytesSource(buildElf({ ...format, segments: [others] })))).toBeNull();
  });

  it('is looked for in so many segments', () => {
    const empty = Array.from({ length: 63 }, () => noteSegment(notes([XEN])));
    const idAfter = (before: typeof empty) =>
      buildId(bytesSource(buildElf({ segments: [...before, noteSegment(notes([GNU]))] })));
    expect(idAfter(empty)).toBe(HEX);
    expect(idAfter([...empty, ...empty.slice(0, 1)])).toBeNull();
  });

  it.each([
    ['no notes', []],
    ['a note of another owner', [{ ...GNU, owner: 'Xen' }]],
    ['another note of the same owner', [{ ...GNU, type: 1 }]],
    ['an id without bytes', [{ ...GNU, value: new Uint8Array(0) }]],
    ['an id that no linker writes', [{ ...GNU, value: new Uint8Array(65) }]],
  ] as [string, Note[]][])('is none with %s', (_, list) => {
    expect(idOf(list)).toBeNull();
  });

  it('is read of whatever bytes there are', () => {
    const image = buildElf({ segments: [noteSegment(notes([XEN, GNU]))] });
    const damage = fc.array(fc.tuple(fc.nat(image.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(image.length), (bytes, length) => {
        const copy = image.slice(0, length);
        for (const [at, value] of bytes) copy[at] = value;
        expect(buildId(bytesSource(copy)) ?? '').toMatch(/^([0-9a-f]{2}){0,64}$/);
      }),
    );
  });
});
