import { expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { Has } from '../../../src/programs/xen/facts/facts.ts';
import { firmwareImage, pvhKernel, pvKernel } from '../../../src/xen/build/elf-kernel.ts';
import { buildPvGuest } from '../../../src/xen/build/pv-guest.ts';
import { buildPvhGuest } from '../../../src/xen/build/pvh-guest.ts';
import { evaluateBuilds } from '../../../src/xen/distinct.ts';
import { initialise } from '../../../src/xen/libelf/init.ts';
import { parseXenElf } from '../../../src/xen/libelf/parse.ts';
import { binKernel, findBinImage } from '../../../src/xen/loaders/bin-image.ts';
import type { GuestType } from '../../../src/xen/loaders/guest-type.ts';
import { EVERY_BUILD } from '../../support/builds.ts';
import { readVectors, releasesIn } from '../../support/vectors.ts';

/** Frames, as the toolstack placed them. */
interface Recorded {
  readonly boot: 'pv-domu' | 'pvh-domu';
  readonly memory: readonly number[];
  readonly releases: readonly string[];
  readonly undefined?: true;
  readonly guestType?: GuestType;
  readonly loader?: string;
  readonly layout?: Readonly<Record<string, number | readonly number[] | null>>;
}

const MIB_PAGES = 256n;

it('places the kernel and all else where the toolstack placed it', async () => {
  const wrong: unknown[] = [];
  let compared = 0;
  for (const { id, image, results } of readVectors<Recorded>('domu-build')) {
    const kernel = await openKernel(bytesSource(image));
    for (const recorded of results) {
      if (!recorded.layout || recorded.undefined) continue;
      const versions = releasesIn(recorded.releases);
      const releases = EVERY_BUILD.filter(({ id }) => versions.includes(id));
      for (const memory of recorded.memory) {
        const outcomes = await kernel.examine(() =>
          evaluateBuilds(releases, (has) => place(kernel, recorded, BigInt(memory), has)),
        );
        for (const { result, builds: alike } of outcomes) {
          compared += alike.length;
          if (JSON.stringify(result) !== JSON.stringify(sorted(recorded.layout))) {
            wrong.push({ id, memory, from: alike[0]?.id, result, recorded });
          }
        }
      }
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(compared).toBeGreaterThan(40_000);
});

/** The frames that the recorder wrote down; of the list of pages it is the first one. */
function place(kernel: Kernel, recorded: Recorded, memory: bigint, has: Has) {
  const { boot, guestType, loader } = recorded;
  const total = memory * MIB_PAGES;
  const binImage = findBinImage(kernel.file);
  if (boot === 'pvh-domu') {
    const image =
      loader === 'HVM-generic' ? firmware(kernel, has) : pvhKernel(parsed(kernel, 'pvh', has));
    const layout = buildPvhGuest(image, total, has);
    return { kernel: layout.kernel.map(Number), startInfo: layout.startInfo.map(Number) };
  }
  const image = binImage
    ? binKernel(binImage, kernel.file)
    : pvKernel(parsed(kernel, 'pv', has), guestType ?? 'xen-3.0-x86_64', has);
  const layout = buildPvGuest(image, total, has);
  return {
    bootStack: Number(layout.bootStack),
    kernel: layout.kernel.map(Number),
    mapped: layout.mapped === null ? null : Number(layout.mapped),
    pageTables: layout.pageTables.map(Number),
    phys2mach: Number(layout.phys2mach[0]),
    startInfo: Number(layout.startInfo),
  };
}

function firmware({ elf }: Kernel, has: Has) {
  const init = elf && initialise(elf, has);
  if (!init || !('elf' in init)) throw new Error('firmware that was built is an ELF file');
  return firmwareImage(init.elf, parseXenElf(elf, 'pvh', has));
}

function parsed({ elf }: Kernel, container: 'pv' | 'pvh', has: Has) {
  const parse = elf && parseXenElf(elf, container, has);
  if (!parse || parse.refusal) throw new Error('a kernel that was built was parsed');
  return parse;
}

function sorted(layout: NonNullable<Recorded['layout']>) {
  return Object.fromEntries(Object.entries(layout).sort(([a], [b]) => (a < b ? -1 : 1)));
}
