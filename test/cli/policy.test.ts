import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleKernel } from '../../src/demo/sample.ts';
import { type CliOptions, runCli } from '../support/cli.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';
import { tempFiles } from '../support/temp-files.ts';

const good = kernelWith(PV_NOTES);
/** Fails on Xen 4.1, for a feature that this does not know. */
const bad = sampleKernel();

const CASE = (name: string) => new URL(`../cases/${name}.elf`, import.meta.url);

const OLD = 'targets: {required: {xen: "4.1, 4.2", boot: pv-domu}}\n';
const waiver = (expires = '2026-11-22') =>
  `waivers: [{rule: unknown-feature, reason: 4.1 is gone, owner: me, expires: ${expires}}]\n`;

/** Runs `check --policy p.yml …` beside these files. */
async function check(
  files: Record<string, Uint8Array | string>,
  argv: (root: string) => string[] = (root) => [join(root, 'kernel')],
  options: CliOptions = {},
) {
  const root = tempFiles(files);
  const result = await runCli(['check', '--policy', join(root, 'p.yml'), ...argv(root)], options);
  return { ...result, root };
}

describe('check --policy', () => {
  it('checks what the policy requires', async () => {
    const { code, stdout } = await check({ kernel: bad, 'p.yml': OLD });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ fails: 1 of 2 boots fails\n/);
    expect(stdout).toContain('  pv-domu   4.1.6.1 ✗   4.2.5 ✓   needs 32 MiB\n');
  });

  it('waives until the day after the last, and says whose waiver that was', async () => {
    const files = { kernel: bad, 'p.yml': OLD + waiver() };
    const held = await check(files);
    expect(held.code).toBe(0);
    expect(held.stdout).toMatch(/^✓ passes: 1 of 2 boots succeeds, 1 waived\n/);
    expect(held.stdout).toContain('  pv-domu   4.1.6.1 ✗ waived   4.2.5 ✓   needs 32 MiB\n');
    expect(held.stdout).toContain('  policy    waived until 2026-11-22, owner me: 4.1 is gone\n');
    const expired = await check(files, undefined, { today: '2026-11-23' });
    expect(expired.code).toBe(1);
    expect(expired.stdout.replace(/\s+/g, ' ')).toContain(
      'p.yml:2:11: the waiver of unknown-feature expired on 2026-11-22; owner: me',
    );
  });

  it('reports a waiver that expires soon, as early as the user asks', async () => {
    const files = { kernel: bad, 'p.yml': OLD + waiver('2026-12-22') };
    expect((await check(files)).stdout).not.toContain('expires');
    const argv = (root: string) => ['--warn-before-expiry', '30', join(root, 'kernel')];
    const { code, stdout } = await check(files, argv);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('expires in 30 days, on 2026-12-22; owner: me');
    const refused = await check(files, (root) => [
      '--warn-before-expiry',
      '2w',
      join(root, 'kernel'),
    ]);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      "xen-boot-gate: --warn-before-expiry cannot be '2w': write a number of days such as 14\n",
    ]);
  });

  it('takes no policy where none is asked for, and a file of that name by ./none', async () => {
    const root = tempFiles({ kernel: bad, none: 'targets: nonsense' });
    const run = (policy: string) =>
      runCli(['check', '--policy', policy, '--xen', '4.2', join(root, 'kernel')]);
    expect(await run('none')).toMatchObject({ code: 0, stderr: '' });
    expect((await run(join(root, 'none'))).code).toBe(2);
  });

  it('marks what may fail and what is ignored', async () => {
    const targets =
      'targets: {required: {xen: 4.17}, allowed-to-fail: {xen: 4.1}, ignored: {boot: pv-dom0}}';
    const { code, stdout } = await check({ kernel: bad, 'p.yml': targets });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^✓ passes: 1 of 2 boots succeeds, 1 allowed to fail, 2 ignored\n/);
    expect(stdout).toContain('  pv-dom0   4.1.6.1 ✗ ignored   4.17.7 ✓ ignored   needs 32 MiB\n');
    expect(stdout).toContain('  pv-domu   4.1.6.1 ✗ may fail   4.17.7 ✓   needs 32 MiB\n');
  });

  it.each([
    [['--xen', '4.2'], 0],
    [['--xen', '4.1'], 1],
    [['--fail-on', 'never'], 0],
    [['--boot', 'pv-dom0'], 1],
  ])('%j overrides the file', async (options, code) => {
    const argv = (root: string) => [...options, join(root, 'kernel')];
    expect((await check({ kernel: bad, 'p.yml': OLD }, argv)).code).toBe(code);
  });

  it('checks the kernels that the policy names where no PATH does', async () => {
    const root = tempFiles({ 'out/vmlinuz-6.1': good, 'out/other': 'none' });
    const names = `kernels: {amd64: '${join(root, 'out/vmlinuz-*')}'}`;
    const { stdout } = await check({ 'p.yml': names }, () => ['--format', 'json']);
    expect(JSON.parse(stdout).kernels).toMatchObject([
      { path: join(root, 'out/vmlinuz-6.1'), name: 'amd64' },
    ]);
  });

  it('asks for a kernel where neither names one', async () => {
    const { code, stderr } = await check({ 'p.yml': '' }, () => []);
    expect([code, stderr]).toEqual([
      2,
      'xen-boot-gate: no PATH given: name a file, a directory or a pattern\n',
    ]);
  });

  it('does not write its result over the policy', async () => {
    const argv = (root: string) => ['--output', join(root, 'p.yml'), join(root, 'kernel')];
    const { code, root } = await check({ kernel: good, 'p.yml': OLD }, argv);
    expect(code).toBe(2);
    expect(readFileSync(join(root, 'p.yml'), 'utf8')).toBe(OLD);
  });

  it('reports all mistakes, a line for each', async () => {
    const { code, stdout, stderr, root } = await check({
      kernel: good,
      'p.yml': 'kernel: x\nfail-on: x',
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `xen-boot-gate: ${root}/p.yml:1:1: unknown key 'kernel': did you mean kernels?\n` +
        `xen-boot-gate: ${root}/p.yml:2:10: unknown level 'x': did you mean fails?\n`,
    );
  });

  it('reports how many more mistakes there are than it reports', async () => {
    const keys = Array.from({ length: 60 }, (_, n) => `k${n}: x`).join('\n');
    const { stderr } = await check({ kernel: good, 'p.yml': keys });
    expect(stderr).toContain("p.yml:50:1: unknown key 'k49'");
    expect(stderr).toMatch(/^xen-boot-gate: and 10 more errors\n$/m);
  });

  it.each([
    ['missing', {}, 'no such file or directory'],
    ['large', { 'p.yml': '#'.repeat(65537) }, 'has 65537 bytes, more than the limit of 65536'],
    ['binary', { 'p.yml': new Uint8Array([0xff]) }, 'is not valid UTF-8'],
  ])('refuses a policy that is %s', async (_, files: Record<string, string | Uint8Array>, why) => {
    const { code, stderr, root } = await check(files);
    expect(code).toBe(2);
    expect(stderr).toBe(`xen-boot-gate: the policy '${root}/p.yml' cannot be used: ${why}\n`);
  });
});

