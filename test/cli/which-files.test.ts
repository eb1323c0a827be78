import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { tempFiles } from '../support/temp-files.ts';

const KERNEL = kernelWith(PV_NOTES);
const kernelsOf = (stdout: string) =>
  (JSON.parse(stdout) as { kernels: { path: string }[] }).kernels.map(({ path }) => path);

const check = (argv: readonly string[], stdin = '') =>
  runCli(['check', '--format', 'json', ...argv], { stdin: new TextEncoder().encode(stdin) });

describe('--exclude', () => {
  const files = () => tempFiles({ 'out/good': KERNEL, 'out/good.old': KERNEL });

  it('leaves out what it matches, and says so', async () => {
    const root = files();
    const { code, stdout, stderr } = await check(['--exclude', '**/*.old', join(root, 'out')]);
    expect([code, kernelsOf(stdout)]).toEqual([0, [join(root, 'out/good')]]);
    expect(stderr).toBe(
      `xen-boot-gate: found 1 kernel in '${join(root, 'out')}'\n` +
        `xen-boot-gate: not checked: 1 excluded file or directory: ${join(root, 'out/good.old')}\n`,
    );
  });

  it('says where a named file is excluded, and which pattern matches nothing', async () => {
    const root = files();
    const named = join(root, 'out/good.old');
    const argv = ['--exclude', '**/*.old', '--exclude', '*.bak', named, join(root, 'out/good')];
    const { code, stderr } = await check(argv);
    expect(code).toBe(0);
    expect(stderr).toBe(
      `xen-boot-gate: not checked: 1 file that is named and excluded: ${named}\n` +
        `xen-boot-gate: the exclusion '*.bak' matches nothing; a pattern stands for whole paths: for any directory, write '**/*.bak'\n`,
    );
  });

  it.each([
    ['out/good', 'every file that is named is excluded'],
    ['out', 'there is no kernel in'],
  ])('leaves a mistake where nothing is left: %s', async (path, message) => {
    const root = files();
    const { code, stderr } = await check(['--exclude', '**/good*', join(root, path)]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('overrides the policy', async () => {
    const root = files();
    const policy = join(tempFiles({ 'p.yml': "exclude: '**/*.old'\n" }), 'p.yml');
    const argv = ['--policy', policy, join(root, 'out')];
    expect(kernelsOf((await check(argv)).stdout)).toHaveLength(1);
    expect(kernelsOf((await check(['--exclude', 'none', ...argv])).stdout)).toHaveLength(2);
  });
});

describe('--files-from', () => {
  it.each([
    ['lines', '\n'],
    ['NULs', '\0'],
  ])('takes paths of a file, separated by %s, as they are', async (_, separator) => {
    const root = tempFiles({ 'a[1]': KERNEL, 'b*': KERNEL, bb: KERNEL });
    const paths = ['a[1]', 'b*'].map((name) => join(root, name));
    const list = join(tempFiles({ list: paths.join(separator) }), 'list');
    const { code, stdout } = await check(['--files-from', list]);
    expect([code, kernelsOf(stdout)]).toEqual([0, paths]);
  });

  it('takes standard input, beside PATHs', async () => {
    const root = tempFiles({ a: KERNEL, b: KERNEL });
    const argv = ['--files-from', '-', join(root, 'a')];
    const { stdout } = await check(argv, `${join(root, 'b')}\n`);
    expect(kernelsOf(stdout)).toEqual([join(root, 'a'), join(root, 'b')]);
  });

  it('names what is not there; a pattern is a name there', async () => {
    const root = tempFiles({ a: KERNEL });
    const { code, stderr } = await check(['--files-from', '-'], join(root, '*'));
    expect([code, stderr]).toEqual([
      2,
      `xen-boot-gate: ${join(root, '*')}: no such file or directory\n`,
    ]);
  });

  it.each([
    ['-', "the list 'standard input' names no file"],
    ['/lost', "the list '/lost' cannot be read: no such file or directory"],
  ])('answers a list without a path with 2: %s', async (list, message) => {
    const { code, stderr } = await check(['--files-from', list]);
    expect([code, stderr]).toEqual([2, `xen-boot-gate: ${message}\n`]);
  });

  it('is not overwritten', async () => {
    const root = tempFiles({ a: KERNEL });
    const list = join(tempFiles({ list: join(root, 'a') }), 'list');
    const { code, stderr } = await check(['--files-from', list, '--output', list]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('would overwrite an input file')]);
  });
});
