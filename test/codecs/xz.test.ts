import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { DEFAULT_MAX_DICTIONARY, PayloadError, type PayloadFault } from '../../src/codecs/codec.ts';
import { decompressXz, xzDictionary } from '../../src/codecs/xz.ts';
import { decompressStream } from '../../src/kernel/payload/decompress.ts';
import { workBudget } from '../../src/kernel/payload/work-budget.ts';
import { CONTENTS } from '../fixtures/payload/lzma/contents.ts';
import { drain, fixture, kernelPayload, outcome, windowed, withByte } from './lzma-support.ts';
import { xzStream } from './xz-writer.ts';

/** Every fixture that can be decoded, and the name of its contents. */
const FIXTURES = {
  'empty.crc32.xz': 'empty',
  'sample.x86-crc32.xz': 'sample',
  'sample.x86-start-crc32.xz': 'sample',
  'sample.crc64.xz': 'sample',
  'sample.blocks-sha256.xz': 'sample',
  'sample.none.xz': 'sample',
  'stored.crc64.xz': 'stored',
  'long.x86-sha256.xz': 'long',
} as const satisfies Record<string, keyof typeof CONTENTS>;

/** Those that are small enough to be decoded hundreds of times. */
const SMALL = Object.keys(FIXTURES).filter((name) => /^(empty|sample)/.test(name));

/** Offsets in a stream whose first block header has no sizes: sample.x86-crc32.xz and the like. */
const STREAM_FLAGS = 7;
const BLOCK_HEADER = 12;
const FIRST_FILTER = 14;

/** A copy with bytes replaced, and the CRC32 over `[from, to)` made right again. */
function resealed(
  bytes: Uint8Array,
  from: number,
  to: number,
  patch: Readonly<Record<number, number>>,
): Uint8Array {
  const copy = bytes.slice();
  for (const [at, value] of Object.entries(patch)) copy[Number(at)] = value;
  new DataView(copy.buffer).setUint32(to, crc32(copy.subarray(from, to)), true);
  return copy;
}

async function fault(input: Uint8Array, maxDictionary?: number): Promise<[PayloadFault, string]> {
  const result = await outcome(decompressXz, input, maxDictionary);
  if (!(result instanceof PayloadError)) throw new Error('decoded without a fault');
  expect(result.codec).toBe('xz');
  expect(result.offset).toBeLessThanOrEqual(input.length);
  return [result.fault, result.message];
}

describe('streams that XZ Utils made', () => {
  test.each(Object.entries(FIXTURES))('%s', async (name, contents) => {
    const bytes = fixture(name);
    const result = await drain(decompressXz, bytes);
    expect(Buffer.compare(result.contents, CONTENTS[contents]())).toBe(0);
    expect(result.consumed).toBe(bytes.length);
    expect(result.largestChunk).toBeLessThanOrEqual(1 << 20);
  });

  test.each([
    ['vmlinuz-6.12.94+deb13-amd64.xz.img', 32 << 20],
    ['vmlinuz-6.12.94+deb13-amd64.xz128.img', 128 << 20],
  ])('the payload of %s', async (name, dictionary) => {
    const payload = kernelPayload(name);
    expect(xzDictionary(payload.subarray(0, 64))).toBe(dictionary);
    const { contents, consumed } = await drain(decompressXz, payload);
    expect(contents.length).toBe(57_643_128);
    expect(createHash('sha256').update(contents).digest('hex')).toBe(
      '2a0a151f72469e2830e6d3e11c30bf13acf122c6a2b685ee1dedb44955ace1ed',
    );
    expect(consumed).toBe(payload.length - 4);
  });

  test('what follows the stream is left alone', async () => {
    const bytes = fixture('sample.crc64.xz');
    const { contents, consumed } = await drain(decompressXz, Buffer.concat([bytes, bytes]));
    expect(contents).toEqual(CONTENTS.sample());
    expect(consumed).toBe(bytes.length);
  });

  test('however the input comes', async () => {
    // The largest piece that is needed at once is the coded run of a chunk, of up to 2 KB here.
    const input = fc.record({
      name: fc.constantFrom(...SMALL),
      window: fc.integer({ min: 2300, max: 2600 }),
    });
    await fc.assert(
      fc.asyncProperty(input, async ({ name, window }) => {
        const result = await drain(decompressXz, windowed(fixture(name), window));
        const expected = CONTENTS[FIXTURES[name as keyof typeof FIXTURES]]();
        expect(Buffer.compare(result.contents, expected)).toBe(0);
        expect(result.consumed).toBe(fixture(name).length);
      }),
    );
  });
});