describe('a baseline', () => {
  async function against(before: Uint8Array | string, kernel: Uint8Array = bad) {
    const root = tempFiles({ before, kernel, 'p.yml': '' });
    const policy = `${OLD}baseline: '${join(root, 'before')}'`;
    return { ...(await check({ kernel, 'p.yml': policy })), root };
  }

  /** The JSON report of the kernel that fails. */
  async function reportOfBad() {
    const argv = (root: string) => ['--format', 'json', join(root, 'kernel')];
    return (await check({ kernel: bad, 'p.yml': OLD }, argv)).stdout;
  }

  it('that is a report lets what it has warn', async () => {
    const { code, stdout } = await against(await reportOfBad());
    expect(code).toBe(0);
    expect(stdout).toMatch(/^✓ passes: 1 of 2 boots succeeds, 1 known from the baseline\n/);
    expect(stdout).toContain('4.1.6.1 ✗ known');
  });

  it('may have a byte order mark', async () => {
    expect(await against(`\ufeff${await reportOfBad()}`)).toMatchObject({ code: 0, stderr: '' });
  });

  it('that is no UTF-8 is said to be that', async () => {
    const { code, stderr } = await against(Buffer.from('\ufeff{}', 'utf16le'));
    expect([code, stderr]).toEqual([2, expect.stringMatching(/before: is not valid UTF-8\n$/)]);
  });

  it('that only looks like a report is said to do so', async () => {
    const report = { ...JSON.parse(await reportOfBad()), mood: 'good' };
    const { code, stderr } = await against(JSON.stringify(report));
    expect(code).toBe(2);
    expect(stderr).toContain(
      'before: cannot be the baseline: it is a report with schemaVersion 1 that does not match its schema; regen',
    );
  });

  it('of an older version, without evidence, is to be regenerated', async () => {
    const report = (await reportOfBad()).replace(/"evidence": \{[^}]*\},/g, '');
    const { code, stderr } = await against(report);
    expect(code).toBe(2);
    expect(stderr).toContain('regenerate it with this version of the program');
  });

  it('does not know a feature of another name', async () => {
    const [then, now] = ['old-name', 'new-name'].map((name) => readFileSync(CASE(name)));
    expect((await against(then ?? '', then)).code).toBe(0);
    const { code, stdout } = await against(then ?? '', now);
    expect(code).toBe(1);
    expect(stdout).toContain('4.1.6.1 ✗ ');
  });

  it('that is a kernel is checked on the same targets', async () => {
    expect((await against(bad)).code).toBe(0);
    expect((await against(good)).code).toBe(1);
  });

  it.each([
    [
      'another report',
      '{"schemaVersion": 2}',
      'not a JSON report of this program with schemaVersion 1',
    ],
    [
      'half a report',
      '{"schemaVersion": 1,',
      'not a JSON report of this program with schemaVersion 1',
    ],
    [
      'lists in lists without end',
      `{"schemaVersion":1,"a":"\\"[","kernels":${'['.repeat(100)}${']'.repeat(100)}}`,
      'not a JSON report of this program with schemaVersion 1',
    ],
    ['a text', 'hello', 'neither a JSON report nor a kernel'],
  ])('that is %s keeps the gate from passing', async (_, before, why) => {
    const { code, stderr } = await against(before, good);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      new RegExp(`^xen-boot-gate: .*/before: cannot be the baseline: it is ${why}\n$`),
    );
  });

  it('that is a kernel is none of those to check, though it may have their name', async () => {
    const root = tempFiles({ 'out/vmlinuz-2': bad, 'out/other': good, 'old/vmlinuz-1': bad });
    const policy = `${OLD}kernels:
  all: '${root}/*/other'
  amd64: ['${root}/out/vmlinuz-*', '${root}/old/vmlinuz-1']
baseline: '${root}/old/../old/vmlinuz-1'`;
    const { code, stdout } = await check({ 'p.yml': policy }, () => []);
    expect(stdout).toMatch(/^✓ passes: 3 of 4 boots succeed, 1 known from the baseline\n/);
    expect(stdout).not.toContain('vmlinuz-1');
    expect(code).toBe(0);
    const walked = await check({ 'p.yml': policy }, () => [root]);
    const beforeNotices = (text: string) => text.split('! policy')[0];
    expect(beforeNotices(walked.stdout)).toBe(beforeNotices(stdout));
    const named = await check({ 'p.yml': policy }, () => [join(root, 'old/vmlinuz-1')]);
    expect(named.stdout).toContain('old/vmlinuz-1');
  });

  describe('whose kernel claims a boot path', () => {
    const all = kernelWith([...PV_NOTES, PVH_NOTE]);
    const policy = (targets: string, rest = '') =>
      `targets: {required: {xen: 4.17${targets}}}\n${rest}`;
    const lost = (text: string) => text.match(/^ {2}\S+-dom\S+ .*$/gm);

    async function compare(then: Uint8Array | string, now: Uint8Array, text = policy('')) {
      const root = tempFiles({ before: then, kernel: now });
      const files = { kernel: now, 'p.yml': `${text}baseline: '${join(root, 'before')}'` };
      return check(files);
    }

    it('fails where the kernel no longer does', async () => {
      const { code, stdout } = await compare(all, good);
      expect(code).toBe(1);
      expect(lost(stdout)).toEqual([
        '  pv-dom0   4.17.7 ✓   needs 32 MiB',
        '  pvh-dom0  4.17.7 ✗',
        '  pv-domu   4.17.7 ✓   needs 20 MiB',
        '  pvh-domu  4.17.7 ✗',
      ]);
      expect(stdout).toContain('  not claimed: pvh-dom0, pvh-domu\n');
      expect(stdout.match(/^✗ .*$/gm)?.slice(1)).toEqual(['✗ boot-path-lost', '✗ boot-path-lost']);
      expect(stdout.replace(/\s+/g, ' ')).toContain(
        'The same kernel in the baseline claims pvh-domu, and this one does not: it has no PHYS32_ENTRY note.',
      );
      expect(stdout).toContain('Unable to find XEN_ELFNOTE_PHYS32_ENTRY address');
    });

    it('fails by what a JSON report says, too', async () => {
      const argv = (root: string) => ['--format', 'json', join(root, 'kernel')];
      const { stdout: report } = await check({ kernel: all, 'p.yml': policy('') }, argv);
      expect(JSON.parse(report).kernels[0].claims).toHaveLength(4);
      const { code, stdout } = await compare(report, good);
      expect([code, stdout]).toEqual([1, expect.stringContaining('✗ boot-path-lost')]);
    });

    it('passes where it claims more than before, or the same', async () => {
      expect((await compare(good, all)).code).toBe(0);
      expect((await compare(all, all)).code).toBe(0);
    });

    it('may be waived by one waiver, and be narrowed to a path', async () => {
      const waiver = (boot: string) =>
        `waivers: [{rule: boot-path-lost, targets: {boot: '${boot}'}, reason: r, owner: o, expires: 2026-11-22}]\n`;
      const every = await compare(
        all,
        good,
        policy('', waiver('pvh-dom0').replace(/'pvh.*?'/, '[pvh-dom0, pvh-domu]')),
      );
      expect([every.code, every.stdout]).toEqual([0, expect.stringContaining('2 waived')]);
      expect((await compare(all, good, policy('', waiver('pvh-dom0')))).code).toBe(1);
    });

    it('is compared on the paths that are named, and on no other', async () => {
      expect((await compare(all, good, policy(', boot: pv-domu'))).code).toBe(0);
      const { code, stdout } = await compare(all, good, policy(', boot: pvh-domu'));
      expect(code).toBe(1);
      expect(stdout.match(/^✗ .*$/gm)?.slice(1)).toEqual(['✗ no-phys32-entry', '✗ boot-path-lost']);
    });

    it('says nothing of releases without the path, or of a kernel that cannot be read', async () => {
      const old = await compare(all, good, policy('').replace('4.17', '4.2'));
      expect([old.code, old.stdout]).toEqual([0, expect.not.stringContaining('boot-path-lost')]);
      const { stdout } = await compare(all, good.subarray(0, 100));
      expect(stdout).not.toContain('boot-path-lost');
      expect(stdout).not.toContain('not claimed');
    });
  });

  it('that is missing keeps it from passing, too', async () => {
    const { code, stderr } = await check({ kernel: good, 'p.yml': `${OLD}baseline: /no/where` });
    expect([code, stderr]).toEqual([2, 'xen-boot-gate: /no/where: no such file or directory\n']);
  });
});

it.each(HOSTILE_TEXTS)('a policy that says %j gets nowhere', async (text) => {
  const word = JSON.stringify(text.replaceAll(/\p{Cs}/gu, '?'));
  const refused = await check({
    kernel: bad,
    'p.yml': `{${word}: 1, baseline: [], fail-on: ${word}}`,
  });
  const policy = `${OLD}waivers:
  - {rule: unknown-feature, reason: ${word}, owner: ${word}, expires: 2026-11-22}
  - {rule: unknown-feature, reason: ${word}, owner: ${word}, expires: 2026-11-21}
`;
  const waived = await check({ kernel: bad, 'p.yml': policy });
  expect([refused.code, waived.code]).toEqual([2, 0]);
  for (const line of `${refused.stderr}${waived.stdout}`.split('\n')) {
    expect(line).toMatch(/^\P{C}*$/u);
    expect(line).not.toMatch(/^\s*::|##\[/);
  }
});
