import { describe, expect, inject, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import type { XenBuild } from '../../src/programs/xen/xen-build.ts';
import { checkKernel, type Verdict } from '../../src/xen/check-kernel.ts';
import { DEFAULT_MACHINE } from '../../src/xen/machine.ts';
import { EVERY_BUILD } from '../support/builds.ts';
import { bootXen, DOM0_MEMORY, type Dom0Path, readXen } from './boot.ts';
import { IMAGES } from './images.ts';
import { type Outcome, outcomeOf, releaseOf } from './serial.ts';

const xen = readXen(inject('xen'));
const MACHINE = { ...DEFAULT_MACHINE, dom0Memory: DOM0_MEMORY * 2 ** 20 };

/** Every way in which it ended: a comparison in which all end alike shows nothing. */
const seen = new Set<string>();

describe.each(['pv-dom0', 'pvh-dom0'] as const)('Xen does what we say, %s', (boot) => {
  it.each(Object.entries(IMAGES))('with a kernel %s', async (_, image) => {
    const serial = await bootXen(xen, image, boot);
    const expected = await foretell(image, boot, serial);

    expect(outcomeOf(serial), serial).toBe(expected.outcome);
    for (const line of expected.lines) expect(serial).toContain(line);
    seen.add(`${boot} ${expected.outcome}`);
  });
});

it('saw both outcomes on both paths', () => {
  expect([...seen].sort()).toEqual([
    'pv-dom0 accepted',
    'pv-dom0 refused',
    'pvh-dom0 accepted',
    'pvh-dom0 refused',
  ]);
});

interface Foretold {
  readonly outcome: Outcome;
  /** What Xen prints on its way there. */
  readonly lines: readonly string[];
}

async function foretell(image: Uint8Array, boot: Dom0Path, serial: string): Promise<Foretold> {
  const kernel = await openKernel(bytesSource(image));
  const release = releaseThatRan(serial);
  const [verdict] = await kernel.examine(() => checkKernel(kernel, boot, [release], MACHINE));
  if (!verdict) throw new Error(`There is no verdict for Xen ${release.id}.`);
  // What happens to a kernel that was loaded is not waited for.
  if (verdict.loads) return { outcome: 'accepted', lines: [] };
  return { outcome: 'refused', lines: linesOf(verdict) };
}

function releaseThatRan(serial: string): XenBuild {
  const version = releaseOf(serial);
  const release = EVERY_BUILD.find((known) => known.id === version);
  if (!release) throw new Error(`Xen ${version} is no release that we know.`);
  return release;
}

function linesOf({ refusals }: Verdict): string[] {
  return refusals.flatMap(({ xenSays }) => xenSays?.split('\n') ?? []);
}