describe('damage is found', () => {
  test('in any byte of a stream with a check', async () => {
    const names = SMALL.filter((name) => !name.includes('none'));
    const damage = fc.record({
      name: fc.constantFrom(...names),
      at: fc.nat(),
      flip: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ name, at, flip }) => {
        const bytes = fixture(name);
        const place = at % bytes.length;
        const value = (bytes[place] as number) ^ flip;
        const result = await outcome(decompressXz, withByte(bytes, place, value));
        expect(result).toBeInstanceOf(PayloadError);
      }),
      { numRuns: 1000 },
    );
  });

  test('where the stream is cut', async () => {
    const cut = fc.record({ name: fc.constantFrom(...SMALL), at: fc.nat() });
    await fc.assert(
      fc.asyncProperty(cut, async ({ name, at }) => {
        const bytes = fixture(name);
        const [kind] = await fault(bytes.subarray(0, at % bytes.length));
        expect(kind).toBe('truncated');
      }),
      { numRuns: 500 },
    );
  });

  test('in anything that starts like a stream', async () => {
    const start = fixture('sample.crc64.xz').subarray(0, 24); // up to the first LZMA2 chunk
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500, size: 'max' }), async (rest) => {
        const result = await outcome(decompressXz, Buffer.concat([start, rest]));
        expect(result).toBeInstanceOf(PayloadError);
      }),
      { numRuns: 500 },
    );
  });

  test('in the check of a block', async () => {
    for (const [name, size] of [
      ['sample.x86-crc32.xz', 4],
      ['sample.crc64.xz', 8],
      ['sample.blocks-sha256.xz', 32],
    ] as const) {
      const bytes = fixture(name);
      const footer = new DataView(bytes.buffer, bytes.length - 12);
      const index = bytes.length - 12 - (footer.getUint32(4, true) + 1) * 4;
      for (const at of [index - size, index - 1]) {
        expect(await fault(withByte(bytes, at, (bytes[at] as number) ^ 1))).toEqual([
          'corrupt',
          'the check of a block does not match its contents',
        ]);
      }
    }
  });

  test('in an index that lists other blocks, though its CRC32 is right', async () => {
    const bytes = fixture('sample.crc64.xz');
    const footer = bytes.length - 12;
    const size = (new DataView(bytes.buffer).getUint32(footer + 4, true) + 1) * 4;
    const index = footer - size;
    for (const at of [index + 1, index + 2, index + 4]) {
      const patch = { [at]: (bytes[at] as number) ^ 1 };
      expect(await fault(resealed(bytes, index, footer - 4, patch))).toEqual([
        'corrupt',
        'the index does not list the blocks',
      ]);
    }
  });

  test('in the sizes of a block header, though its CRC32 is right', async () => {
    const bytes = fixture('sample.blocks-sha256.xz');
    const end = BLOCK_HEADER + ((bytes[BLOCK_HEADER] as number) + 1) * 4 - 4;
    for (const at of [BLOCK_HEADER + 2, BLOCK_HEADER + 4]) {
      const patch = { [at]: (bytes[at] as number) ^ 1 };
      expect(await fault(resealed(bytes, BLOCK_HEADER, end, patch))).toEqual([
        'corrupt',
        'a block has not the size that its header says',
      ]);
    }
  });
});

