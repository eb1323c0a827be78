import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { builds } from '../../support/builds.ts';
import {
  buildBzImage,
  withSizeTrailer,
  xzStored,
  zstdStored,
} from '../../support/bzimage-builder.ts';
import { concat } from '../../support/elf-builder.ts';
import { kernelWith, PV_NOTES } from '../../support/kernels.ts';
import { slimmedKernel } from '../../support/slimmed-kernels.ts';

const ELF = kernelWith(PV_NOTES);
const XZ = xzStored(ELF);

/** Where its contents end: behind the headers of stream, block and chunk. */
const CONTENTS_END = 12 + 12 + 3 + ELF.length;

async function boot(file: Uint8Array, version: string, path?: XenPath) {
  return (await bootAll(file, [version], path))[0];
}

/** What each release answers, oldest first; the file is opened once. */
async function bootAll(
  file: Uint8Array,
  versions: readonly string[],
  path: XenPath = 'pv-domu',
): Promise<unknown[]> {
  const kernel = await openKernel(bytesSource(file));
  return kernel.examine(() =>
    versions.map((version) => {
      const [verdict] = checkKernel(kernel, path, builds(version));
      return verdict?.refusals[0]?.rule ?? verdict?.loads;
    }),
  );
}

const bzImage = (stream: Uint8Array, declared: number) =>
  buildBzImage({ payload: withSizeTrailer(stream, declared) });

/** The payload of a real kernel. */
function slimmedPayload(file: string): Uint8Array {
  const image = slimmedKernel(file);
  const header = new DataView(image.buffer, image.byteOffset);
  const start = (header.getUint8(0x1f1) + 1) * 512 + header.getUint32(0x248, true);
  return image.subarray(start, start + header.getUint32(0x24c, true));
}

/** A real kernel whose compressed stream lacks its last `bytes`; its size follows all the same. */
function slimmedWithoutEnd(file: string, bytes: number): Uint8Array {
  const payload = slimmedPayload(file);
  return buildBzImage({
    payload: concat([payload.subarray(0, payload.length - 4 - bytes), payload.subarray(-4)]),
  });
}

/** Since 4.16 the toolstack asks for as many bytes as are declared, and not for the stream's end. */
describe('a stream that is cut behind its contents', () => {
  const cut = bzImage(XZ.subarray(0, CONTENTS_END), ELF.length);

  it('is taken for domU since 4.16', async () => {
    expect(await boot(cut, '4.15.5')).toBe('corrupt-payload');
    expect(await boot(cut, '4.16.0')).toBe(true);
  });

  it('is taken wherever that is, even where its size could be the rest of a checksum', async () => {
    // Sizes of three bytes: the index is long enough for that.
    const contents = concat([ELF, new Uint8Array(20_000)]);
    const stream = xzStored(contents);
    for (let end = stream.length - 24; end < stream.length; end++) {
      const taken = await boot(bzImage(stream.subarray(0, end), contents.length), '4.17.5');
      expect([end, taken]).toEqual([end, true]);
    }
  });

  it('is refused for dom0', async () => {
    expect(await boot(cut, '4.16.0', 'pv-dom0')).toBe('corrupt-payload');
  });

  it.each([
    ['bzip2', 10],
    ['lzma', 5],
    ['xz', 20],
  ])('is taken in %s', async (codec, bytes) => {
    const file = slimmedWithoutEnd(`vmlinuz-6.12.94+deb13-amd64.${codec}.img`, bytes);
    expect(await bootAll(file, ['4.15.5', '4.17.5'])).toEqual(['corrupt-payload', true]);
  });
});

describe('a stream that is cut inside its contents', () => {
  const missing = 100;
  const cut = XZ.subarray(0, CONTENTS_END - missing);

  it('must hold as many bytes as are declared', async () => {
    const enough = await boot(bzImage(cut, ELF.length - missing), '4.17.5');
    // The last bytes were the table of sections.
    expect(enough).toBe('cut-file');
    expect(await boot(bzImage(cut, ELF.length - missing + 1), '4.17.5')).toBe('corrupt-payload');
  });
});

describe('a stream whose end is wrong', () => {
  const wrong = XZ.slice();
  wrong[wrong.length - 1] = 0;

  it('is refused', async () => {
    expect(await boot(bzImage(wrong, ELF.length), '4.17.5')).toBe('corrupt-payload');
  });

  it('is loaded where the output is full before, and damaged', async () => {
    const padded = xzStored(concat([ELF, new Uint8Array(1)]));
    padded[padded.length - 1] = 0;
    const kernel = await openKernel(bytesSource(bzImage(padded, ELF.length)));
    const releases = builds('4.17.5');
    const [verdict] = await kernel.examine(() => checkKernel(kernel, 'pv-domu', releases));
    expect(verdict).toMatchObject({ loads: true, refusals: [{ stage: 'start', xenSays: null }] });
    expect(await boot(bzImage(padded, ELF.length), '4.15.5')).toBe('corrupt-payload');
  });
});

/** The size that follows is no longer part of the stream. */
describe('a stream that is not followed by its size', () => {
  it('is taken for domU before 4.16', async () => {
    const file = buildBzImage({ payload: XZ });
    expect(await boot(file, '4.15.5')).toBe(true);
    expect(await boot(file, '4.16.0')).toBe('size-mismatch');
  });
});

/** To `ZSTD_decompress` there are frames up to the end of what it is given. */
describe('a zstd stream with something between it and its size', () => {
  const stream = zstdStored(ELF);

  it.each([
    ['nothing', new Uint8Array(0), true],
    ['zeros', new Uint8Array(8), 'corrupt-payload'],
    ['the same again', stream, 'size-mismatch'],
    ['a frame without contents', Buffer.from([0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0]), true],
  ])('%s', async (_, rest, answer) => {
    const file = bzImage(concat([stream, rest]), ELF.length);
    expect(await boot(file, '4.15.0')).toBe(answer);
    expect(await boot(file, '4.17.5')).toBe(answer);
    expect(await boot(file, '4.22.0', 'pv-dom0')).toBe(true);
  });
});
