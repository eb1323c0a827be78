import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import type { Decompress } from '../../src/codecs/codec.ts';
import { decompressZstd, decompressZstdFrames } from '../../src/codecs/zstd.ts';
import { measureZstdFrame, zstdWindow } from '../../src/codecs/zstd-frame.ts';
import { decodeZstdFrame } from '../../src/codecs/zstd-wasm.ts';
import { zstdStored } from '../support/bzimage-builder.ts';
import {
  bzimagePayload,
  decompressAll,
  digest,
  everyDamageIsFound,
  everyTruncationIsFound,
  faultOf,
  fixture,
  kernelPayload,
  noise,
  reusingSource,
  sample,
  VMLINUX,
} from './support.ts';

const MIB = 1024 * 1024;
const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];

describe('zstd', () => {
  it('decompresses a real kernel, whose window is 128 MiB', async () => {
    const payload = kernelPayload('');
    expect(await digest(decompressZstd, payload)).toEqual({
      ...VMLINUX,
      consumed: payload.length - 4,
      largestChunk: MIB,
    });
  });

  it.each(['sample.zst', 'sample-single-segment.zst', 'sample-unchecked.zst'])(
    'decompresses what zstd wrote, and ends with the first frame: %s',
    async (name) => {
      const stream = fixture(name);
      expect(await decompressAll(decompressZstd, Buffer.concat([stream, stream]))).toEqual({
        contents: sample(),
        consumed: stream.length,
      });
    },
  );

  it('reads a frame longer than a window from a source that reuses its buffer', async () => {
    const contents = noise(3 * MIB + 5);
    const source = reusingSource(zstdStored(contents));
    const result = await decompressAll(decompressZstd, source);
    expect(result.contents.equals(contents)).toBe(true);
    expect(result.consumed).toBe(source.size);
  });

  it('ends when the contents fill a chunk to the last byte', async () => {
    const { contents } = await decompressAll(decompressZstd, zstdStored(Buffer.alloc(MIB, 7)));
    expect(contents.equals(Buffer.alloc(MIB, 7))).toBe(true);
  });

  it('may be left early, and run twice at once', async () => {
    const stream = kernelPayload('');
    const options = { maxDictionary: 128 * MIB };
    const [left, right] = [
      decompressZstd(bytesSource(stream), options),
      decompressZstd(bytesSource(stream), options),
    ];
    const first = Buffer.from((await left.next()).value as Uint8Array);
    expect(await left.return(0)).toEqual({ done: true, value: 0 });
    expect(first.equals((await right.next()).value as Uint8Array)).toBe(true);
    await right.return(0);
  });

  it('passes on what the source throws', async () => {
    const failure = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', errno: -5 });
    const { size, read } = bytesSource(fixture('sample.zst'));
    let reads = 0;
    const source = {
      size,
      read(offset: number, length: number) {
        // The frame is measured first.
        if (++reads > 1) throw failure;
        return read(offset, length);
      },
    };
    await expect(decompressAll(decompressZstd, source)).rejects.toBe(failure);
  });

  it('verifies the checksum and the size of the contents', async () => {
    const wrongSum = fixture('sample.zst');
    wrongSum[wrongSum.length - 1] = (wrongSum[wrongSum.length - 1] as number) ^ 1;
    const wrongSize = fixture('sample-single-segment.zst');
    wrongSize[5] = (wrongSize[5] as number) ^ 1;
    for (const stream of [wrongSum, wrongSize]) {
      expect(await faultOf(decompressZstd, stream)).toMatchObject({
        codec: 'zstd',
        fault: 'corrupt',
      });
    }
  });

  it('refuses a window that is larger than may be allocated', async () => {
    const tooLarge = { codec: 'zstd', fault: 'dictionary-too-large' };
    expect(await faultOf(decompressZstd, kernelPayload(''), 128 * MIB - 1)).toMatchObject(tooLarge);
    const window256 = fixture('sample-window-256m.zst');
    expect(await faultOf(decompressZstd, window256)).toMatchObject(tooLarge);
    expect(await faultOf(decompressZstd, window256, 512 * MIB)).toMatchObject(tooLarge);
  });

  it.each([
    ['an old magic', [0x27, 0xb5, 0x2f, 0xfd, 0, 0], 'corrupt'],
    ['a skippable frame', [0x5a, 0x2a, 0x4d, 0x18, 0, 0, 0, 0], 'unsupported'],
    ['a reserved bit', [...MAGIC, 0x08, 0, 1, 0, 0], 'unsupported'],
    ['a dictionary', [...MAGIC, 0x01, 0, 9, 1, 0, 0], 'unsupported'],
    ['a reserved block', [...MAGIC, 0, 0, 7, 0, 0], 'corrupt'],
    ['a block larger than its window', [...MAGIC, 0, 0, 1, 0x21, 0], 'corrupt'],
    ['a compressed block of nonsense', [...MAGIC, 0, 0, 0x1d, 0, 0, 7, 255, 255], 'corrupt'],
  ])('refuses %s', async (_, bytes, fault) => {
    expect(await faultOf(decompressZstd, Buffer.from(bytes))).toMatchObject({
      codec: 'zstd',
      fault,
    });
  });

  it('finds every truncation', () => everyTruncationIsFound(decompressZstd, fixture('sample.zst')));

  it.each(['sample.zst', 'sample-single-segment.zst'])('finds every damage: %s', (name) =>
    // Each run has an instance of libzstd of its own, which takes longer than all the rest.
    everyDamageIsFound(decompressZstd, fixture(name), 75),
  );
});

