import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import {
  type BzImageSpec,
  buildBzImage,
  gzipPayload,
  lz4Stream,
  withSizeTrailer,
} from '../support/bzimage-builder.ts';
import { buildElf, concat, noteSegment, notes } from '../support/elf-builder.ts';
import { asBzImage, compressedIn } from '../support/opened.ts';
import { countingSource, sparseSource } from '../support/sources.ts';

const MiB = 1 << 20;
const xenNotes = notes([
  { type: 6, value: 'linux' },
  { type: 8, value: 'generic' },
]);
const elf = buildElf({ segments: [noteSegment(xenNotes)] });
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1');
const ascii = (string: string) => new Uint8Array(Buffer.from(string, 'latin1'));

function open(bytes: Uint8Array) {
  return openKernel(bytesSource(bytes));
}

async function openBzImage(spec: BzImageSpec) {
  return asBzImage(await open(buildBzImage(spec)));
}

describe('an ELF file', () => {
  test('is its own kernel', async () => {
    const kernel = await open(elf);
    expect(kernel).toMatchObject({ format: 'elf', wrapper: null });
    expect(await kernel.examine(() => text(kernel.elf?.read(0, elf.length)))).toBe(text(elf));
  });

  test('of 1.2 GB is opened from a few bytes', async () => {
    const source = countingSource(sparseSource(1200 * MiB, [{ offset: 0, bytes: elf }]));
    const kernel = await openKernel(source);
    expect([kernel.format, kernel.elf?.size]).toEqual(['elf', 1200 * MiB]);
    expect(source.bytesRead).toBeLessThan(16 * 1024);
  });

  test('that carries a setup header is what Xen takes it for: a bzImage', async () => {
    const image = buildBzImage({ payload: gzipPayload(elf) });
    image.set([0x7f, 0x45, 0x4c, 0x46]);
    expect((await open(image)).format).toBe('bzimage');
  });
});

