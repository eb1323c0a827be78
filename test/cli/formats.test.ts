import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleKernel } from '../../src/demo/sample.ts';
import { runCli } from '../support/cli.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { isSarif } from '../support/sarif-schema.ts';
import { tempFiles } from '../support/temp-files.ts';

const files = () => tempFiles({ good: kernelWith(PV_NOTES), bad: sampleKernel() });

describe('--format', () => {
  test('writes several results to files, and prints the text', async () => {
    const root = files();
    const page = join(root, 'report.html');
    const tests = join(root, 'tests=1.xml');
    const argv = ['--format', `html=${page}`, '--format', `junit=${tests}`, join(root, 'good')];
    const { code, stdout, stderr } = await runCli(['check', ...argv]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^✓ passes/);
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/i);
    expect(readFileSync(tests, 'utf8')).toMatch(/^<\?xml /);
  });

  test('prints one, beside others in files', async () => {
    const root = files();
    const log = join(root, 'log.sarif');
    const argv = ['--format', `sarif=${log}`, '--format', 'json', join(root, 'good')];
    const { stdout } = await runCli(['check', ...argv]);
    expect(JSON.parse(stdout).gate.passed).toBe(true);
    expect(isSarif(JSON.parse(readFileSync(log, 'utf8')))).toBe(true);
  });

  test('leaves what would be printed to --output', async () => {
    const root = files();
    const [text, page] = [join(root, 'report.txt'), join(root, 'report.html')];
    const argv = ['--format', `html=${page}`, '--output', text, join(root, 'good')];
    const { stdout } = await runCli(['check', ...argv]);
    expect(stdout).toBe('');
    expect(readFileSync(text, 'utf8')).toMatch(/^✓ passes/);
  });

  test('gitlab finds the line of a configuration that causes it', async () => {
    const root = tempFiles({
      'build/bad': sampleKernel(),
      'notes.S':
        'ELFNOTE(Xen, XEN_ELFNOTE_FEATURES, .asciz "!writable_page_tables|hvm_callback_vector")\n',
    });
    const argv = ['check', '--xen', '4.1', '--format', 'gitlab', join(root, 'build/bad')];
    const { code, stdout } = await runCli(argv, { workspace: root });
    expect(code).toBe(1);
    const [issue] = JSON.parse(stdout);
    expect(issue).toMatchObject({
      check_name: 'unknown-feature',
      severity: 'critical',
      location: { path: 'notes.S', lines: { begin: 1 } },
    });
  });

  test.each<[string, ...string[]]>([
    [
      'only one format can be printed, and --format asks for json and html: give one a file, as in --format html=FILE',
      '--format',
      'json',
      '--format',
      'html',
    ],
    ['--format html= lacks the name of a file', '--format', 'html='],
    ["unknown format 'jnuit': did you mean junit?", '--format', 'jnuit=a.xml'],
    ["two formats cannot both be in 'a'", '--format', 'html=a', '--format', 'json=a'],
    ["two formats cannot both be in 'a'", '--format', 'html=a', '--output', 'a'],
    ['--output has nothing to write: no --format is without a file', '--quiet', '--output', 'a'],
  ])('%s', async (answer, ...argv) => {
    const { code, stdout, stderr } = await runCli(['check', ...argv, join(files(), 'good')]);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `xen-boot-gate: ${answer}\n`,
    });
    expect(existsSync('a')).toBe(false);
  });

  test.each<[string, string]>([
    ['the same name, written otherwise', './../out/x'],
    ['a link to the file that the other makes', 'link'],
    ['a file in a link to the directory', 'same/x'],
  ])('two formats cannot both be in one file: %s', async (_, other) => {
    const root = tempFiles({ 'out/y': '', good: kernelWith(PV_NOTES) });
    symlinkSync('out/x', join(root, 'link'));
    symlinkSync('out', join(root, 'same'));
    const file = join(root, 'out/x');
    const second = other.startsWith('.') ? `${root}/out/${other}` : join(root, other);
    const argv = ['--format', `json=${file}`, '--format', `html=${second}`, join(root, 'good')];
    const { code, stderr } = await runCli(['check', ...argv]);
    expect([code, stderr]).toEqual([
      2,
      `xen-boot-gate: two formats cannot both be in '${second}'\n`,
    ]);
    expect(existsSync(file)).toBe(false);
  });

  test('a file that cannot be written keeps nothing else back', async () => {
    const root = files();
    const [lost, page] = [join(root, 'missing/report.json'), join(root, 'report.html')];
    const kernels = [join(root, 'good'), join(root, 'gone')];
    const argv = ['--format', `json=${lost}`, '--format', `html=${page}`, ...kernels];
    const { code, stdout, stderr } = await runCli(['check', ...argv]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^✗ fails: 1 input not checked/);
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/i);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining(`${kernels[1]}: `),
      `xen-boot-gate: cannot write '${lost}': no such file or directory`,
    ]);
  });

  test('does not write a result over a kernel', async () => {
    const root = files();
    const kernel = join(root, 'good');
    const { code, stderr } = await runCli(['check', '--format', `html=${kernel}`, kernel]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('would overwrite an input file')]);
    expect(readFileSync(kernel)).toEqual(Buffer.from(kernelWith(PV_NOTES)));
  });
});

describe('--quiet', () => {
  test('prints nothing of a kernel, and answers by the exit code', async () => {
    const root = files();
    expect(await runCli(['check', '--quiet', root], { terminal: true })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    const argv = ['check', '--quiet', '--xen', '4.1', join(root, 'bad')];
    expect(await runCli(argv)).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  test('still says what was not checked', async () => {
    const root = tempFiles({
      'out/good': kernelWith(PV_NOTES),
      'out/linux': '!<arch>\ndebian-binary   ',
    });
    const { stdout, stderr } = await runCli(['check', '--quiet', join(root, 'out')]);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `xen-boot-gate: not checked: 1 Debian package: ${join(root, 'out/linux')}\n`,
    );
  });

  test('prints a format that is asked for', async () => {
    const { stdout } = await runCli([
      'check',
      '--quiet',
      '--format',
      'json',
      join(files(), 'good'),
    ]);
    expect(JSON.parse(stdout).gate.passed).toBe(true);
  });
});
