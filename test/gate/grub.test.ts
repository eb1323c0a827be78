import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { isReport } from '../../src/contract/is-report.ts';
import { publishKernel } from '../../src/contract/published.ts';
import { checkSource } from '../../src/gate/kernel-report.ts';
import { NO_POLICY } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import { parseBootList } from '../../src/programs/boot-list.ts';
import { wayLabel } from '../../src/programs/boot-way.ts';
import { builds, CALENDAR, idsOf } from '../support/builds.ts';
import { report } from '../support/fixture-report.ts';

const of = (name: string) => readFileSync(`test/kernels/vmlinuz-${name}.img`);
const ZSTD = of('6.12.94+deb13-amd64');
const LZO = of('6.12.94+deb13-amd64.lzo');
/** A 32-bit kernel with PHYS32_ENTRY and no entry for PV. */
const PAE = of('5.10.0-32-686-pae');

async function check(file: Uint8Array, xen: string, ...boot: string[]) {
  const overrides = { builds: builds(xen), boot: parseBootList(boot) };
  return checkSource(bytesSource(file), 'vmlinuz', settle(NO_POLICY, overrides, CALENDAR));
}

/** `pvgrub-domu · GRUB 2.06 on 4.17.7 fails: grub-codec`, a line for each verdict. */
async function verdicts(...asked: Parameters<typeof check>): Promise<string[]> {
  return (await check(...asked)).verdicts.map((verdict) => {
    const { status, findings } = verdict;
    const place = `${wayLabel(verdict)} on ${idsOf(verdict.builds)} ${status}`;
    return [place, ...findings.map(({ rule, stage }) => `${rule} at ${stage}`)].join(': ');
  });
}

describe('a kernel behind GRUB', () => {
  it('is loaded as its release does, whatever the Xen', async () => {
    expect(await verdicts(ZSTD, '4.9,4.17', 'pvgrub-domu@2.06', 'pvgrub-domu@2.14')).toEqual([
      'pvgrub-domu · GRUB 2.06 on 4.9.4 4.17.7 fails: grub-codec at payload',
      'pvgrub-domu · GRUB 2.14 on 4.9.4 4.17.7 fails: grub-crashes-on-zstd at payload',
    ]);
    expect(await verdicts(LZO, '4.17', 'pvgrub-domu@2.02~beta3', 'pvgrub-domu@2.02')).toEqual([
      'pvgrub-domu · GRUB 2.02-beta3 on 4.17.7 boots',
      'pvgrub-domu · GRUB 2.02 on 4.17.7 fails: grub-codec at payload',
    ]);
  });

  it('meets the GRUB of each product', async () => {
    expect(await verdicts(LZO, 'debian-12,debian-13,4.17', 'pvgrub-domu')).toEqual([
      'pvgrub-domu · GRUB 2.06 on debian-12 fails: grub-codec at payload',
      'pvgrub-domu · GRUB 2.12 on debian-13 fails: grub-codec at payload',
      'pvgrub-domu · GRUB 2.14 on 4.17.7 fails: grub-codec at payload',
    ]);
  });

  it('starts on the Xen of the row', async () => {
    expect(await verdicts(PAE, '4.9,4.17', 'pvgrub-domu@2.06')).toEqual([
      'pvgrub-domu · GRUB 2.06 on 4.9.4 fails: entry-out-of-bounds at start',
      'pvgrub-domu · GRUB 2.06 on 4.17.7 fails: pv32-off at start',
    ]);
  });

  it('has no such boot path where GRUB or Xen has none', async () => {
    expect(await verdicts(ZSTD, '4.9,4.17', 'pvhgrub-domu@2.02', 'pvhgrub-domu@2.04')).toEqual([
      'pvhgrub-domu · GRUB 2.02 on 4.9.4 4.17.7 unsupported',
      'pvhgrub-domu · GRUB 2.04 on 4.9.4 unsupported',
      'pvhgrub-domu · GRUB 2.04 on 4.17.7 boots',
    ]);
  });

  it('is only asked for by name', async () => {
    const { claims, verdicts: all } = await check(ZSTD, '4.17');
    const paths = ['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu'];
    expect(claims).toEqual(paths);
    expect(all.map(({ boot }) => boot)).toEqual(paths);
  });

  it('has the answer of the toolstack after pygrub', async () => {
    const { verdicts: all } = await check(ZSTD, 'all', 'pygrub-domu', 'pv-domu');
    const on = (path: string) =>
      all.filter(({ boot }) => boot === path).map(({ boot: _, ...verdict }) => verdict);
    expect(on('pygrub-domu')).toEqual(on('pv-domu'));
    expect(on('pygrub-domu').length).toBeGreaterThan(1);
  });

  it('is a report of the schema', async () => {
    const kernel = await check(LZO, '4.9,debian-12', 'pvgrub-domu@all', 'pvhgrub-domu@all');
    const published = { ...report([]), kernels: [publishKernel(kernel)] };
    expect(isReport(JSON.parse(JSON.stringify(published)))).toBe(true);
  });
});