describe('a bzImage', () => {
  test('in gzip is read once: the size is the end of its stream', async () => {
    let seed = 1;
    const noise = Uint8Array.from({ length: 4 * MiB }, () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed >>> 24;
    });
    const image = buildBzImage({ payload: gzipPayload(concat([elf, noise])) });
    const source = countingSource(bytesSource(image));
    const payload = compressedIn(await openKernel(source));
    expect(payload.withoutTrailer).toMatchObject({ fault: null, size: payload.size });
    // Its header is read in a window of its own.
    expect(source.bytesRead).toBeLessThan(image.length + 2 * MiB);
  });

  test('leads to the ELF file in its payload', async () => {
    const payload = gzipPayload(elf);
    const kernel = await openBzImage({ payload, version: '6.12.1 (me@here) #1' });
    expect(kernel).toMatchObject({
      format: 'bzimage',
      header: { kernelVersion: '6.12.1 (me@here) #1' },
      payload: {
        offset: 3 * 512 + 16,
        length: payload.length,
        magic: payload.subarray(0, 8),
        codec: 'gzip',
        dictionary: null,
        declaredSize: elf.length,
        size: elf.length,
        consumed: payload.length,
        fault: null,
      },
    });
    expect(await kernel.examine(() => text(kernel.elf?.read(0, elf.length)))).toBe(text(elf));
  });

  test('with an ELF file as it is leads there too', async () => {
    const kernel = await openBzImage({ payload: elf });
    expect(kernel.payload).toMatchObject({ codec: 'none', length: elf.length });
    expect(text(kernel.elf?.read(0, elf.length))).toBe(text(elf));
  });

  test('reports where the payload is no kernel', async () => {
    const kernel = await openBzImage({ payload: gzipPayload(ascii('hello')) });
    expect(kernel).toMatchObject({ payload: { size: 5, fault: null }, elf: null });
  });

  test.each([
    ['no codec has', [1, 2, 3, 4]],
    ['is too short', [0x1f]],
  ])('with a magic that %s has a payload without a codec', async (_, magic) => {
    const { payload, elf } = await openBzImage({ payload: Uint8Array.from(magic) });
    expect(payload?.codec).toBeNull();
    expect(payload?.magic).toEqual(Uint8Array.from(magic));
    expect(payload?.declaredSize === null).toBe(magic.length < 4);
    expect(elf).toBeNull();
  });

  test('with an empty payload has one without magic', async () => {
    const image = buildBzImage({ payload: new Uint8Array(0), payloadOffset: 15 });
    const { payload } = asBzImage(await open(image));
    expect(payload).toMatchObject({ length: 0, codec: null, declaredSize: null });
    expect(payload?.magic).toHaveLength(0);
  });

  test('before protocol 2.08 has no payload', async () => {
    const kernel = await openBzImage({ payload: gzipPayload(elf), protocol: 0x0207 });
    expect(kernel).toMatchObject({ format: 'bzimage', payload: null, elf: null });
    expect(kernel.header.protocol).toBe(0x0207);
  });

  test('whose payload does not start inside the file has none, and shows the numbers', async () => {
    const payload = gzipPayload(elf);
    const end = 16 + payload.length;
    for (const outside of [
      { payloadOffset: end, payloadLength: 0 },
      { payloadOffset: 0xffff_f9ff, payloadLength: 0xffff_ffff },
    ]) {
      const kernel = await openBzImage({ payload, ...outside });
      expect(kernel).toMatchObject({ format: 'bzimage', payload: null, elf: null });
      expect(kernel.header).toMatchObject({ ...outside, fileSize: 3 * 512 + end });
    }
  });

  test('whose payload ends outside the file is reported as far as it is there', async () => {
    const payload = gzipPayload(elf);
    const whole = await openBzImage({ payload, payloadLength: payload.length + 1 });
    expect(whole.payload).toMatchObject({ cut: true, declaredSize: null, size: elf.length });
    expect(whole.elf?.size).toBe(elf.length);
    const part = await openBzImage({ payload, payloadOffset: 17 });
    expect(part.payload).toMatchObject({ cut: true, declaredSize: null, codec: null });
    expect(part.elf).toBeNull();
  });

  describe('and the size trailer', () => {
    const stream = lz4Stream(elf);

    test('is no part of an lz4 stream', async () => {
      const { payload, elf: inside } = await openBzImage({
        payload: withSizeTrailer(stream, elf.length),
      });
      expect(payload).toMatchObject({
        codec: 'lz4',
        declaredSize: elf.length,
        size: elf.length,
        consumed: stream.length,
        fault: null,
      });
      expect(inside?.size).toBe(elf.length);
    });

    test('that is wrong is reported beside the real size', async () => {
      const { payload } = await openBzImage({ payload: withSizeTrailer(stream, 12) });
      expect(payload).toMatchObject({ declaredSize: 12, size: elf.length, fault: null });
    });

    test('that is missing cuts an lz4 stream', async () => {
      const { payload } = await openBzImage({ payload: stream });
      expect(payload).toMatchObject({ codec: 'lz4', size: null, fault: { kind: 'truncated' } });
    });

    test('after gzip makes a difference between length and consumed', async () => {
      const gzip = gzipPayload(elf);
      const { payload } = await openBzImage({ payload: withSizeTrailer(gzip, 99) });
      expect(payload).toMatchObject({
        declaredSize: 99,
        size: elf.length,
        consumed: gzip.length,
        length: gzip.length + 4,
      });
    });
  });

  test('cut anywhere never throws', async () => {
    const image = buildBzImage({ payload: gzipPayload(elf) });
    for (let length = 0; length < image.length; length += 13) {
      const kernel = await open(image.subarray(0, length));
      expect(kernel.format).toBe(length < 0x250 ? null : 'bzimage');
      expect(kernel.elf).toBeNull();
      if (kernel.format === 'bzimage' && kernel.payload) {
        expect(kernel.payload).toMatchObject({ cut: true });
      }
    }
  });
});

describe('no kernel', () => {
  test.each([
    ['an empty file', new Uint8Array(0)],
    ['a text', ascii('#!/bin/sh\n'.repeat(100))],
    ['half of the ELF magic', ascii('\x7fE')],
    ['zeros', new Uint8Array(MiB)],
  ])('%s', async (_, bytes) => {
    const kernel = await open(bytes);
    expect(kernel).toMatchObject({ format: null, wrapper: null, elf: null });
    expect(await kernel.examine(() => 'ran')).toBe('ran');
  });
});
