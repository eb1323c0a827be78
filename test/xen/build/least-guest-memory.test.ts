import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { attempt } from '../../../src/xen/build/failure.ts';
import { leastGuestMemory } from '../../../src/xen/build/least-guest-memory.ts';
import { buildPvGuest, type PvKernel } from '../../../src/xen/build/pv-guest.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { DEFAULT_MACHINE } from '../../../src/xen/machine.ts';
import { build as buildOf, builds } from '../../support/builds.ts';

const MIB = 2 ** 20;
const PAGES = 256n;

/** What `xl create` of Xen 4.17 did with real kernels, one MiB below these and at them. */
describe('the least memory of a guest', () => {
  it.each<[string, XenPath, string, number]>([
    ['vmlinuz-6.1.0-50-cloud-amd64.img', 'pv-domu', '4.4.0', 64],
    ['vmlinuz-6.1.0-50-cloud-amd64.img', 'pv-domu', '4.17.7', 65],
    ['vmlinuz-6.1.0-50-cloud-amd64.img', 'pvh-domu', '4.17.7', 63],
    ['vmlinuz-6.12.94+deb13-amd64.gzip.img', 'pv-domu', '4.6.6', 68],
    ['vmlinuz-6.12.94+deb13-amd64.gzip.img', 'pv-domu', '4.17.7', 69],
    ['vmlinuz-6.12.94+deb13-amd64.gzip.img', 'pvh-domu', '4.17.7', 67],
  ])('of %s on %s of %s is %i MiB', async (file, boot, version, least) => {
    const kernel = await openKernel(bytesSource(readFileSync(`test/kernels/${file}`)));
    const releases = builds(version);
    for (const memory of [least - 1, least]) {
      const machine = { ...DEFAULT_MACHINE, guestMemory: memory * MIB };
      const [verdict] = await kernel.examine(() => checkKernel(kernel, boot, releases, machine));
      expect([verdict?.needsMemory, verdict?.loads]).toEqual([least * MIB, memory === least]);
    }
  });
});

const page = (max: number) => fc.integer({ min: 0, max }).map((n) => BigInt(n) * 4096n);

/** Kernels of up to 96 MiB, which start up to 32 MiB above VIRT_BASE. */
const kernels: fc.Arbitrary<PvKernel> = fc
  .record({
    type: fc.constantFrom('xen-3.0-x86_64' as const, 'xen-3.0-x86_32p' as const),
    base: page(2 ** 18),
    gap: page(2 ** 13),
    size: fc.integer({ min: 1, max: 96 * MIB }).map(BigInt),
    initP2m: fc.option(page(2 ** 20)),
    hypercall: fc.option(page(2 ** 15)),
  })
  .map(({ base, gap, size, hypercall, ...rest }) => ({
    ...rest,
    base: base + 0xc000_0000n,
    start: base + 0xc000_0000n + gap,
    end: base + 0xc000_0000n + gap + size,
    hypercallPage: hypercall && base + 0xc000_0000n + hypercall,
    autoTranslated: false,
    fault: null,
  }));

it('is the first size at which a guest is built, of any kernel and release', () => {
  const versions = fc.constantFrom('4.0.4', '4.1.6', '4.2.5', '4.6.6', '4.8.5', '4.22.0');
  fc.assert(
    fc.property(kernels, versions, (kernel, version) => {
      const { has } = buildOf(version);
      const build = (pages: bigint) => attempt(() => buildPvGuest(kernel, pages, has));
      const least = leastGuestMemory(build, 1024n * PAGES);
      const builds = (mebibytes: number) => 'layout' in build(BigInt(mebibytes) * PAGES);
      let first = 1;
      while (first <= 256 && !builds(first)) first++;
      expect(least).toBe(first > 256 ? null : first * MIB);
    }),
    { numRuns: 150 },
  );
});
