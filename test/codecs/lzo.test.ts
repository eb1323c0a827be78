import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decompressLzo } from '../../src/codecs/lzo.ts';
import {
  decompressAll,
  digest,
  everyDamageIsFound,
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

/** A stream of one block that says to hold `size` bytes, with a checksum of 0 unless given. */
function oneBlock(size: number, bytes: Uint8Array, checksum: Uint8Array = u32(0)): Buffer {
  return Buffer.concat([header(1), u32(size), u32(bytes.length), checksum, bytes, END]);
}

describe('lzo', () => {
  it('decompresses a real kernel', async () => {
    const payload = kernelPayload('.lzo');
    expect(await digest(decompressLzo, payload)).toEqual({
      ...VMLINUX,
      consumed: payload.length - 4,
      largestChunk: BLOCK,
    });
  });

  it('decompresses what lzop wrote', async () => {
    const stream = fixture('sample.lzo');
    expect(await decompressAll(decompressLzo, stream)).toEqual({
      contents: sample(),
      consumed: stream.length,
    });
    expect(await remarksOf(decompressLzo, stream)).toEqual([]);
  });

  it('decompresses a block that is stored as it is, and ends at the end mark', async () => {
    const stream = fixture('noise.lzo');
    expect(await decompressAll(decompressLzo, Buffer.concat([stream, stream]))).toEqual({
      contents: noise(300),
      consumed: stream.length,
    });
    expect(await remarksOf(decompressLzo, stream)).toEqual(['stored-block']);
  });

  it('decompresses many blocks from a source that reuses its buffer', async () => {
    const contents = noise(10 * BLOCK + 77);
    const blocks: Buffer[] = [];
    for (let at = 0; at < contents.length; at += BLOCK) {
      const block = contents.subarray(at, at + BLOCK);
      blocks.push(u32(block.length), u32(block.length), adler32(block), block);
    }
    const source = reusingSource(Buffer.concat([header(1), ...blocks, END]));
    const result = await decompressAll(decompressLzo, source);
    expect(result.contents.equals(contents)).toBe(true);
    expect(result.consumed).toBe(source.size);
  });

  it('decompresses each kind of instruction', async () => {
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
    const stream = oneBlock(
      contents.length,
      Uint8Array.from([
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
      ]),
    );
    expect((await decompressAll(decompressLzo, stream)).contents.toString()).toBe(contents);
  });

  it.each([
    ['no instruction', [17], 'before its end mark'],
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
    const error = await faultOf(decompressLzo, oneBlock(20, Uint8Array.from(bytes)));
    expect(error).toMatchObject({ codec: 'lzo', fault: 'corrupt' });
    expect(error.message).toContain(message);
  });

  it('expects one checksum before each block, as every Xen does', async () => {
    for (const name of ['sample-checked-twice.lzo', 'sample-crc32.lzo']) {
      const twice = await faultOf(decompressLzo, fixture(name));
      expect(twice).toMatchObject({ fault: 'corrupt' });
      expect(twice.message).toContain('2 checksums');
    }
    const block = Buffer.from([18, 1, 32, 0, 0, 17, 0, 0]);
    const none = Buffer.concat([header(0), u32(20), u32(block.length), block, Buffer.alloc(8)]);
    expect((await faultOf(decompressLzo, none)).message).toContain('0 checksums');
  });

  it('remarks checksums that are wrong, of the header and of a block', async () => {
    const stream = fixture('sample.lzo');
    const method = stream.map((byte, i) => (i === 15 ? byte ^ 1 : byte));
    expect(await remarksOf(decompressLzo, method)).toEqual(['wrong-checksum']);
    const block = Buffer.alloc(9, 'x');
    expect(await remarksOf(decompressLzo, oneBlock(9, block))).toEqual([
      'stored-block',
      'wrong-checksum',
    ]);
    expect(await remarksOf(decompressLzo, fixture('sample-filtered.lzo'))).toContain(
      'wrong-checksum',
    );
  });

  it('takes blocks up to 64 MiB, which the toolstack takes, and remarks them', async () => {
    const large = noise(BLOCK + 1);
    const stream = oneBlock(large.length, large, adler32(large));
    expect(await remarksOf(decompressLzo, stream)).toEqual(['large-block', 'stored-block']);
    const tooLarge = Buffer.concat([header(1), u32(64 * 1024 * 1024 + 1), Buffer.alloc(8)]);
    expect(await faultOf(decompressLzo, tooLarge)).toMatchObject({ fault: 'corrupt' });
  });

  it('refuses a block that is larger than its contents, or that has no bytes', async () => {
    const stream = Buffer.concat([header(1), u32(1), u32(2), Buffer.alloc(6)]);
    expect(await faultOf(decompressLzo, stream)).toMatchObject({ fault: 'corrupt' });
    expect(await faultOf(decompressLzo, oneBlock(1, Buffer.alloc(0)))).toMatchObject({
      fault: 'corrupt',
    });
  });

  it('finds every truncation', () => everyTruncationIsFound(decompressLzo, fixture('sample.lzo')));

  it.each(['sample.lzo', 'noise.lzo'])('finds every damage: %s', (name) =>
    everyDamageIsFound(decompressLzo, fixture(name)),
  );
});
