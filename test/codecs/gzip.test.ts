import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { decompressGzip } from '../../src/codecs/gzip.ts';
import {
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

/** A member with every optional field of the header (RFC 1952, section 2.3). */
function memberWithAllFields(contents: Buffer): Buffer {
  const header = Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 0x02 | 0x04 | 0x08 | 0x10, 0, 0, 0, 0, 0, 3]),
    Buffer.from([4, 0, ...Buffer.from('XFLD')]),
    Buffer.from('vmlinux.bin\0'),
    Buffer.from('a comment\0'),
  ]);
  const headerCrc = Buffer.alloc(2);
  headerCrc.writeUInt16LE(crc32(header) & 0xffff);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(contents), 0);
  trailer.writeUInt32LE(contents.length, 4);
  return Buffer.concat([header, headerCrc, deflateRawSync(contents), trailer]);
}

describe('gzip', () => {
  it('decompresses a real kernel', async () => {
    const payload = kernelPayload('.gzip');
    // A gzip payload has no size behind it: the member's own stands there.
    expect(await digest(decompressGzip, payload)).toEqual({
      ...VMLINUX,
      consumed: payload.length,
      largestChunk: MIB,
    });
  });

  it('decompresses what gzip wrote, name in the header and all', async () => {
    const stream = fixture('sample.gz');
    expect(await decompressAll(decompressGzip, stream)).toEqual({
      contents: sample(),
      consumed: stream.length,
    });
  });

  it('reads every optional field of the header and verifies its CRC', async () => {
    const stream = memberWithAllFields(sample());
    expect((await decompressAll(decompressGzip, stream)).contents).toEqual(sample());
    stream[20] = 0x58;
    expect(await faultOf(decompressGzip, stream)).toMatchObject({
      fault: 'corrupt',
      message: 'header CRC does not match',
    });
  });

  it.each([
    ['other bytes', Buffer.from([1, 2, 3, 4])],
    ['zeros', Buffer.alloc(3 * MIB)],
    ['another member', fixture('sample.gz')],
  ])('leaves %s behind the member to the caller', async (_, rest) => {
    const stream = fixture('sample.gz');
    expect(await decompressAll(decompressGzip, Buffer.concat([stream, rest]))).toEqual({
      contents: sample(),
      consumed: stream.length,
    });
  });

  it('reads a stream longer than a window from a source that reuses its buffer', async () => {
    const contents = noise(3 * MIB);
    const source = reusingSource(gzipSync(contents));
    const result = await decompressAll(decompressGzip, source);
    expect(result.contents.equals(contents)).toBe(true);
    expect(result.consumed).toBe(source.size);
  });

  it('reads no further than the consumer does', async () => {
    const source = reusingSource(gzipSync(noise(6 * MIB), { level: 1 }));
    const stream = decompressGzip(source);
    await stream.next();
    await manyTurns();
    expect(Math.max(...source.reads)).toBeLessThanOrEqual(4 * MIB);
    expect(await stream.return(0)).toEqual({ done: true, value: 0 });
    await manyTurns();
    expect(Math.max(...source.reads)).toBeLessThanOrEqual(4 * MIB);
  });

  it('passes on what the source throws', async () => {
    const stream = gzipSync(noise(2 * MIB));
    const failure = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', errno: -5 });
    const { size, read } = bytesSource(stream);
    const source = {
      size,
      read(offset: number, length: number) {
        if (offset > MIB) throw failure;
        return read(offset, length);
      },
    };
    await expect(decompressAll(decompressGzip, source)).rejects.toBe(failure);
  });

  it('finds wrong contents, a wrong size, and what it cannot read', async () => {
    const patched = (at: number, byte: number) => {
      const stream = fixture('sample.gz');
      stream[at < 0 ? stream.length + at : at] = byte;
      return faultOf(decompressGzip, stream);
    };
    expect(await patched(-8, 0)).toMatchObject({ fault: 'corrupt', message: /CRC-32/ });
    expect(await patched(-1, 1)).toMatchObject({ fault: 'corrupt', message: /size/ });
    expect(await patched(0, 0)).toMatchObject({ fault: 'corrupt', offset: 0 });
    expect(await patched(2, 7)).toMatchObject({ fault: 'unsupported' });
    expect(await patched(3, 0x88)).toMatchObject({ fault: 'unsupported' });
  });

  it('finds every truncation', () => everyTruncationIsFound(decompressGzip, fixture('sample.gz')));

  it('finds every damage', () => everyDamageIsFound(decompressGzip, fixture('sample.gz')));
});

/** Time for whatever goes on beside the test, without a clock. */
async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 1000; turn++) await new Promise(setImmediate);
}
