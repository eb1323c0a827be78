import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import { messageOf } from '../../../src/rules/message.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { builds, EVERY_BUILD } from '../../support/builds.ts';
import {
  buildBzImage,
  gzipPayload,
  withSizeTrailer,
  xzStored,
} from '../../support/bzimage-builder.ts';
import { slimmedKernel } from '../../support/slimmed-kernels.ts';

const MAGIC = {
  bzip2: Buffer.from('BZh91AY&SY'),
  lzo: Buffer.from('894c5a4f000d0a1a0a', 'hex'),
  zstd: Buffer.from('28b52ffd', 'hex'),
};

async function says(codec: keyof typeof MAGIC, xen: string) {
  const kernel = await openKernel(bytesSource(buildBzImage({ payload: MAGIC[codec] })));
  const releases = builds(xen);
  const [verdict] = await kernel.examine(() => checkKernel(kernel, 'pv-domu', releases));
  return verdict?.refusals[0]?.xenSays?.split('\n');
}

const NO_LOADER = 'xc_dom_find_loader: no loader found';

describe('a codec that the toolstack cannot decompress', () => {
  it('and has never heard of', async () => {
    expect(await says('zstd', '4.14.6')).toEqual([
      'xc_dom_probe_bzimage_kernel: unknown compression format',
      NO_LOADER,
    ]);
  });

  it('for want of a library', async () => {
    expect(await says('bzip2', '4.17.7+no-domu-bzip2')).toEqual([
      'xc_try_bzip2_decode: BZIP2 decompress support unavailable',
      'xc_dom_probe_bzimage_kernel unable to BZIP2 decompress kernel',
      NO_LOADER,
    ]);
    expect((await says('lzo', '4.17.7+no-domu-lzo'))?.[0]).toBe(
      'xc_try_lzo1x_decode: LZO1x decompress support unavailable',
    );
  });
});

it.each([
  [5, NO_LOADER],
  [6, 'xc_dom_do_gunzip: inflate failed (rc=-5)'],
])('takes a file for gzip from 6 bytes on: %i', async (length, xenSays) => {
  const kernel = await openKernel(bytesSource(gzipPayload(new Uint8Array(64)).subarray(0, length)));
  const [verdict] = await kernel.examine(() =>
    checkKernel(kernel, 'pv-domu', EVERY_BUILD.slice(-1)),
  );
  expect(verdict?.refusals[0]?.xenSays).toBe(xenSays);
});

it('says that a file is empty, or that it cannot be mapped, or nothing', async () => {
  const kernel = await openKernel(bytesSource(new Uint8Array(0)));
  const says = (xen: string) =>
    checkKernel(kernel, 'pv-domu', builds(xen)).map(({ loads, refusals }) => [
      loads,
      refusals[0]?.xenSays,
    ]);
  expect(says('4.11.0')).toEqual([[false, 'zero length file']]);
  expect(says('4.10.4')).toEqual([[false, 'failed to mmap file']]);
  expect(says('4.2.3')).toEqual([[false, null]]);
});

it('is not quoted for a limit that is not its own', async () => {
  const file = slimmedKernel('vmlinuz-6.12.94+deb13-amd64.img');
  const kernel = await openKernel(bytesSource(file), { maxDictionary: 1024 });
  const releases = builds('4.17.5');
  const [verdict] = await kernel.examine(() => checkKernel(kernel, 'pv-domu', releases));
  expect(verdict?.refusals).toMatchObject([{ rule: 'dictionary-too-large', xenSays: null }]);
});

describe('a cut xz stream that declares more than 1 GiB', () => {
  const cut = xzStored(new Uint8Array(1000)).subarray(0, 500);
  const image = buildBzImage({ payload: withSizeTrailer(cut, 2 ** 30 + 1) });
  const unable = 'xc_dom_probe_bzimage_kernel unable to XZ decompress kernel';

  it.each([
    ['4.15.5', 'does not look', [unable, NO_LOADER]],
    ['4.16.0', 'refuses that', ['kernel image too large', unable, NO_LOADER]],
  ])('%s %s', async (xen, _does, lines) => {
    const kernel = await openKernel(bytesSource(image));
    const releases = builds(xen);
    const [verdict] = await kernel.examine(() => checkKernel(kernel, 'pv-domu', releases));
    expect(verdict?.refusals[0]?.xenSays?.split('\n')).toEqual(lines);
  });
});

/** The stream is sound and its codec known: not the compression is wrong, but what is in it. */
it.each([
  ['pv-domu', NO_LOADER],
  ['pv-dom0', 'ELF: not an ELF binary'],
] as const)(
  'a payload that decompresses to no ELF file is called that on %s',
  async (path, xenSays) => {
    const payload = gzipPayload(Buffer.from('An initramfs, perhaps.'.repeat(10)));
    const kernel = await openKernel(bytesSource(buildBzImage({ payload })));
    const releases = builds('4.17.5');
    const [verdict] = await kernel.examine(() => checkKernel(kernel, path, releases));
    const refusal = { rule: 'not-a-kernel', stage: 'payload', xenSays };
    expect(verdict?.refusals).toMatchObject([refusal]);
    const message = 'The gzip stream at byte 1552 does not hold an ELF file.';
    expect(verdict?.refusals.map(messageOf)).toEqual([message]);
  },
);
