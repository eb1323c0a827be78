import fc from 'fast-check';

/** One change of a file. Positions are taken modulo its length, so that every edit fits every file. */
export type Edit =
  | { readonly kind: 'bit'; readonly at: number; readonly bit: number }
  | {
      readonly kind: 'number';
      readonly at: number;
      readonly width: 1 | 2 | 4 | 8;
      readonly value: bigint;
      readonly big: boolean;
    }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'copy'; readonly at: number; readonly from: number; readonly length: number }
  | { readonly kind: 'cut'; readonly at: number };

/** Numbers at which sums, signs and sizes go wrong: powers of two, and their neighbours. */
export const edgeNumber: fc.Arbitrary<bigint> = fc.oneof(
  fc.nat(20).map(BigInt),
  fc
    .record({ power: fc.nat(64), near: fc.integer({ min: -2, max: 2 }) })
    .map(({ power, near }) => BigInt.asUintN(64, (1n << BigInt(power)) + BigInt(near))),
  fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }),
);

/** A place in a file, more often in its first and last bytes, where headers and trailers are. */
const place = fc.oneof(
  { weight: 3, arbitrary: fc.nat(63) },
  { weight: 1, arbitrary: fc.nat(31).map((back) => -1 - back) },
  { weight: 2, arbitrary: fc.nat(0xffff_ffff) },
);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('bit' as const), at: place, bit: fc.nat(7) }),
  fc.record({
    kind: fc.constant('number' as const),
    at: place,
    width: fc.constantFrom(1 as const, 2 as const, 4 as const, 8 as const),
    value: edgeNumber,
    big: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    at: place,
    length: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({
    kind: fc.constant('copy' as const),
    at: place,
    from: place,
    length: fc.integer({ min: 1, max: 200 }),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
);

/** A few changes, often only one: of a file with many, no reader sees more than the first. */
export const edits: fc.Arbitrary<Edit[]> = fc.array(edit, { minLength: 1, maxLength: 4 });

export function applyEdits(file: Uint8Array, list: readonly Edit[]): Uint8Array {
  return list.reduce(applyEdit, file);
}

function applyEdit(file: Uint8Array, edit: Edit): Uint8Array {
  if (file.length === 0) return file;
  const at = within(edit.at, file.length);
  const [before, after] = [file.subarray(0, at), file.subarray(at)];
  switch (edit.kind) {
    case 'bit': {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << edit.bit);
      return changed;
    }
    case 'number': {
      const { width, value, big } = edit;
      const number = Array.from({ length: width }, (_, i) =>
        Number((value >> BigInt(8 * (big ? width - 1 - i : i))) & 0xffn),
      );
      const changed = file.slice();
      changed.set(number.slice(0, file.length - at), at);
      return changed;
    }
    case 'insert':
      return join(before, edit.bytes, after);
    case 'delete':
      return join(before, after.subarray(edit.length));
    case 'copy': {
      const from = within(edit.from, file.length);
      return join(before, file.subarray(from, from + edit.length), after);
    }
    case 'cut':
      return before.slice();
  }
}

function within(at: number, length: number): number {
  return ((at % length) + length) % length;
}

function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
