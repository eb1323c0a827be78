import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { circumstancesOf } from '../../src/gate/circumstances.ts';
import { openKernel } from '../../src/kernel/open.ts';
import type { XenPath } from '../../src/programs/boot-path.ts';
import { checkKernel, type Verdict } from '../../src/xen/check-kernel.ts';
import { refusalAt } from '../../src/xen/refusal.ts';
import { builds } from '../support/builds.ts';
import { slimmedKernel } from '../support/slimmed-kernels.ts';
import { XZ_128 } from '../support/step-results.ts';

const LZO = slimmedKernel('vmlinuz-6.12.94+deb13-amd64.lzo.img');

async function check(image: Uint8Array, xen: string, boot: XenPath = 'pv-domu') {
  const kernel = await openKernel(bytesSource(image));
  return kernel.examine(() => checkKernel(kernel, boot, builds(xen)));
}

/** What is asked of a vendor for the first finding. */
function requestIn(verdicts: readonly Verdict[]): string | null | undefined {
  const [refusal] = verdicts.flatMap(({ refusals }) => refusals);
  return refusal && circumstancesOf(verdicts, 'linux').request(refusal);
}

describe('what a vendor can do', () => {
  it.each([
    ['debian-12', 'ask Debian to build its toolstack with liblzo2'],
    ['debian-12,debian-13', 'ask Debian to build its toolstack with liblzo2'],
    // Of another family, of an upstream release, and one that has ended.
    ['debian-12,qubes-4.3', null],
    ['debian-12,4.0', null],
    ['4.0', null],
  ])('for a kernel in lzo on %s', async (xen, request) => {
    expect(requestIn(await check(LZO, xen))).toBe(request);
  });

  it.each([
    ['xcp-ng-8.3', 'ask XCP-ng to backport e6472d46680c (liblzma may take 256 MiB)'],
    ['xcp-ng-8.3,ubuntu-24.04', null],
    ['xcp-ng-8.3,4.17', null],
    ['debian-11', null],
  ])('for a large dictionary on %s', async (xen, request) => {
    expect(requestIn(await check(XZ_128, xen))).toBe(request);
  });

  it('is nothing for a finding that no boot has', async () => {
    const { request, boots } = circumstancesOf(await check(LZO, 'debian-12'), 'linux');
    const other = refusalAt('notes', 'no-boot-path', {}, null);
    expect([request(other), boots(other)]).toEqual([null, []]);
  });
});

it('a finding has each boot of all verdicts once', async () => {
  const xen = '4.13,4.14';
  const verdicts = [...(await check(XZ_128, xen)), ...(await check(XZ_128, xen, 'pvh-domu'))];
  const [refusal] = verdicts.flatMap(({ refusals }) => refusals);
  if (!refusal) throw new Error('it boots');
  const { system, boots } = circumstancesOf(
    verdicts.map((one) => ({ ...one, refusals: [...one.refusals, ...one.refusals] })),
    'linux',
  );
  expect(system).toBe('linux');
  expect(boots(refusal).map(({ path }) => path)).toEqual([
    ...['pv-domu', 'pv-domu', 'pvh-domu', 'pvh-domu'],
  ]);
});
