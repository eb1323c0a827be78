import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleKernel } from '../../src/demo/sample.ts';
import { runCli } from '../support/cli.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { isSarif } from '../support/sarif-schema.ts';
import { tempFiles } from '../support/temp-files.ts';

const files = () => tempFiles({ good: kernelWith(PV_NOTES), bad: sampleKernel(), text: 'none' });

describe('check', () => {
  it('passes with 0', async () => {
    const { code, stdout, stderr } = await runCli(['check', join(files(), 'good')]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^✓ passes: all 12 boots of 1 kernel succeed\n/);
  });

  it('fails with 1 and says why', async () => {
    const path = join(files(), 'bad');
    const { code, stdout, stderr } = await runCli(['check', '--xen', 'every', path]);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^✗ fails: 26 of 268 boots fail\n/);
    expect(stdout).toContain('  pv-dom0   4.0–4.1 ✗   4.2–4.22 ✓   needs 32 MiB\n');
    expect(stdout).toContain('xen-boot-gate explain unknown-feature');
  });

  it('answers a missing file with 2, after the others were checked', async () => {
    const root = files();
    const argv = ['check', '--format', 'json', join(root, 'lost'), join(root, 'good')];
    const { code, stdout, stderr } = await runCli(argv);
    expect(code).toBe(2);
    expect(stderr).toBe(`xen-boot-gate: ${join(root, 'lost')}: no such file or directory\n`);
    expect(JSON.parse(stdout)).toMatchObject({
      gate: { passed: false, failed: 0 },
      kernels: [{ path: join(root, 'good') }],
      problems: [{ path: join(root, 'lost') }],
    });
  });

  it('answers with 2 where there is nothing to check', async () => {
    const root = tempFiles({ 'out/readme': 'no kernel' });
    const { code, stdout, stderr } = await runCli(['check', join(root, 'out')]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`xen-boot-gate: there is no kernel in '${join(root, 'out')}'\n`);
  });

  it('answers a directory without a kernel with 2, after the others were checked', async () => {
    const root = tempFiles({ 'a/kernel': kernelWith(PV_NOTES), 'b/readme': 'no kernel' });
    const { code, stdout, stderr } = await runCli(['check', join(root, 'a'), join(root, 'b')]);
    expect(code).toBe(2);
    expect(stdout).toContain(join(root, 'a/kernel'));
    expect(stderr).toBe(
      `xen-boot-gate: found 1 kernel in '${join(root, 'a')}'\n` +
        `xen-boot-gate: ${join(root, 'b')}: there is no kernel\n`,
    );
  });

  it('reports what it passed over beside the kernels that it found', async () => {
    const root = tempFiles({
      'out/good': kernelWith(PV_NOTES),
      'out/linux': '!<arch>\ndebian-binary   ',
    });
    const { code, stderr } = await runCli(['check', join(root, 'out')]);
    expect(code).toBe(0);
    expect(stderr).toBe(
      `xen-boot-gate: found 1 kernel in '${join(root, 'out')}'\n` +
        `xen-boot-gate: not checked: 1 Debian package: ${join(root, 'out/linux')}\n`,
    );
  });

  it.each([
    ['an alternative without a kernel', 'out/{good,gone}'],
    ['an empty file that is called vmlinuz', 'out'],
    ['a pattern without a kernel', 'out/good*', 'out/bad*'],
  ])('does not pass %s beside a good one', async (_, ...paths) => {
    const root = tempFiles({ 'out/good': kernelWith(PV_NOTES), 'out/vmlinuz': '' });
    const { code, stdout } = await runCli(['check', ...paths.map((path) => join(root, path))]);
    expect(code).toBe(2);
    expect(stdout).toContain('out/good');
    expect(stdout).toMatch(/1 input not/);
  });

  it.each(['check', 'notes'])('%s does not write its result over a kernel', async (command) => {
    const root = files();
    symlinkSync('good', join(root, 'link'));
    const argv = [command, '--output', join(root, 'link'), join(root, 'good')];
    const { code, stdout, stderr } = await runCli(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('would overwrite an input file');
    expect(readFileSync(join(root, 'good'))).toEqual(Buffer.from(kernelWith(PV_NOTES)));
  });

  it('checks only the boot paths and releases that are asked for', async () => {
    const root = files();
    const argv = ['--boot', 'pv-domu', '--xen', '4.1.x', '--xen', '4.2', '--format', 'json'];
    const { stdout } = await runCli(['check', ...argv, join(root, 'bad')]);
    const [kernel] = JSON.parse(stdout).kernels;
    expect(kernel.verdicts).toMatchObject([
      { boot: 'pv-domu', status: 'fails', loads: false },
      { boot: 'pv-domu', status: 'boots', loads: true, releases: ['4.2.5'] },
    ]);
    expect(kernel.verdicts[0].releases).toHaveLength(8);
  });

  it.each([
    ['fails', 1],
    ['warns', 1],
    ['never', 0],
  ])('--fail-on %s', async (level, code) => {
    const argv = ['check', '--xen', '4.1', '--fail-on', level, join(files(), 'bad')];
    expect((await runCli(argv)).code).toBe(code);
  });

  it('--output takes the result, plain, in place of standard output', async () => {
    const root = files();
    const output = join(root, 'report.txt');
    const argv = ['check', '--output', output, join(root, 'good')];
    const { code, stdout } = await runCli(argv, { env: { FORCE_COLOR: '1' } });
    expect([code, stdout]).toEqual([0, '']);
    expect(readFileSync(output, 'utf8')).toMatch(/^✓ passes/);
  });

  it('--output that cannot be written is answered with 2', async () => {
    const root = files();
    const output = join(root, 'no', 'such', 'directory');
    const { code, stderr } = await runCli(['check', '--output', output, join(root, 'good')]);
    expect(code).toBe(2);
    expect(stderr).toBe(`xen-boot-gate: cannot write '${output}': no such file or directory\n`);
  });

  it('--format markdown', async () => {
    const { stdout } = await runCli(['check', '--format', 'markdown', join(files(), 'text')]);
    expect(stdout).toMatch(/^## Xen boot gate\n\n\*\*✗ fails/);
    expect(stdout).toContain('<code>not-a-kernel</code>');
  });

  it('--format html', async () => {
    const { stdout, code } = await runCli([
      'check',
      '--xen',
      '4.1',
      '--format',
      'html',
      join(files(), 'bad'),
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^<!doctype html>\n/);
    expect(stdout).toContain('<h1>✗ fails');
  });

  it('--format sarif', async () => {
    const root = files();
    const argv = ['check', '--xen', '4.1', '--format', 'sarif', join(root, 'bad')];
    const { code, stdout, stderr } = await runCli(argv);
    expect([code, stderr]).toEqual([1, '']);
    const log = JSON.parse(stdout);
    isSarif(log);
    expect(isSarif.errors).toBeNull();
    expect(log.runs[0]).toMatchObject({
      automationDetails: { id: 'xen-boot-gate/' },
      results: [{ ruleId: 'unknown-feature', level: 'error' }],
    });
  });

  it.each([
    ['a pipe', {}, false],
    ['a terminal', { terminal: true }, true],
    ['a dumb terminal', { terminal: true, env: { TERM: 'dumb' } }, false],
    ['NO_COLOR', { terminal: true, env: { NO_COLOR: '1' } }, false],
    ['FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, true],
    ['FORCE_COLOR=0', { terminal: true, env: { FORCE_COLOR: '0' } }, false],
    ['both', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, false],
  ])('colours: %s', async (_, options, painted) => {
    const { stdout } = await runCli(['check', join(files(), 'good')], options);
    expect(stdout.includes('\x1b[')).toBe(painted);
  });

  it('shows on a terminal what it reads, and wipes it away', async () => {
    const path = join(files(), 'good');
    const { stderr } = await runCli(['check', path], { terminal: true, columns: 40 });
    expect(stderr).toBe(`\r\x1b[K${`0/1: ${path}`.slice(0, 39)}\r\x1b[K`);
  });

  it('is as wide as COLUMNS says where a pipe takes the text', async () => {
    const path = join(files(), 'bad');
    const longest = async (COLUMNS: string, columns?: number) => {
      const options = { env: { COLUMNS }, ...(columns !== undefined && { columns }) };
      const { stdout } = await runCli(['check', '--xen', 'every', path], options);
      return Math.max(...stdout.split('\n').map((line) => line.length));
    };
    expect(await longest('110')).toBeGreaterThan(100);
    expect(await longest('60')).toBeLessThan(80);
    expect(await longest('110', 60)).toBe(await longest('60'));
    expect(await longest('wide')).toBe(await longest('80'));
  });

  it('takes a terminal without a size for one of 80 columns', async () => {
    const path = join(files(), 'good');
    const [sized, sizeless] = await Promise.all(
      [80, 0].map((columns) => runCli(['check', path], { terminal: true, columns })),
    );
    expect(sizeless).toEqual(sized);
  });
});