describe('LZMA2 data that contradicts itself', () => {
  const stored = [0x01, 0x00, 0x02, 0x61, 0x62, 0x63]; // starts a dictionary with "abc"
  // The only chunk of the sample: six bytes of header, and the coded run.
  const bytes = fixture('sample.crc64.xz');
  const sizes = new DataView(bytes.buffer).getUint16(BLOCK_HEADER + 12 + 3) + 1;
  const chunk = bytes.subarray(BLOCK_HEADER + 12, BLOCK_HEADER + 12 + 6 + sizes);
  const contentsSize = CONTENTS.sample().length;

  test('while the same without the contradiction is decoded', async () => {
    const abc = xzStream(Uint8Array.of(...stored, 0), 3);
    expect(Buffer.from((await drain(decompressXz, abc)).contents).toString()).toBe('abc');
    const sample = await drain(decompressXz, xzStream(Uint8Array.of(...chunk, 0), contentsSize));
    expect(sample.contents).toEqual(CONTENTS.sample());
  });

  test.each<[string, number[]]>([
    ['the first LZMA2 chunk does not start a dictionary', [0x02, 0x00, 0x00, 0x61]],
    ['an LZMA2 chunk has an unknown control byte', [...stored, 0x03]],
    ['an LZMA2 chunk lacks its properties', [...stored, 0x80, 0, 0, 0, 4, 0, 0, 0, 0, 0]],
    [
      'an LZMA2 chunk has properties that LZMA2 does not allow',
      [0xe0, 0, 0, 0, 4, 5, 0, 0, 0, 0, 0], // lc = 5
    ],
    [
      'the coded run of an LZMA2 chunk does not start with a 0',
      [0xe0, 0, 0, 0, 3, 0x5d, 0, 0, 0, 0], // four bytes
    ],
    [
      'a match refers to bytes that are not there',
      [0xe0, 0, 9, 0, 9, 0x5d, 0, ...new Array(9).fill(0xff)],
    ],
    [
      'an LZMA2 chunk does not end where it says', // a byte longer than it must be
      [...withByte(chunk, 4, (chunk[4] as number) + 1), 0],
    ],
    [
      'an LZMA2 chunk does not end where it says', // the last match has a byte too many
      [...withByte(chunk, 2, (chunk[2] as number) - 1)],
    ],
  ])('%s', async (detail, data) => {
    const input = xzStream(Uint8Array.of(...data, 0), contentsSize);
    expect(await fault(input)).toEqual(['corrupt', detail]);
  });
});

/** A stream of one LZMA2 chunk, with fewer bytes for its coded run than there are. */
function shortOf(bytes: Uint8Array, missing: number): Uint8Array {
  const chunk = BLOCK_HEADER + ((bytes[BLOCK_HEADER] as number) + 1) * 4;
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  view.setUint16(chunk + 3, view.getUint16(chunk + 3) - missing);
  return copy;
}

/** As many as liblzma 5.4.1 puts out before it fails, and one: with that it fails. */
describe('a coded run that is too short gives all that comes before', () => {
  test.each([
    [1, 5294],
    [4, 5263],
    [18, 5193],
  ])('by %i bytes', async (missing, given) => {
    expect(await givenOut(shortOf(fixture('sample.crc64.xz'), missing))).toBe(given);
  });

  test.each([
    [1, 5288],
    [4, 5257],
    [18, 5187],
  ])('by %i bytes, and less with the x86 filter', async (missing, given) => {
    const ours = await givenOut(shortOf(fixture('sample.x86-crc32.xz'), missing));
    expect(ours).toBeLessThanOrEqual(given);
    expect(ours).toBeGreaterThan(given - 4);
  });

  async function givenOut(stream: Uint8Array): Promise<number | undefined> {
    const { fault, content } = await decompressStream({
      decompress: decompressXz,
      input: bytesSource(stream),
      maxDictionary: DEFAULT_MAX_DICTIONARY,
      budget: workBudget(),
    });
    expect(fault?.kind).toBe('corrupt');
    return content?.size;
  }
});

