import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PayloadError } from '../../src/codecs/codec.ts';
import { decompressLz4 } from '../../src/codecs/lz4.ts';
import {
  damaged,
  decompressAll,
  digest,
  everyTruncationIsFound,
  faultOf,
  fixture,
  kernelPayload,
  noise,
  remarksOf,
  reusingSource,
  sample,
  VMLINUX,
} from './support.ts';

const BLOCK = 8 * 1024 * 1024;

/** A legacy frame of these blocks. */
function frame(...blocks: Uint8Array[]): Buffer {
  const u32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  return Buffer.concat([u32(0x184c2102), ...blocks.flatMap((block) => [u32(block.length), block])]);
}

/** A block of literals only, of which there are 15 or more. */
function literals(contents: Buffer): Buffer {
  const more = contents.length - 15;
  const length = Buffer.alloc(Math.floor(more / 255) + 1, 255);
  length[length.length - 1] = more % 255;
  return Buffer.concat([Buffer.from([0xf0]), length, contents]);
}

describe('lz4', () => {
  it('decompresses a real kernel, whose size behind the stream the caller cuts off', async () => {
    const payload = kernelPayload('.lz4').subarray(0, -4);
    expect(await digest(decompressLz4, payload)).toEqual({
      ...VMLINUX,
      consumed: payload.length,
      largestChunk: BLOCK,
    });
  });

  it('decompresses what lz4 wrote', async () => {
    const stream = fixture('sample.lz4');
    expect(await decompressAll(decompressLz4, stream)).toEqual({
      contents: sample(),
      consumed: stream.length,
    });
  });

  it('decompresses a sequence as the block format has it', async () => {
    // One literal, eight bytes from one before, five literals.
    const stream = frame(Uint8Array.of(0x14, 0x41, 1, 0, 0x50, 0x42, 0x43, 0x44, 0x45, 0x46));
    expect((await decompressAll(decompressLz4, stream)).contents.toString()).toBe('AAAAAAAAABCDEF');
  });

  it('decompresses several blocks from a source that reuses its buffer', async () => {
    const contents = noise(BLOCK + 1000);
    const source = reusingSource(
      frame(literals(contents.subarray(0, BLOCK)), literals(contents.subarray(BLOCK))),
    );
    const result = await decompressAll(decompressLz4, source);
    expect(result.contents.equals(contents)).toBe(true);
    expect(result.consumed).toBe(source.size);
  });

  it('expects a block behind each magic, as Xen does', async () => {
    expect(await faultOf(decompressLz4, frame())).toMatchObject({ fault: 'truncated' });
  });

  it.each([
    ['an empty block', [], 'a block ends without its last literals'],
    ['a length without an end', [0xf0, 255], 'a block ends inside a length'],
    ['literals past the block', [0x50, 1, 2], 'a block ends inside literals'],
    ['half a distance', [0x10, 1, 1], 'a block ends inside a match'],
    ['a distance past the start', [0x10, 1, 2, 0, 0x10, 2], 'a match before the block'],
    ['a match as its last', [0x10, 1, 1, 0], 'a block ends without its last literals'],
    ['no literals behind a match', [0x1f, 1, 1, 0, 9, 0x00], 'too near the end'],
    ['a match less than 8 bytes from its end', [0x10, 1, 1, 0, 0x30, 1, 2, 3], 'too near the end'],
    [
      'the same of distance 0, and 12',
      [0x10, 1, 0, 0, 0x70, ...Buffer.alloc(7)],
      'too near the end',
    ],
    ['a match past 8 MiB', [0x1f, 1, 1, 0, ...Buffer.alloc(33000, 255), 0], 'a block expands past'],
  ])('refuses a block with %s', async (_, block, message) => {
    const error = await faultOf(decompressLz4, frame(Uint8Array.from(block)));
    expect(error).toMatchObject({ codec: 'lz4', fault: 'corrupt' });
    expect(error.message).toContain(message);
  });

  it('remarks a match that only the hypervisor takes, 8 bytes of input from the end', async () => {
    const near = (literals: number) =>
      frame(Uint8Array.of(0x1f, 1, 1, 0, 9, literals << 4, ...Buffer.alloc(literals)));
    expect(await remarksOf(decompressLz4, near(3))).toEqual(['late-match']);
    expect(await remarksOf(decompressLz4, near(4))).toEqual([]);
  });

  it('remarks a match of distance 0, which no reader refuses', async () => {
    const stream = frame(Uint8Array.of(0x10, 1, 0, 0, 0x80, ...Buffer.alloc(8, 7)));
    expect(await remarksOf(decompressLz4, stream)).toEqual(['self-match']);
    expect((await decompressAll(decompressLz4, stream)).contents).toHaveLength(13);
  });

  it('remarks a short block before the last, and takes another frame behind the first', async () => {
    const short = Uint8Array.of(0x10, 1);
    expect(await remarksOf(decompressLz4, frame(short, short))).toEqual(['short-block']);
    expect(await remarksOf(decompressLz4, frame(short))).toEqual([]);
    const two = Buffer.concat([frame(), frame(short)]);
    expect((await decompressAll(decompressLz4, two)).contents).toEqual(Buffer.of(1));
  });

  it('refuses a block too long, another magic', async () => {
    const long = Buffer.concat([frame(), Buffer.from([0, 0, 0, 1])]);
    expect(await faultOf(decompressLz4, long)).toMatchObject({ fault: 'corrupt', offset: 8 });
    const modern = Buffer.from([0x04, 0x22, 0x4d, 0x18]);
    expect(await faultOf(decompressLz4, modern)).toMatchObject({ fault: 'corrupt' });
  });

  it('finds every truncation but that to a magic without blocks', () =>
    everyTruncationIsFound(decompressLz4, fixture('sample.lz4'), 5));

  it('turns damage into wrong contents at most: it has no checksum', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(fixture('sample.lz4')), async (stream) => {
        const outcome = await decompressAll(decompressLz4, stream).catch((error: unknown) => error);
        if (outcome instanceof PayloadError) return;
        expect((outcome as { contents: Buffer }).contents.length).toBeLessThanOrEqual(BLOCK);
      }),
      { numRuns: 200 },
    );
  });
});
