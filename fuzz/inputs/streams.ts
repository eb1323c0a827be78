import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Codec } from '../../src/codecs/codec.ts';
import { bzip2Stream } from './bzip2-writer.ts';
import { applyEdits, edgeNumber, edits } from './edits.ts';
import { adler32, SEALS } from './seal.ts';

/** A compressed stream, sound or not. */
export interface Stream {
  readonly codec: Codec;
  readonly bytes: Uint8Array;
}

/** The small kernel of `fuzz/seeds`, and what the real tools made of it. */
export const KERNEL = seed('kernel');

function seed(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`fuzz/seeds/${name}`));
}

const SEEDS: Readonly<Record<Codec, readonly Uint8Array[]>> = {
  gzip: [seed('kernel.gz')],
  bzip2: [seed('kernel.bz2')],
  lzma: [seed('kernel.lzma')],
  xz: [seed('kernel.xz'), seed('kernel.none.xz')],
  lzo: [seed('kernel.lzo'), seed('kernel.unchecked.lzo')],
  lz4: [seed('kernel.lz4')],
  zstd: [seed('kernel.zst'), seed('kernel.unchecked.zst')],
};

export const CODEC_NAMES = Object.keys(SEEDS) as Codec[];

/** A stream of a codec: as a tool wrote it, with some changes, and with its checksums corrected. */
export function streams(codec: Codec): fc.Arbitrary<Stream> {
  const edited = fc
    .record({
      start: fc.constantFrom(...SEEDS[codec]),
      changes: fc.option(edits, { nil: [], freq: 20 }),
      isSealed: fc.boolean(),
    })
    .map(({ start, changes, isSealed }) => {
      const bytes = applyEdits(start, changes);
      return { codec, bytes: (isSealed && SEALS[codec]?.(bytes)) || bytes };
    });
  const made = MADE[codec];
  return made
    ? fc.oneof(
        edited,
        made.map((bytes) => ({ codec, bytes })),
      )
    : edited;
}

const small = fc.uint8Array({ minLength: 1, maxLength: 300 }).filter((bytes) => {
  return !bytes.some((byte, i) => [1, 2, 3].every((ahead) => bytes[i + ahead] === byte));
});
const mostly = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

const bzip2 = fc
  .record({
    contents: small,
    level: mostly(9, fc.nat(15)),
    randomised: mostly(false, fc.boolean()),
    originShift: mostly(0, fc.integer({ min: -400, max: 1 << 24 })),
    tables: mostly(2, fc.nat(7)),
    selectors: fc.array(mostly(0, fc.nat(7)), { minLength: 0, maxLength: 12 }),
    codeLength: mostly(9, fc.nat(31)),
    blockCheckShift: mostly(0, fc.nat(0xffff_ffff)),
    streamCheckShift: mostly(0, fc.nat(0xffff_ffff)),
  })
  .map(({ contents, ...spec }) => bzip2Stream(contents, spec));

/** lzop's blocks, each with two sizes: stored, compressed as literals, or untrue. */
const lzo = fc
  .array(
    fc.record({
      contents: fc.uint8Array({ minLength: 4, maxLength: 230 }),
      isStored: fc.boolean(),
      sizeShift: mostly(0n, edgeNumber),
      packedShift: mostly(0n, edgeNumber),
    }),
    { maxLength: 4 },
  )
  .map((blocks) => {
    const [sound = new Uint8Array(0)] = SEEDS.lzo;
    const header = sound.subarray(0, 34 + (sound[33] ?? 0) + 4);
    const parts = blocks.map(({ contents, isStored, sizeShift, packedShift }) => {
      const literals = Uint8Array.of(contents.length + 17, ...contents, 0x11, 0, 0);
      const packed = isStored ? contents : literals;
      const sizes = [BigInt(contents.length) + sizeShift, BigInt(packed.length) + packedShift];
      const sum = BigInt(adler32(contents));
      return Buffer.concat([...[...sizes, sum].map((one) => number(one, 4, true)), packed]);
    });
    return new Uint8Array(Buffer.concat([header, ...parts, Buffer.alloc(4)]));
  });

/** lz4 in its legacy frame: blocks of sequences, each some literals and a match. */
const lz4 = fc
  .array(
    fc.record({
      sequences: fc.array(
        fc.record({
          literals: fc.uint8Array({ maxLength: 40 }),
          match: fc.nat(300),
          offset: mostly(1, fc.nat(0xffff)),
        }),
        { maxLength: 6 },
      ),
      end: fc.uint8Array({ maxLength: 20 }),
      sizeShift: mostly(0n, edgeNumber),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((blocks) => {
    const parts = blocks.map(({ sequences, end, sizeShift }) => {
      const block = Buffer.concat([
        ...sequences.flatMap(({ literals, match, offset }) => [
          lz4Literals(literals, Math.min(match, 15)),
          number(BigInt(offset), 2, false),
          lz4Rest(match),
        ]),
        lz4Literals(end, 0),
      ]);
      return Buffer.concat([number(BigInt(block.length) + sizeShift, 4, false), block]);
    });
    return new Uint8Array(Buffer.concat([Uint8Array.of(0x02, 0x21, 0x4c, 0x18), ...parts]));
  });

function lz4Literals(literals: Uint8Array, match: number): Uint8Array {
  const token = (Math.min(literals.length, 15) << 4) | match;
  return Buffer.concat([Uint8Array.of(token), lz4Rest(literals.length), literals]);
}

/** What a length has beyond the 15 of its token. */
function lz4Rest(length: number): Uint8Array {
  if (length < 15) return new Uint8Array(0);
  const more = length - 15;
  return Uint8Array.from([...new Array(Math.floor(more / 255)).fill(255), more % 255]);
}

/** zstd of raw and run-length blocks (RFC 8878, 3.1.1), with any frame header. */
const zstd = fc
  .record({
    descriptor: mostly(0x00, fc.nat(255)),
    window: mostly(0x40, fc.nat(255)),
    more: mostly(new Uint8Array(0), fc.uint8Array({ maxLength: 12 })),
    blocks: fc.array(
      fc.record({
        contents: fc.uint8Array({ minLength: 1, maxLength: 40 }),
        kind: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
        size: fc.option(edgeNumber, { nil: null, freq: 6 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    isEnded: mostly(true, fc.constant(false)),
  })
  .map(({ descriptor, window, more, blocks, isEnded }) => {
    const parts = blocks.map(({ contents, kind, size }, i) => {
      const last = isEnded && i === blocks.length - 1 ? 1n : 0n;
      const bytes = kind === 1 ? contents.subarray(0, 1) : contents;
      const declared = size === null ? BigInt(contents.length) : size & 0x1f_ffffn;
      return Buffer.concat([
        number(last | (BigInt(kind) << 1n) | (declared << 3n), 3, false),
        bytes,
      ]);
    });
    const head = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, descriptor, window, ...more);
    return new Uint8Array(Buffer.concat([head, ...parts]));
  });

const MADE: Partial<Record<Codec, fc.Arbitrary<Uint8Array>>> = { bzip2, lzo, lz4, zstd };

function number(value: bigint, width: number, big: boolean): Uint8Array {
  const bytes = Uint8Array.from({ length: width }, (_, i) =>
    Number((value >> BigInt(8 * i)) & 0xffn),
  );
  return big ? bytes.reverse() : bytes;
}
