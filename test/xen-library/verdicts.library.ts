import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import type { XenBuild } from '../../src/programs/xen/xen-build.ts';
import { checkKernel, type Verdict } from '../../src/xen/check-kernel.ts';
import { DEFAULT_MACHINE } from '../../src/xen/machine.ts';
import { build } from '../support/builds.ts';
import { differenceOf } from './compare.ts';
import { COLLECTIONS, type Image } from './images.ts';
import { ask, type Container, compileReader } from './reader.ts';

const MIB = 2 ** 20;
const PATHS = { pv: 'pv-domu', hvm: 'pvh-domu' } as const;
const CONTAINERS = Object.keys(PATHS) as Container[];

/** How Debian 12 builds the toolstack, as differences from the release. */
const DEBIAN = '+no-domu-bzip2+no-domu-lzo+domu-lzma-memory-256-mib';

const HVM_TYPES = 'hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64';
/**
 * What the hypervisor offers, and the sizes of guests in MiB. Without 32-bit PV the toolstack refuses
 * more, before the size matters.
 */
const HYPERVISORS = {
  '+pv32': { types: `xen-3.0-x86_64 xen-3.0-x86_32p ${HVM_TYPES}`, sizes: [64, 256, 1024, 4096] },
  '': { types: `xen-3.0-x86_64 ${HVM_TYPES}`, sizes: [4096] },
};

const directory = mkdtempSync(join(tmpdir(), 'xen-library-'));
let reader: string;
beforeAll(() => {
  reader = compileReader(directory);
});
afterAll(() => rmSync(directory, { recursive: true }));

/** Every way in which a guest ended: a comparison in which all end alike shows nothing. */
const seen = new Set<string>();

describe.each(Object.entries(HYPERVISORS))(
  'libxenguest with a Xen %s',
  (pv32, { types, sizes }) => {
    const release = debianBuild(pv32);

    it.each(Object.entries(COLLECTIONS))('does what we say, with %s', async (name, list) => {
      const images = list();
      const paths = save(images, join(directory, `${name.replaceAll('/', '-')}${pv32}`));
      const jobs = paths.flatMap((path) =>
        CONTAINERS.map((container) => ({ container, path, sizes })),
      );
      const answers = (await ask(reader, types, jobs)).values();
      const differences: unknown[] = [];
      for (const { id, bytes } of images) {
        for (const container of CONTAINERS) {
          const verdicts = await foretell(bytes, container, release, sizes);
          const found = (answers.next().value ?? []).flatMap((answer, index) => {
            seen.add(`${container} ${answer.outcome}`);
            const difference = differenceOf(answer, verdicts[index]);
            return difference ? [{ size: answer.size, ...difference }] : [];
          });
          // What differs for one size mostly differs for others as well.
          if (found[0]) differences.push({ id, container, ...found[0] });
        }
      }
      expect(differences).toEqual([]);
      expect(images.length).toBeGreaterThan(10);
    });
  },
);

it('saw all outcomes', () => {
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(['hvm loads', 'hvm refused', 'pv aborts', 'pv hangs', 'pv loads']),
  );
});

function debianBuild(pv32: string): XenBuild {
  return build(`${inject('library')}${DEBIAN}${pv32}`);
}

/** Writes images to files; their names may be anything. Returns the paths. */
function save(images: readonly Image[], place: string): string[] {
  mkdirSync(place);
  return images.map(({ bytes }, index) => {
    const path = join(place, `${index}`);
    writeFileSync(path, bytes);
    return path;
  });
}

/** Our verdicts, one for each size of the guest. */
async function foretell(
  image: Uint8Array,
  container: Container,
  release: XenBuild,
  sizes: readonly number[],
): Promise<Verdict[]> {
  const kernel = await openKernel(bytesSource(image));
  return kernel.examine(() =>
    sizes.flatMap((size) => {
      const machine = { ...DEFAULT_MACHINE, guestMemory: size * MIB };
      return checkKernel(kernel, PATHS[container], [release], machine);
    }),
  );
}
