import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { builds } from '../../support/builds.ts';
import {
  buildBzImage,
  lz4Stream,
  withSizeTrailer,
  xzStored,
} from '../../support/bzimage-builder.ts';
import { kernelWith, PV_NOTES } from '../../support/kernels.ts';

const ELF = kernelWith(PV_NOTES);
const BARE = {
  gzip: gzipSync(ELF),
  xz: withSizeTrailer(xzStored(ELF), ELF.length),
  lz4: withSizeTrailer(lz4Stream(ELF), ELF.length),
};

async function boot(file: Uint8Array, version: string, path: XenPath = 'pv-dom0') {
  const kernel = await openKernel(bytesSource(file));
  const releases = builds(version);
  const [verdict] = await kernel.examine(() => checkKernel(kernel, path, releases));
  const refusal = verdict?.refusals[0];
  return refusal ? [refusal.rule, refusal.xenSays] : verdict?.loads;
}

/** `bzimage_parse` treats a file without a setup header as if it were a payload. */
describe('a compressed ELF file', () => {
  it.each(['gzip', 'xz'] as const)('in %s boots as dom0 since 4.2', async (codec) => {
    expect(await boot(BARE[codec], '4.1.6.1')).toEqual([
      'codec-unsupported',
      'elf_init: not an ELF binary',
    ]);
    expect(await boot(BARE[codec], '4.2.0')).toBe(true);
    expect(await boot(BARE[codec], '4.21.0')).toBe(true);
  });

  it('boots as dom0 in a codec that the release has', async () => {
    expect((await boot(BARE.lz4, '4.2.0'))?.valueOf()).toContain('codec-unsupported');
    expect((await boot(BARE.lz4, '4.12.1'))?.valueOf()).toContain('lz4-decoder-broken');
    expect(await boot(BARE.lz4, '4.13.0')).toBe(true);
  });

  it('boots as domU in gzip only', async () => {
    expect(await boot(BARE.gzip, '4.17.5', 'pv-domu')).toBe(true);
    expect(await boot(BARE.xz, '4.17.5', 'pv-domu')).toEqual([
      'not-a-kernel',
      'xc_dom_find_loader: no loader found',
    ]);
  });

  it('without its size is as long as its last four bytes say', async () => {
    const stream = xzStored(ELF);
    expect(await boot(stream, '4.17.5')).toBe(true);
    const other = withSizeTrailer(stream, 0xffff_0000);
    expect(await boot(other, '4.17.5')).toEqual([
      'too-large-for-memory',
      'Not enough memory to relocate the dom0 kernel image',
    ]);
  });
});

describe('a compressed bzImage', () => {
  const image = buildBzImage({ payload: gzipSync(ELF) });

  it('is no dom0 kernel', async () => {
    const file = withSizeTrailer(xzStored(image), image.length);
    expect(await boot(file, '4.17.5')).toEqual(['not-a-kernel', 'ELF: not an ELF binary']);
  });
});

/** Xen takes the image to be as long as is declared: what is behind its end is memory, too. */
describe('a dom0 kernel that is declared longer than it is', () => {
  const short = ELF.subarray(0, -8);
  const payload = (declared: number) =>
    buildBzImage({ payload: withSizeTrailer(xzStored(short), declared) });

  it('may refer to what is behind its end', async () => {
    expect(await boot(payload(short.length), '4.17.5')).toContain('cut-file');
    expect(await boot(payload(ELF.length), '4.17.5')).toBe(true);
  });
});
