import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleKernel } from '../../src/demo/sample.ts';
import { VERSION } from '../../src/version.ts';
import { buildTar } from '../support/archives.ts';
import { runCli } from '../support/cli.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { checkInShards } from '../support/shards.ts';
import { tempFiles } from '../support/temp-files.ts';

const GOOD = kernelWith(PV_NOTES);
const FILES = { 'in/a': GOOD, 'in/b': GOOD, 'in/c': sampleKernel() };
const XEN = ['--xen', '4.1,4.17', '--boot', 'pv-domu'];

/** The reports of shards of a small run, and the directory that they are of. */
async function shards(count: number, files: Record<string, Uint8Array | string> = FILES) {
  const root = tempFiles(files);
  return { root, reports: await checkInShards([join(root, 'in'), ...XEN], count) };
}

const errors = async (...argv: readonly string[]) => {
  const { code, stderr, stdout } = await runCli(['merge', ...argv]);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  return stderr;
};

/** Writes a report with something else in it. */
function change(path: string, work: (report: ReturnType<typeof JSON.parse>) => void): string {
  const report = JSON.parse(readFileSync(path, 'utf8'));
  work(report);
  const changed = join(dirname(path), 'changed.json');
  writeFileSync(changed, JSON.stringify(report));
  return changed;
}

