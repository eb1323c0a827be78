import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PayloadError, type PayloadFault } from '../../src/codecs/codec.ts';
import { decompressLzma, lzmaDictionary } from '../../src/codecs/lzma.ts';
import { CONTENTS } from '../fixtures/payload/lzma/contents.ts';
import { drain, fixture, kernelPayload, outcome, windowed, withByte } from './lzma-support.ts';
import { remarksOf } from './support.ts';

/** Offsets in the header. */
const DICTIONARY = 1;
const SIZE = 5;
const CODED_RUN = 13;

function withSize(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setBigUint64(SIZE, BigInt(size), true);
  return copy;
}

function withDictionary(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(DICTIONARY, size, true);
  return copy;
}

const sample = CONTENTS.sample();

/** Streams of every kind: the end by a marker, by the size, by both. */
const STREAMS = {
  marker: fixture('sample.marker.lzma'),
  size: fixture('sample.size.lzma'),
  both: withSize(fixture('sample.marker.lzma'), sample.length),
} as const;
const anyStream = fc.constantFrom(...Object.values(STREAMS));

async function fault(input: Uint8Array, maxDictionary?: number): Promise<[PayloadFault, string]> {
  const result = await outcome(decompressLzma, input, maxDictionary);
  if (!(result instanceof PayloadError)) throw new Error('decoded without a fault');
  expect(result.codec).toBe('lzma');
  expect(result.offset).toBeLessThanOrEqual(input.length);
  return [result.fault, result.message];
}

describe('streams that XZ Utils and the LZMA SDK made', () => {
  test.each(Object.entries(STREAMS))('that end by %s', async (_, bytes) => {
    const { contents, consumed } = await drain(decompressLzma, bytes);
    expect(contents).toEqual(sample);
    expect(consumed).toBe(bytes.length);
  });

  test('of nothing', async () => {
    const bytes = fixture('empty.marker.lzma');
    const { contents, consumed } = await drain(decompressLzma, bytes);
    expect(contents.length).toBe(0);
    expect(consumed).toBe(bytes.length);
    expect((await drain(decompressLzma, withSize(bytes, 0))).contents.length).toBe(0);
  });

  test.each([0, 4 << 10, (1 << 20) + 5, 3 << 20])(
    'longer than a chunk, with a dictionary of %d bytes',
    async (dictionary) => {
      const bytes = withDictionary(fixture('long.marker.lzma'), dictionary);
      const { contents, largestChunk } = await drain(decompressLzma, bytes);
      expect(Buffer.compare(contents, CONTENTS.long())).toBe(0);
      expect(largestChunk).toBeLessThanOrEqual(1 << 20);
    },
  );

  test('the payload of a kernel', async () => {
    const payload = kernelPayload('vmlinuz-6.12.94+deb13-amd64.lzma.img');
    expect(lzmaDictionary(payload.subarray(0, CODED_RUN))).toBe(64 << 20);
    const { contents, consumed } = await drain(decompressLzma, payload);
    expect(contents.length).toBe(57_643_128);
    expect(createHash('sha256').update(contents).digest('hex')).toBe(
      '2a0a151f72469e2830e6d3e11c30bf13acf122c6a2b685ee1dedb44955ace1ed',
    );
    expect(consumed).toBe(payload.length - 4);
  });

  test('however the input comes, and whatever follows it', async () => {
    const trailer = fc.uint8Array({ maxLength: 40, size: 'max' });
    await fc.assert(
      fc.asyncProperty(
        anyStream,
        fc.integer({ min: 20, max: 200 }),
        trailer,
        async (bytes, window, rest) => {
          const source = windowed(new Uint8Array(Buffer.concat([bytes, rest])), window);
          const { contents, consumed } = await drain(decompressLzma, source);
          expect(Buffer.compare(contents, sample)).toBe(0);
          expect(consumed).toBe(bytes.length);
        },
      ),
    );
  });
});

describe('damage is found', () => {
  // The dictionary size is apart: nothing contradicts one that is large enough. A byte of the coded
  // run has no checksum over it, but what it does to the decoder's state makes the end not fit.
  test('in any byte but the dictionary size', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyStream,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (bytes, at, flip) => {
          const place = at % bytes.length;
          const value = (bytes[place] as number) ^ flip;
          const damaged = withByte(bytes, place, value);
          const result = await outcome(decompressLzma, damaged);
          if (result instanceof PayloadError) return;
          if ((await remarksOf(decompressLzma, damaged)).includes('early-end')) return;
          expect(Buffer.compare(result, sample)).toBe(0);
          expect(place).toBeGreaterThanOrEqual(DICTIONARY);
          expect(place).toBeLessThan(SIZE);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('where the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyStream, fc.nat(), async (bytes, at) => {
        const [kind] = await fault(bytes.subarray(0, at % bytes.length));
        expect(kind).toBe('truncated');
      }),
      { numRuns: 500 },
    );
  });

  test('in anything that has a header', async () => {
    const header = STREAMS.marker.subarray(0, CODED_RUN + 1);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500, size: 'max' }), async (rest) => {
        const result = await outcome(decompressLzma, Buffer.concat([header, rest]));
        expect(result).toBeInstanceOf(PayloadError);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is refused', () => {
  test('properties that are none', async () => {
    expect(await fault(withByte(STREAMS.marker, 0, 225))).toEqual([
      'corrupt',
      'the properties byte is above 224',
    ]);
  });

  test('a coded run that starts with anything but 0', async () => {
    expect(await fault(withByte(STREAMS.marker, CODED_RUN, 1))).toEqual([
      'corrupt',
      'the coded run does not start with a 0',
    ]);
  });

  test('a size that is too small or too large', async () => {
    const more = 'the contents go on after the declared size';
    for (const size of [0, 1, sample.length - 1]) {
      expect(await fault(withSize(STREAMS.marker, size))).toEqual(['corrupt', more]);
    }
    const early = withSize(STREAMS.marker, sample.length + 1);
    expect(await remarksOf(decompressLzma, early)).toEqual(['early-end']);
    expect(await fault(withSize(STREAMS.size, sample.length + 1))).toEqual([
      'truncated',
      'the stream ends inside its coded run',
    ]);
  });

  test('a match that reaches back beyond the dictionary', async () => {
    // 0 means the smallest, 4 KiB; the words at the end are like those at the start, 5 KB before.
    const bytes = withDictionary(fixture('sample.marker.lzma'), 0);
    expect(await fault(bytes)).toEqual(['corrupt', 'a match refers to bytes that are not there']);
  });

  test('a dictionary above the limit, and none that is on it', async () => {
    const size = lzmaDictionary(STREAMS.marker) as number;
    expect(await fault(STREAMS.marker, size - 1)).toEqual([
      'dictionary-too-large',
      `asks for a dictionary of ${size} bytes`,
    ]);
    expect((await drain(decompressLzma, STREAMS.marker, size)).contents).toEqual(sample);
  });
});

describe('lzmaDictionary', () => {
  test('is what the header declares', () => {
    expect(lzmaDictionary(STREAMS.marker)).toBe(8 << 20);
    expect(lzmaDictionary(fixture('long.marker.lzma').subarray(0, CODED_RUN))).toBe(4 << 10);
    expect(lzmaDictionary(withDictionary(STREAMS.size, 0xffff_ffff))).toBe(0xffff_ffff);
  });

  test('is null where no header is', () => {
    expect(lzmaDictionary(STREAMS.marker.subarray(0, CODED_RUN - 1))).toBeNull();
    expect(lzmaDictionary(withByte(STREAMS.marker, 0, 225))).toBeNull();
  });
});
