import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { builds } from '../../support/builds.ts';
import { buildBzImage, withSizeTrailer } from '../../support/bzimage-builder.ts';
import { concat } from '../../support/elf-builder.ts';

const NEWEST = builds('4.22.0');

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/payload/${name}`, import.meta.url)));
const flip = (bytes: Uint8Array, at: number) =>
  bytes.map((byte, i) => (i === (at < 0 ? at + bytes.length : at) ? byte ^ 1 : byte));

async function says(file: Uint8Array, boot: XenPath = 'pv-dom0') {
  const kernel = await openKernel(bytesSource(file));
  const [verdict] = await kernel.examine(() => checkKernel(kernel, boot, NEWEST));
  return verdict?.refusals[0]?.xenSays ?? null;
}

const bzImage = (stream: Uint8Array) => buildBzImage({ payload: withSizeTrailer(stream, 65536) });

/** As Xen's own decoders, compiled from each release, answered. */
describe('the words of the decoders in the hypervisor', () => {
  const bzip2 = fixture('sample.bz2');
  const zstd = fixture('sample.zst');
  const lzo = fixture('sample.lzo');

  it.each([
    ['bzip2 with a wrong checksum', flip(bzip2, 10), 'Data integrity error when decompressing.'],
    ['bzip2 with another block magic', flip(bzip2, 5), null],
    ['bzip2 that is cut', bzip2.subarray(0, 400), null],
    ['zstd with a wrong checksum', flip(zstd, -1), 'ZSTD-compressed data is corrupt'],
    ['zstd that is cut', zstd.subarray(0, 400), 'ZSTD-compressed data is probably corrupt'],
    [
      'zstd with a window that is too large',
      fixture('sample-window-256m.zst'),
      'ZSTD-compressed data is probably corrupt',
    ],
    ['lzo with another magic', flip(lzo, 8), 'invalid header'],
    ['lzo with a block too large for its contents', flip(lzo, 42), 'file corrupted'],
    ['lzo with two checksums', fixture('sample-crc32.lzo'), 'Compressed data violation'],
    [
      'xz with a filter that starts elsewhere',
      fixture('lzma/sample.x86-start-crc32.xz'),
      'Input was encoded with settings that are not supported by this XZ decoder',
    ],
  ])('%s', async (_, stream, words) => {
    expect(await says(bzImage(stream))).toBe(words);
  });

  it('adds a line for PVH where the decoder has none', async () => {
    const words = 'Error trying to detect bz compressed kernel';
    expect(await says(bzImage(flip(bzip2, 5)), 'pvh-dom0')).toBe(words);
    expect(await says(bzImage(flip(bzip2, 10)), 'pvh-dom0')).not.toBe(words);
  });

  it('are those of lzo for a bare file of lzop, whose end is no size', async () => {
    expect(await says(lzo)).toBe('Compressed data violation');
    expect(await says(concat([lzo, new Uint8Array(4)]))).toBe('Compressed data violation');
  });
});