describe('check --shard', () => {
  it('leaves the decision to merge', async () => {
    const { root, reports } = await shards(2);
    const argv = ['check', join(root, 'in'), ...XEN, '--shard', '1/2', '--format', 'json'];
    expect((await runCli(argv)).code).toBe(0);
    const failed = reports.map((path) => JSON.parse(readFileSync(path, 'utf8')).gate.passed);
    expect(failed).toContain(false);
    expect((await runCli(['merge', ...reports])).code).toBe(1);
  });

  it('says in text that it is one', async () => {
    const root = tempFiles({ 'in/a': GOOD });
    const headline = async (shard: string) => {
      const json = `json=${join(root, `${shard.replace('/', '-')}.json`)}`;
      const argv = ['check', join(root, 'in'), ...XEN, '--shard', shard, '--format', json];
      return (await runCli(argv)).stdout.split('\n')[0];
    };
    expect(await headline('1/2')).toBe('✓ shard 1/2 passes: all 2 boots of 1 kernel succeed');
    expect(await headline('2/2')).toBe('✓ shard 2/2 passes: it has no kernel');
  });

  it('has a result for a shard without a kernel', async () => {
    const { reports } = await shards(8, { 'in/a': GOOD });
    const report = JSON.parse(readFileSync(reports[7] ?? '', 'utf8'));
    expect(report).toMatchObject({
      shard: { parts: [8], count: 8, files: { count: 1 }, found: [] },
      gate: { passed: true, failed: 0 },
      kernels: [],
      problems: [],
    });
    expect((await runCli(['merge', ...reports])).code).toBe(0);
  });

  it.each([
    ['0/8', "--shard cannot be '0/8': the first number is from 1 to 8"],
    ['9/8', "--shard cannot be '9/8': the first number is from 1 to 8"],
    ['2', "--shard cannot be '2': write I/N, such as 2/8"],
    ['a/b', "--shard cannot be 'a/b': write I/N, such as 2/8"],
    ['1/100000', "--shard cannot be '1/100000': there are at most 256 shards"],
  ])('is not %s', async (shard, message) => {
    const result = await runCli(['check', '.', '--shard', shard, '--format', 'json']);
    expect(result).toEqual({ code: 2, stdout: '', stderr: `xen-boot-gate: ${message}\n` });
  });

  it('needs a report that can be merged', async () => {
    expect(await runCli(['check', '.', '--shard', '1/2'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'xen-boot-gate: --shard needs --format json=FILE: merge joins the JSON reports of all shards\n',
    });
  });
});

describe('merge', () => {
  it('takes files, patterns and directories', async () => {
    const { reports } = await shards(3);
    const directory = dirname(reports[0] ?? '');
    const whole = await runCli(['merge', ...reports, '--format', 'json']);
    expect(JSON.parse(whole.stdout).kernels).toHaveLength(3);
    for (const path of [directory, `${directory}/`, join(directory, '*.json')]) {
      expect(await runCli(['merge', path, '--format', 'json'])).toEqual(whole);
    }
    mkdirSync(join(directory, 'deep'));
    copyFileSync(reports[2] ?? '', join(directory, 'deep/three.json'));
    const some = [join(directory, 'deep'), `${directory}/shard-{1,2}.json`];
    expect(await runCli(['merge', ...some, '--format', 'json'])).toEqual(whole);
  });

  it('says which shards are missing, and does not pass', async () => {
    const { reports } = await shards(4, { 'in/a': GOOD });
    const { code, stdout, stderr } = await runCli(['merge', reports[0] ?? '', reports[2] ?? '']);
    expect(code).toBe(2);
    expect(stdout).toContain('2 of 4 shards fail');
    expect(stderr).toBe(
      [2, 4]
        .map((part) => `shard ${part}/4: its report is missing`)
        .map((line) => `xen-boot-gate: ${line}\n`)
        .join(''),
    );
  });

  it('does not pass for one shard of several', async () => {
    const { reports } = await shards(2, { 'in/a': GOOD });
    const { code, stderr } = await runCli(['merge', reports[0] ?? '']);
    expect(code).toBe(2);
    expect(stderr).toContain('shard 2/2: its report is missing');
  });

  it('passes for no shard without a kernel in any', async () => {
    const root = tempFiles({ 'in/readme': 'no kernel' });
    const reports = await checkInShards([join(root, 'in'), ...XEN], 3);
    expect(await errors(...reports)).toBe(
      `xen-boot-gate: there is no kernel in '${join(root, 'in')}'\n`,
    );
  });

  it('explains as the whole run why a package has no kernel', async () => {
    const root = tempFiles({
      'a.tar': buildTar([{ name: 'boot/vmlinuz', content: GOOD }]),
      'b.tar': buildTar([{ name: 'usr/lib/debug/boot/vmlinux-1', content: GOOD }]),
    });
    const argv = [join(root, 'a.tar'), join(root, 'b.tar'), ...XEN];
    const whole = await runCli(['check', ...argv, '--format', 'json']);
    expect(whole.stdout).toContain('has only a kernel for a debugger');
    for (const count of [1, 2, 3]) {
      const reports = await checkInShards(argv, count);
      for (const order of [reports, [...reports].reverse()]) {
        expect((await runCli(['merge', ...order, '--format', 'json'])).stdout).toBe(whole.stdout);
      }
    }
  });

  it('keeps fail-on as the shards had it', async () => {
    const root = tempFiles(FILES);
    const reports = await checkInShards([join(root, 'in'), ...XEN, '--fail-on', 'never'], 2);
    expect((await runCli(['merge', ...reports])).code).toBe(0);
  });

  it('takes the last day of shards on both sides of midnight', async () => {
    const root = tempFiles(FILES);
    const argv = [join(root, 'in'), ...XEN];
    const [first = ''] = await checkInShards(argv, 2, { today: '2026-11-22' });
    const [, second = ''] = await checkInShards(argv, 2, { today: '2026-11-23' });
    expect((await runCli(['merge', first, second])).code).toBe(1);
  });
});

describe('merge refuses', () => {
  it('no report at all', async () => {
    expect(await errors()).toBe(
      'xen-boot-gate: no REPORT given: name the JSON reports of all shards\n',
    );
    const root = tempFiles({ 'in/readme': '' });
    expect(await errors(root)).toBe(`xen-boot-gate: there is no report in '${root}'\n`);
    expect(await errors(join(root, 'lost.json'))).toBe(
      `xen-boot-gate: '${root}/lost.json': no such file or directory\n`,
    );
  });

  it('a shard that is there twice', async () => {
    const { reports } = await shards(3);
    const [first = '', second = ''] = reports;
    const copy = `${first}.copy.json`;
    copyFileSync(first, copy);
    expect(await errors(first, second, copy)).toBe(
      `xen-boot-gate: shard 1/3 is there twice: '${first}' and '${copy}'\n`,
    );
  });

  it.each<[string, readonly string[], string]>([
    [
      'other targets',
      ['--xen', '4.17', '--boot', 'pv-domu'],
      'have other targets: give every shard the same releases, boot paths, memory and limits',
    ],
    [
      'other memory',
      [...XEN, '--guest-memory', '64MiB'],
      'have other targets: give every shard the same releases, boot paths, memory and limits',
    ],
    [
      'another limit',
      [...XEN, '--max-dictionary', '1GiB'],
      'have other targets: give every shard the same releases, boot paths, memory and limits',
    ],
    [
      'another fail-on',
      [...XEN, '--fail-on', 'never'],
      'have another fail-on or warn-before-expiry: give every shard the same',
    ],
  ])('%s', async (_, options, message) => {
    const root = tempFiles(FILES);
    const [first = ''] = await checkInShards([join(root, 'in'), ...XEN], 2);
    const [, second = ''] = await checkInShards([join(root, 'in'), ...options], 2);
    expect(await errors(first, second)).toBe(
      `xen-boot-gate: '${first}' and '${second}' ${message}\n`,
    );
  });

  it('other policies, and waivers that hold in one shard only', async () => {
    const waiver = '{rule: unknown-codec, reason: r, owner: o, expires: 2026-11-22}';
    const root = tempFiles({ ...FILES, 'p.yml': `waivers: ${waiver}`, 'q.yml': 'fail-on: fails' });
    const argv = (policy: string) => [join(root, 'in'), ...XEN, '--policy', join(root, policy)];
    const [first = ''] = await checkInShards(argv('p.yml'), 2);
    const [, second = ''] = await checkInShards(argv('q.yml'), 2);
    const [, later = ''] = await checkInShards(argv('p.yml'), 2, { today: '2026-11-23' });
    for (const other of [second, later]) {
      expect(await errors(first, other)).toBe(
        `xen-boot-gate: '${first}' and '${other}' have other policies: give every shard the same\n`,
      );
    }
  });

  it('other baselines', async () => {
    const root = tempFiles({ ...FILES, 'p.yml': 'baseline: base', base: GOOD });
    const policy = join(root, 'p.yml');
    writeFileSync(policy, `baseline: ${join(root, 'base')}`);
    const argv = [join(root, 'in'), ...XEN, '--policy', policy];
    const [first = ''] = await checkInShards(argv, 2);
    writeFileSync(join(root, 'base'), sampleKernel());
    const [, second = ''] = await checkInShards(argv, 2);
    expect(await errors(first, second)).toContain(
      'have other baselines: give every shard the same',
    );
  });

  it('other files', async () => {
    const one = await shards(2);
    writeFileSync(join(one.root, 'in/d'), GOOD);
    const [, second = ''] = await checkInShards([join(one.root, 'in'), ...XEN], 2);
    expect(await errors(one.reports[0] ?? '', second)).toContain(
      'found other files: give every shard the same paths, and the same files at them',
    );
  });

  it('shards of another number', async () => {
    const { root, reports } = await shards(2);
    const [, second = ''] = await checkInShards([join(root, 'in'), ...XEN], 3);
    expect(await errors(reports[0] ?? '', second)).toContain(
      'are of runs with another number of shards',
    );
  });

  it('the report of another version', async () => {
    const { reports } = await shards(2);
    const other = change(reports[1] ?? '', ({ tool }) => {
      tool.version = '0.0.9';
    });
    expect(await errors(reports[0] ?? '', other)).toBe(
      `xen-boot-gate: '${other}' is of version '0.0.9', and this is ${VERSION}: use one version for all shards and the merge\n`,
    );
  });

  it('the report of a whole run', async () => {
    const root = tempFiles(FILES);
    const whole = join(root, 'whole.json');
    await runCli(['check', join(root, 'in'), ...XEN, '--format', 'json', '--output', whole]);
    expect(await errors(whole)).toBe(
      `xen-boot-gate: '${whole}' is the report of a whole run: to make one of a shard, check with --shard I/N\n`,
    );
  });

  it.each([
    ['no JSON', 'no JSON'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['another JSON', '{"schemaVersion": 1, "tool": {"name": "other", "version": "1.0.0"}}'],
    ['too deep', '['.repeat(1_000_000)],
  ])('%s', async (_, text) => {
    const path = join(tempFiles({ 'a.json': text }), 'a.json');
    expect(await errors(path)).toBe(
      `xen-boot-gate: '${path}' is not a JSON report of this program with schemaVersion 1\n`,
    );
  });

  it('what is not UTF-8', async () => {
    const path = join(tempFiles({ 'a.json': Uint8Array.of(0xff, 0xfe, 0xff) }), 'a.json');
    expect(await errors(path)).toBe(
      `xen-boot-gate: '${path}' cannot be read: is not valid UTF-8\n`,
    );
  });

  it('a report of a gigabyte, without reading it', async () => {
    const path = join(tempFiles({ 'a.json': '' }), 'a.json');
    truncateSync(path, 2 ** 30);
    expect(await errors(path)).toBe(
      `xen-boot-gate: '${path}' cannot be read: has 1073741824 bytes, more than the limit of 67108864\n`,
    );
  });

  it.each<[string, (report: ReturnType<typeof JSON.parse>) => void]>([
    ['has a shard that there is not', ({ shard }) => shard.parts.push(9)],
    ['has no settings', ({ shard }) => delete shard.settings],
    ['has a kernel twice', ({ kernels }) => kernels.push(kernels[0])],
    ['has a kernel of no file', ({ shard }) => shard.found.pop()],
    ['has a file beyond the last', ({ shard }) => shard.found.push({ file: 99, kernels: [] })],
    ['has a file twice', ({ shard }) => shard.found.push(shard.found[0])],
    [
      'counts problems that are not there',
      ({ shard }) => {
        shard.search.problems = 3;
      },
    ],
  ])('a report that %s', async (_, work) => {
    const { reports } = await shards(2);
    const other = change(reports[1] ?? '', work);
    expect(await errors(reports[0] ?? '', other)).toBe(
      `xen-boot-gate: '${other}' does not match its schema: it is damaged, or was changed\n`,
    );
  });

  it('a report without a file, and one with a file of another', async () => {
    const { reports } = await shards(2);
    const [first = '', second = ''] = reports;
    const fewer = change(second, ({ shard, kernels }) => {
      shard.found = [];
      kernels.length = 0;
    });
    expect(await errors(first, fewer)).toContain('files: one is damaged, or was changed');
    const { found } = JSON.parse(readFileSync(first, 'utf8')).shard;
    const more = change(second, ({ shard }) => {
      shard.found = [...found, ...shard.found].sort((a, b) => a.file - b.file);
    });
    expect(await errors(first, more)).toContain('have files in common');
  });

  it('a Xen that is not known', async () => {
    const { reports } = await shards(2);
    const other = change(reports[1] ?? '', ({ kernels }) => {
      kernels[0].verdicts[0].releases = ['every'];
    });
    expect(await errors(reports[0] ?? '', other)).toMatch(/does not match|not known: 'every'/);
  });

  it('to write over a report', async () => {
    const { reports } = await shards(2);
    expect(await errors(...reports, '--output', reports[1] ?? '')).toContain(
      'would overwrite an input file',
    );
  });
});
