import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { checkWay } from '../../src/gate/check-way.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { parseBootList } from '../../src/programs/boot-list.ts';
import type { BootWay } from '../../src/programs/boot-way.ts';
import { DEFAULT_MACHINE } from '../../src/xen/machine.ts';
import { build } from '../support/builds.ts';
import { buildBzImage, withSizeTrailer, xzStored, zstdStored } from '../support/bzimage-builder.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';

const ELF = kernelWith([...PV_NOTES, PVH_NOTE]);
const KERNELS = [gzipSync(ELF), xzStored(ELF), zstdStored(ELF)].map((stream) =>
  buildBzImage({ payload: withSizeTrailer(stream, ELF.length) }),
);
const WAYS = parseBootList(['pvgrub-domu@all', 'pvhgrub-domu@all']) as readonly BootWay[];
const XEN = [build('4.17.7')];

/** Some bytes of a kernel, each at a part of its length, and what is in their place. */
const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
  minLength: 1,
  maxLength: 6,
});

test('every GRUB answers for a kernel with whatever damage', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...KERNELS),
      damage,
      fc.boolean(),
      async (whole, bytes, cut) => {
        const file = Buffer.from(whole);
        for (const [part, byte] of bytes) file[Math.floor(part * (file.length - 1))] = byte;
        const [part = 0] = bytes[0] ?? [];
        const source = bytesSource(cut ? file.subarray(0, Math.floor(part * file.length)) : file);
        const kernel = await openKernel(source);
        const verdicts = await kernel.examine(() =>
          WAYS.flatMap((way) => checkWay(kernel, way, XEN, DEFAULT_MACHINE)),
        );
        expect(verdicts).toHaveLength(11);
        for (const { loads, refusals } of verdicts) expect(loads || refusals.length > 0).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
