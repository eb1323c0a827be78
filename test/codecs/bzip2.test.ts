import { describe, expect, it } from 'vitest';
import { decompressBzip2 } from '../../src/codecs/bzip2.ts';
import {
  decompressAll,
  digest,
  everyDamageIsFound,
  everyTruncationIsFound,
  faultOf,
  fixture,
  kernelPayload,
  reusingSource,
  sample,
  VMLINUX,
} from './support.ts';

const MIB = 1024 * 1024;
const END_MAGIC = '177245385090';
const bin = (hex: string) =>
  BigInt(`0x${hex}`)
    .toString(2)
    .padStart(hex.length * 4, '0');
const bitsOf = (bytes: Buffer) => bin(bytes.toString('hex'));

function bytesOf(bits: string): Buffer {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(bits.slice(i * 8, i * 8 + 8).padEnd(8, '0'), 2);
  }
  return bytes;
}

/** The stream of the fixture's one block, `times` over, so that blocks start at every bit. */
function repeated(times: number): Buffer {
  const bits = bitsOf(fixture('sample.bz2'));
  const block = bits.slice(32, bits.lastIndexOf(bin(END_MAGIC)));
  const blockCrc = Number.parseInt(block.slice(48, 80), 2);
  let crc = 0;
  for (let i = 0; i < times; i++) crc = ((crc << 1) | (crc >>> 31)) ^ blockCrc;
  const end = bin(END_MAGIC) + (crc >>> 0).toString(2).padStart(32, '0');
  return bytesOf(bits.slice(0, 32) + block.repeat(times) + end);
}

/** The fixture with these bits in place of its own. */
function patched(at: number, bits: string): Buffer {
  const whole = bitsOf(fixture('sample.bz2'));
  return bytesOf(whole.slice(0, at) + bits + whole.slice(at + bits.length));
}

describe('bzip2', () => {
  it('decompresses a real kernel', async () => {
    const payload = kernelPayload('.bzip2');
    const { largestChunk, ...result } = await digest(decompressBzip2, payload);
    expect(result).toEqual({ ...VMLINUX, consumed: payload.length - 4 });
    // Blocks of zeros expand to 46 MB each: they come in pieces.
    expect(largestChunk).toBeLessThanOrEqual(MIB);
  });

  it('decompresses what bzip2 wrote, and ends with the first stream', async () => {
    const stream = fixture('sample.bz2');
    expect(await decompressAll(decompressBzip2, Buffer.concat([stream, stream]))).toEqual({
      contents: sample(),
      consumed: stream.length,
    });
  });

  it('decompresses blocks across windows, from a source that reuses its buffer', async () => {
    const times = 450;
    const source = reusingSource(repeated(times));
    expect(source.size).toBeGreaterThan(2 * MIB);
    const { contents, consumed } = await decompressAll(decompressBzip2, source);
    expect(contents.equals(Buffer.concat(new Array(times).fill(sample())))).toBe(true);
    expect(consumed).toBe(source.size);
  });

  it('decompresses an empty stream', async () => {
    const stream = Buffer.concat([Buffer.from('BZh9'), bytesOf(bin(END_MAGIC)), Buffer.alloc(4)]);
    expect(await decompressAll(decompressBzip2, stream)).toEqual({
      contents: Buffer.alloc(0),
      consumed: 14,
    });
  });

  it('hands out all of a block, then verifies its CRC', async () => {
    const stream = decompressBzip2(reusingSource(patched(80, '0'.repeat(32))));
    expect(stream.next().value).toHaveLength(sample().length);
    expect(() => stream.next()).toThrow('the CRC of a block does not match');
  });

  it('verifies the CRC of the stream', async () => {
    const stream = repeated(3);
    stream[stream.length - 3] = (stream[stream.length - 3] as number) ^ 1;
    expect(await faultOf(decompressBzip2, stream)).toMatchObject({
      codec: 'bzip2',
      fault: 'corrupt',
      message: 'the CRC of the stream does not match',
    });
  });

  it.each([
    ['another magic', patched(0, '0'.repeat(24)), 'corrupt', 'no bzip2 stream'],
    ['the block size 0', patched(24, '00110000'), 'corrupt', 'block size'],
    ['something else than a block', patched(32, '1111'), 'corrupt', 'neither a block'],
    ['a randomised block', patched(112, '1'), 'unsupported', 'randomised'],
    ['a start outside the block', patched(113, '1'.repeat(24)), 'corrupt', 'outside itself'],
    ['no bytes in use', patched(137, '0'.repeat(16)), 'corrupt', 'without bytes'],
  ])('refuses %s', async (_, stream, fault, message) => {
    const error = await faultOf(decompressBzip2, stream);
    expect(error).toMatchObject({ codec: 'bzip2', fault });
    expect(error.message).toContain(message);
  });

  it('refuses a block that is larger than the stream announces', async () => {
    const payload = kernelPayload('.bzip2');
    payload[3] = '1'.charCodeAt(0);
    expect(await faultOf(decompressBzip2, payload)).toMatchObject({
      fault: 'corrupt',
      message: 'a block is larger than the stream allows',
    });
  });

  it('finds every truncation', () =>
    everyTruncationIsFound(decompressBzip2, fixture('sample.bz2')));

  it('finds every damage', () => everyDamageIsFound(decompressBzip2, fixture('sample.bz2')));
});