describe('what is refused', () => {
  test.each([
    ['sample.delta.xz', 'filter Delta as number 1 of 2'],
    ['sample.arm64.xz', 'filter ARM64 as number 1 of 2'],
  ])('%s', async (name, detail) => {
    expect(await fault(fixture(name))).toEqual(['unsupported', detail]);
    expect(xzDictionary(fixture(name))).toBeNull();
  });

  test('a filter that is unknown', async () => {
    const bytes = resealed(fixture('sample.x86-crc32.xz'), BLOCK_HEADER, BLOCK_HEADER + 8, {
      [FIRST_FILTER]: 0x77,
    });
    expect(await fault(bytes)).toEqual(['unsupported', 'filter 0x77 as number 1 of 2']);
  });

  test('a check that is reserved', async () => {
    const bytes = resealed(fixture('sample.crc64.xz'), 6, 8, { [STREAM_FLAGS]: 0x02 });
    expect(await fault(bytes)).toEqual(['unsupported', 'check with the ID 2']);
  });

  test('flags that are reserved', async () => {
    const stream = resealed(fixture('sample.crc64.xz'), 6, 8, { [STREAM_FLAGS]: 0x14 });
    expect(await fault(stream)).toEqual(['unsupported', 'a reserved stream flag is set']);
    const block = resealed(fixture('sample.x86-crc32.xz'), BLOCK_HEADER, BLOCK_HEADER + 8, {
      [BLOCK_HEADER + 1]: 0x05,
    });
    expect(await fault(block)).toEqual(['unsupported', 'a reserved block flag is set']);
  });

  test('a block header with unknown fields', async () => {
    const data = Uint8Array.of(0x01, 0x00, 0x00, 0x61, 0x00);
    expect((await drain(decompressXz, xzStream(data, 1))).contents).toEqual(Uint8Array.of(0x61));
    expect(await fault(xzStream(data, 1, [0, 1, 0]))).toEqual([
      'unsupported',
      'a block header has fields that are not known',
    ]);
  });

  test('a footer with other flags than the header, though its CRC32 is right', async () => {
    const bytes = fixture('sample.crc64.xz');
    const copy = withByte(bytes, bytes.length - 3, 0x01);
    const sum = crc32(copy.subarray(-8, -2));
    new DataView(copy.buffer).setUint32(copy.length - 12, sum, true);
    expect(await fault(copy)).toEqual(['corrupt', 'the stream footer does not match the stream']);
  });

  test('a dictionary above the limit, and none that is on it', async () => {
    const bytes = fixture('sample.x86-crc32.xz');
    expect(await fault(bytes, (64 << 10) - 1)).toEqual([
      'dictionary-too-large',
      'asks for a dictionary of 65536 bytes',
    ]);
    expect((await drain(decompressXz, bytes, 64 << 10)).contents).toEqual(CONTENTS.sample());
  });
});

describe('xzDictionary', () => {
  test.each([
    ['sample.x86-crc32.xz', 64 << 10],
    ['long.x86-sha256.xz', 4 << 10],
    ['stored.crc64.xz', 8 << 20],
    ['empty.crc32.xz', null],
  ])('%s asks for %s bytes', (name, size) => {
    expect(xzDictionary(fixture(name))).toBe(size);
  });

  test('is null for a head that is cut or no header', () => {
    const bytes = fixture('sample.x86-crc32.xz');
    for (let length = 0; length < BLOCK_HEADER + 12; length++) {
      expect(xzDictionary(bytes.subarray(0, length))).toBeNull();
    }
    expect(xzDictionary(bytes.subarray(0, BLOCK_HEADER + 12))).toBe(64 << 10);
    fc.assert(fc.property(fc.uint8Array(), (head) => xzDictionary(head) === null));
  });
});
