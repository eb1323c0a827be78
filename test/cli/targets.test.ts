import { describe, expect, it } from 'vitest';
import { GRUB_FACTS } from '../../src/programs/grub/facts.ts';
import { GRUB_RELEASES } from '../../src/programs/grub/releases.ts';
import { DIFFERENCE_NAMES } from '../../src/programs/xen/difference-names.ts';
import { runCli } from '../support/cli.ts';

describe('targets', () => {
  it('shows each series with its support', async () => {
    const { code, stdout } = await runCli(['targets']);
    expect(code).toBe(0);
    const rows = stdout.split('\n').map((line) => line.split(/ {2,}/));
    const row = (minor: string) => rows.find(([first]) => first === minor)?.slice(1);
    expect(row('4.9')).toEqual(['4.9.4', '2019-02-14', '-', '-']);
    expect(row('4.17')).toEqual(['4.17.7', '2026-07-29', 'ended 2024-06-12', '2027-12-12']);
    expect(stdout).toContain('4.14..4.20 >=4.17 <=4.3');
  });

  it('shows each boot path and since when users have it', async () => {
    const { stdout } = await runCli(['targets']);
    expect(stdout).toContain(`
boot path     loaded by       runs as  type  machine  since
pv-dom0       the hypervisor  dom0     PV    x86      4.0.0
pvh-dom0      the hypervisor  dom0     PVH   x86      4.11.0
pv-domu       the toolstack   guest    PV    x86      4.0.0
pvh-domu      the toolstack   guest    PVH   x86      4.10.0
pygrub-domu   the toolstack   guest    PV    x86      4.0.0
pvgrub-domu   GRUB            guest    PV    x86      4.0.0
pvhgrub-domu  GRUB            guest    PVH   x86      4.10.0, GRUB 2.04
`);
  });

  it('shows a boot path in full', async () => {
    const { code, stdout } = await runCli(['targets', 'pvhgrub-domu']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^pvhgrub-domu\n {2}loaded by {3}GRUB\n {2}runs as {5}guest, PVH\n/);
    expect(stdout).toContain('  since       Xen 4.10.0, GRUB 2.04\n');
    expect(stdout).toContain('  GRUB        2.04, 2.06, 2.12, 2.14\n');
    expect((await runCli(['targets', 'pygrub-domu'])).stdout).toContain(
      'so the answer is that of pv-domu\n',
    );
    const { stdout: own } = await runCli(['targets', 'pv-dom0']);
    expect(own).toContain('where a kernel claims it');
    expect(own).not.toContain('GRUB');
  });

  it('shows a release of GRUB with what changed in it', async () => {
    const { stdout } = await runCli(['targets', 'pvgrub-domu@2.02~beta3']);
    expect(stdout).toMatch(/^GRUB 2\.02-beta3\n {2}released {4}2016-03-02\n/);
    expect(stdout).toContain('relocator-survives-wrapped-size\n');
    const { stdout: all } = await runCli(['targets', 'grub']);
    expect(all.match(/^GRUB .*/gm)).toEqual(GRUB_RELEASES.map(({ version }) => `GRUB ${version}`));
    for (const [id, { commit }] of Object.entries(GRUB_FACTS)) {
      expect(all.split(`    ${id}\n`)).toHaveLength(2);
      expect(all).toContain(`(${commit.slice(0, 12)})`);
    }
    expect((await runCli(['targets', 'pvgrub-domu@all'])).stdout).toBe(all);
    for (const name of ['2.02~beta3', 'grub@2.02-beta3']) {
      expect((await runCli(['targets', name])).stdout).toBe(stdout);
    }
    expect((await runCli(['targets'])).stdout).toContain('\nGRUB        date\n');
  });

  it.each([80, 100])('fits %d columns', async (columns) => {
    const { stdout } = await runCli(['targets'], { columns });
    const longest = Math.max(...stdout.split('\n').map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(columns);
  });

  it.each([
    ['Build options of the toolstack, for domU', 'domu-zstd', '4.15.0', 'the toolstack decomp'],
    ['Build options of the hypervisor, for dom0 and domU', 'pv32', '4.0.0', 'a 64-bit hyper'],
    ['Behaviours of the toolstack, for domU', 'domu-gzip', '4.0.0', 'the toolstack decompr'],
    [
      'Behaviours of the note parser, for dom0 and domU',
      'dom0',
      '4.2.0',
      'the same as feature-dom0',
    ],
  ])('groups the differences: %s has %s', async (title, name, since, what) => {
    const { stdout } = await runCli(['targets']);
    const [, section = ''] = stdout.split(`\n${title}\n`);
    const lines = section.slice(0, section.indexOf('\n\n')).split('\n');
    const row = lines.find((line) => line.startsWith(`${name} `))?.split(/ {2,}/);
    expect(row).toEqual([name, since, expect.stringContaining(what)]);
  });

  it('shows the differences that can be asked for, each once, and no others', async () => {
    const { stdout } = await runCli(['targets']);
    const sections = stdout.split(/\nname +since +what it is\n/).slice(1);
    const names = sections.flatMap((section) =>
      (section.split('\n\n')[0] ?? '').split('\n').flatMap((line) => /^\S+/.exec(line) ?? []),
    );
    expect(names).toHaveLength(DIFFERENCE_NAMES.size);
    expect(names.sort()).toEqual([...DIFFERENCE_NAMES.keys()].sort());
    for (const name of names) {
      const { code, stderr } = await runCli(['targets', '--xen', `every+no-${name}`]);
      expect([code, stderr], name).toEqual([0, '']);
    }
  });

  it('shows a difference in full', async () => {
    const { code, stdout } = await runCli(['targets', 'no-domu-xz']);
    expect(code).toBe(0);
    expect(stdout).toBe(`\
domu-xz
  what        the toolstack decompresses xz, where it was built with liblzma
  kind        build option of the toolstack, for domU
  since       4.2.0, 4afea3d65321c40bb8afec833c860f92176bfb42
  backport    4.1.5, 5e73e3548ce70e433a03843ac4fc21a49277baad
  use         +domu-xz, +no-domu-xz
`);
    const option = await runCli(['targets', 'pv32']);
    expect(option.stdout).toMatch(/ off by default\n {2}since {7}4\.16\.0, [0-9a-f]{40}\n/);
    const feature = await runCli(['targets', 'hvm_callback_vector']);
    expect(feature.stdout).toContain('+hvm_callback_vector, +no-hvm_callback_vector');
  });

  it('shows that a wording is no difference', async () => {
    const { code, stdout } = await runCli(['targets', 'domu-spells-unknown']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ kind {8}wording of the toolstack/);
    expect(stdout).toMatch(/ use {9}none: no kernel boots or fails by it/);
  });

  it('shows a release in full', async () => {
    const { code, stdout } = await runCli(['targets', '4.14.3+no-domu-lzo']);
    expect(code).toBe(0);
    expect(stdout).toBe(`\
Xen 4.14.3+no-domu-lzo
  released    2021-09-10
  support     bug fixes ended 2022-01-24, security fixes ended 2023-07-24
  boot paths  pv-dom0, pvh-dom0, pv-domu, pvh-domu, pygrub-domu, pvgrub-domu,
              pvhgrub-domu
  differs     no-domu-lzo: without: the toolstack decompresses lzo, where it was
              built with liblzo2
  Changes that this release is the first of its series to have:
    pv32
      off by default (c6ee6d4ec3c8)
`);
    const { stdout: old } = await runCli(['targets', '4.1.5']);
    expect(old).toContain('  support     upstream states no days\n');
    expect(old).toContain('    domu-xz\n      the toolstack decompresses xz');
    expect((await runCli(['targets', '4.17.7'])).stdout).toContain('No change is known');
    expect((await runCli(['targets', '4.17.x'])).stdout.match(/^Xen 4\.17\.\d$/gm)).toHaveLength(8);
  });

  it.each([
    [['domu-zstdd'], "unknown name 'domu-zstdd': did you mean domu-zstd?"],
    [['pvgrub-dom'], "unknown name 'pvgrub-dom': did you mean pvgrub-domu?"],
    [['pvgrub-domu@2.07'], "unknown release of GRUB '2.07': did you mean 2.06?"],
    [['4.17.9'], "unknown release '4.17.9': did you mean 4.17.7?"],
    [['4.17', '4.18'], 'targets takes one name at a time'],
    [['4.17', '--xen', '4.18'], 'targets takes a name or --xen, not both'],
  ])('%j is answered in one sentence', async (args, answer) => {
    const { code, stderr } = await runCli(['targets', ...args]);
    expect([code, stderr]).toEqual([2, `xen-boot-gate: ${answer}\n`]);
  });

  it('shows what a list stands for', async () => {
    const { stdout } = await runCli(['targets', '--xen', '4.1,>=4.22']);
    expect(stdout).toBe('release  date\n4.1.6.1  2013-09-10\n4.22.0   2026-07-29\n');
  });
});
