import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decompressLzo } from '../../../src/kernel/payload/lzo.ts';
import {
  digest,
  everyDamageIsFound,
  everyTruncationIsFound,
  faultOf,
  fixture,
  kernelPayload,
  noise,
  reusingSource,
  sample,
  unpack,
  VMLINUX,
} from './support.ts';

const BLOCK = 256 * 1024;
const END = Buffer.alloc(4);

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** zlib ends its streams with the Adler-32 of their contents. */
const adler32 = (bytes: Uint8Array) => deflateSync(bytes).subarray(-4);

/** The header that `lzop -9` writes for its standard input, with these flags and this method. */
function header(flags: number, method = 3): Buffer {
  const fields = Buffer.from([0x10, 0x40, 0x20, 0xa0, 0x09, 0x40, method, 9]);
  const checked = Buffer.concat([fields, u32(flags), Buffer.alloc(12), Buffer.alloc(1)]);
  const magic = Buffer.from([0x89, 0x4c, 0x5a, 0x4f, 0x00, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([magic, checked, adler32(checked)]);
}

/** A stream of one block without checksums that says to hold `size` bytes. */
function oneBlock(size: number, bytes: readonly number[]): Buffer {
  return Buffer.concat([header(0), u32(size), u32(bytes.length), Buffer.from(bytes), END]);
}

describe('lzo', () => {
  it('unpacks a real kernel', async () => {
    const payload = kernelPayload('.lzo');
    expect(await digest(decompressLzo, payload)).toEqual({
      ...VMLINUX,
      consumed: payload.length - 4,
      largestChunk: BLOCK,
    });
  });

  it.each(['sample.lzo', 'sample-checked-twice.lzo', 'sample-crc32.lzo'])(
    'unpacks what lzop wrote: %s',
    async (name) => {
      const stream = fixture(name);
      expect(await unpack(decompressLzo, stream)).toEqual({
        contents: sample(),
        consumed: stream.length,
      });
    },
  );

  it('unpacks a block that is stored as it is, and ends at the end mark', async () => {
    const stream = fixture('noise.lzo');
    expect(await unpack(decompressLzo, Buffer.concat([stream, stream]))).toEqual({
      contents: noise(300),
      consumed: stream.length,
    });
  });

  it('unpacks many blocks from a source that reuses its buffer', async () => {
    const contents = noise(10 * BLOCK + 77);
    const blocks: Buffer[] = [];
    for (let at = 0; at < contents.length; at += BLOCK) {
      const block = contents.subarray(at, at + BLOCK);
      blocks.push(u32(block.length), u32(block.length), adler32(block), block);
    }
    const source = reusingSource(Buffer.concat([header(1), ...blocks, END]));
    const result = await unpack(decompressLzo, source);
    expect(result.contents.equals(contents)).toBe(true);
    expect(result.consumed).toBe(source.size);
  });

  it('unpacks each kind of instruction', async () => {
    const ascii = (text: string) => [...Buffer.from(text)];
    const contents = [
      'abcd',
      'abc',
      'cccce',
      'eefg',
      'g'.repeat(31 + 65 * 255 + 1 + 2),
      'hijk',
      'ggg',
      'abcd',
      'twenty literals here',
    ].join('');
    const stream = oneBlock(contents.length, [
      ...[17 + 4, ...ascii('abcd')], // literals at the start
      ...[0b010_011_00, 0], // 3 bytes from 4 before
      ...[0b001_00010, 0b000000_01, 0, ...ascii('e')], // 4 bytes from 1 before, 1 literal
      ...[0b0000_00_10, 0, ...ascii('fg')], // 2 bytes from 1 before, 2 literals
      ...[0b001_00000, ...Buffer.alloc(65), 1, 0, 0], // a long match from 1 before
      ...[1, ...ascii('hijk')], // 4 literals
      ...[0b0000_00_00, 0], // behind a run: 3 bytes from 2049 before
      ...[0b0001_0_010, 0b111000_00, 0b11], // 4 bytes from 16384 + 248 before
      ...[0, 2, ...ascii('twenty literals here')], // a longer run
      ...[17, 0, 0],
    ]);
    expect((await unpack(decompressLzo, stream)).contents.toString()).toBe(contents);
  });

  it.each([
    ['no instruction', [], 'before its end mark'],
    ['literals past the block', [17 + 40, 1, 2], 'before its end mark'],
    ['a run past the block', [1, 1, 2], 'before its end mark'],
    ['a run without an end', [0, 0, 0, 0], 'before its end mark'],
    ['a match without an end', [18, 1, 32, 0, 0, 0], 'before its end mark'],
    ['a match before the block', [18, 1, 64 + 4, 0, 17, 0, 0], 'a match before the block'],
    ['bytes behind its end mark', [18, 1, 17, 0, 0, 1], 'a wrong end mark'],
    ['an end mark too soon', [18, 1, 17, 0, 0], 'a block ends short of its size'],
    ['more literals than its size', [18, 1, 48, 0, 0, 1, 1, 2, 3, 4, 17, 0, 0], 'past its size'],
    ['a longer match than its size', [18, 1, 62, 0, 0, 17, 0, 0], 'a block expands past its size'],
  ])('refuses a block with %s', async (_, bytes, message) => {
    const error = await faultOf(decompressLzo, oneBlock(20, bytes));
    expect(error).toMatchObject({ codec: 'lzo', fault: 'corrupt' });
    expect(error.message).toContain(message);
  });

  it('names what no kernel build uses', async () => {
    const unsupported = { fault: 'unsupported' };
    expect(await faultOf(decompressLzo, fixture('sample-filtered.lzo'))).toMatchObject(unsupported);
    expect(await faultOf(decompressLzo, header(0, 0x80))).toMatchObject(unsupported);
    expect(await faultOf(decompressLzo, header(0x40))).toMatchObject(unsupported);
    const large = Buffer.concat([header(0), u32(BLOCK + 1)]);
    expect(await faultOf(decompressLzo, large)).toMatchObject(unsupported);
  });

  it('refuses a block that is larger than its contents', async () => {
    const stream = Buffer.concat([header(0), u32(1), u32(2), Buffer.alloc(2)]);
    expect(await faultOf(decompressLzo, stream)).toMatchObject({ fault: 'corrupt' });
  });

  it('finds every truncation', () => everyTruncationIsFound(decompressLzo, fixture('sample.lzo')));

  it.each(['sample.lzo', 'sample-checked-twice.lzo', 'sample-crc32.lzo', 'noise.lzo'])(
    'finds every damage: %s',
    (name) => everyDamageIsFound(decompressLzo, fixture(name)),
  );
});