describe('zstd', () => {
  it('refuses a Huffman stream that does not end where it must, as Xen does', async () => {
    const payload = bzimagePayload(readFileSync('test/cases/zstd-flipped-1.img'));
    expect(await faultOf(decompressZstd, payload)).toMatchObject({ fault: 'corrupt' });
  });

  it('reads frame after frame where it is asked to, and skips those without contents', async () => {
    const stream = fixture('sample.zst');
    const skippable = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
    const frames = Buffer.concat([stream, skippable, stream, skippable]);
    expect(await decompressAll(decompressZstdFrames, frames)).toEqual({
      contents: Buffer.concat([sample(), sample()]),
      consumed: frames.length,
    });
    const rest = Buffer.concat([stream, Buffer.from('rest')]);
    expect(await faultOf(decompressZstdFrames, rest)).toMatchObject({
      fault: 'corrupt',
      offset: stream.length,
    });
    for (const end of [-1, -4]) {
      expect(await faultOf(decompressZstdFrames, frames.subarray(0, end))).toMatchObject({
        fault: 'unsupported',
      });
    }
    const many = Buffer.concat(new Array<Buffer>(300).fill(Buffer.from([...MAGIC, 0, 0, 1, 0, 0])));
    expect(await faultOf(decompressZstdFrames, many)).toMatchObject({ fault: 'unsupported' });
  });

  it('does not wait for ever for the rest of a frame, even unmeasured', async () => {
    const half = fixture('sample.zst').subarray(0, 2000);
    const unmeasured: Decompress = async function* (input) {
      yield* decodeZstdFrame(input);
      return 0;
    };
    expect(await faultOf(unmeasured, half)).toMatchObject({ fault: 'truncated', offset: 2000 });
  });

  it('measures a frame without decoding it', () => {
    const stream = fixture('sample-single-segment.zst');
    const source = bytesSource(Buffer.concat([stream, noise(10)]));
    expect(measureZstdFrame(source, MIB)).toEqual({
      length: stream.length,
      contentSize: sample().length,
    });
  });

  it.each([
    ['a kernel', kernelPayload('').subarray(0, 18), 128 * MIB],
    ['the smallest window', Buffer.from([...MAGIC, 0, 0]), 1024],
    ['a window between two powers of two', Buffer.from([...MAGIC, 0, (10 << 3) | 5]), 1.625 * MIB],
    ['the largest window', Buffer.from([...MAGIC, 0, 0xff]), 2 ** 41 + 7 * 2 ** 38],
    ['a single segment', fixture('sample-single-segment.zst'), sample().length],
    ['a single segment of one byte of size', Buffer.from([...MAGIC, 0x20, 200]), 200],
    ['a header that is cut off', Buffer.from([...MAGIC, 0]), null],
    ['a skippable frame', Buffer.from([0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0]), null],
    ['nothing', Buffer.alloc(0), null],
  ])('reads the window of %s', (_, head, window) => {
    expect(zstdWindow(head)).toBe(window);
  });
});
