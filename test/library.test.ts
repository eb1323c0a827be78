import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleKernel } from '../src/demo/sample.ts';
import { type CheckOptions, check, UsageError } from '../src/library.ts';
import { runCli } from './support/cli.ts';
import { kernelWith, PV_NOTES } from './support/kernels.ts';
import { tempFiles } from './support/temp-files.ts';

const POLICY = 'targets:\n  required:\n    - xen: 4.1.x\n      boot: pv-domu\n';

const files = () =>
  tempFiles({
    'out/bad': sampleKernel(),
    'out/good': kernelWith(PV_NOTES),
    'out/linux': '!<arch>\ndebian-binary   ',
    'policy.yml': POLICY,
  });

test.each<[string, CheckOptions, string[]]>([
  ['nothing', { xen: ['4.17'] }, ['--xen', '4.17']],
  [
    'releases, boot paths and memory',
    { xen: ['debian-12', '>=4.20'], boot: ['pvh-domu'], guestMemory: '128MiB', failOn: 'warns' },
    [
      '--xen',
      'debian-12,>=4.20',
      '--boot',
      'pvh-domu',
      '--guest-memory',
      '128MiB',
      '--fail-on',
      'warns',
    ],
  ],
  [
    'dom0',
    { xen: ['4.2'], dom0Memory: '1GiB', boot: ['pv-dom0'], failOn: 'never' },
    ['--xen', '4.2', '--dom0-memory', '1GiB', '--boot', 'pv-dom0', '--fail-on', 'never'],
  ],
])('gives the report of the command line: %s', async (_, options, argv) => {
  const out = join(files(), 'out');
  const { stdout } = await runCli(['check', '--format', 'json', ...argv, out]);
  expect(await check([out], options)).toEqual(JSON.parse(stdout));
});

test('reads a policy', async () => {
  const root = files();
  const report = await check([join(root, 'out/bad')], { policy: join(root, 'policy.yml') });
  expect(report.gate).toMatchObject({ passed: false, failed: 8 });
});

test('checks a kernel in memory as one in a file', async () => {
  const path = join(files(), 'out/bad');
  const options = { xen: ['4.1'] };
  const [file] = (await check([path], options)).kernels;
  const [memory] = (await check([{ name: path, bytes: readFileSync(path) }], options)).kernels;
  expect(memory).toEqual(file);
});

test('what cannot be read is a problem, and does not pass', async () => {
  const report = await check([join(files(), 'gone')], { xen: ['4.17'] });
  expect(report.gate.passed).toBe(false);
  expect(report.problems).toMatchObject([{ message: 'no such file or directory' }]);
});

test('no kernel does not pass', async () => {
  expect((await check([], { xen: ['4.17'] })).gate.passed).toBe(false);
});

test('says what it passed over in a directory', async () => {
  const lines: string[] = [];
  await check([join(files(), 'out')], { xen: ['4.17'], onSkipped: (line) => lines.push(line) });
  expect(lines).toEqual([expect.stringContaining('1 Debian package: ')]);
});

test.each<[CheckOptions, string]>([
  [{ xen: ['4.99'] }, "unknown release '4.99': did you mean 4.19?"],
  [{ boot: ['pvh'] }, "unknown boot path 'pvh'"],
  [{ guestMemory: '256' }, "guestMemory cannot be '256': write 256MiB"],
  [{ failOn: 'fail' as 'fails' }, "unknown level for failOn 'fail': did you mean fails?"],
  [{ policy: '/gone.yml' }, "the policy '/gone.yml' cannot be used: no such file or directory"],
])('refuses %j with one sentence', async (options, sentence) => {
  const refused = check([], options);
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(sentence);
});

const BYTES = new Uint8Array(8);

/** As JavaScript calls it, without types. */
const untyped = check as (...args: readonly unknown[]) => Promise<unknown>;

test.each<[string, ...unknown[]]>([
  ['the kernels must be an array', 'vmlinuz'],
  ['the kernels must be an array'],
  ['a kernel must be a path, or', [null]],
  ['a kernel must be a path, or', [BYTES]],
  ['a kernel must be a path, or', [{ bytes: BYTES }]],
  ['a kernel must be a path, or', [{ name: 'a', bytes: new Uint16Array(8) }]],
  ['a kernel must be a path, or', [{ name: 'a', bytes: BYTES.buffer }]],
  [
    "two kernels in memory have the name 'a'",
    [
      { name: 'a', bytes: BYTES },
      { name: 'a', bytes: BYTES },
    ],
  ],
  ['the options must be an object', [], null],
  ["unknown option 'guestmemory': did you mean guestMemory?", [], { guestmemory: '1GiB' }],
  ["unknown option 'constructor'", [], { constructor: '' }],
  ['xen must be an array of strings, with at least one', [], { xen: 'debian-12' }],
  ['xen must be an array of strings, with at least one', [], { xen: [] }],
  ['boot must be an array of strings', [], { boot: [1] }],
  ['guestMemory must be a string', [], { guestMemory: 512 }],
  ['policy must be a string', [], { policy: null }],
  ['onSkipped must be a function', [], { onSkipped: 'print' }],
  ["unknown level for failOn ''", [], { failOn: '' }],
])('refuses what only JavaScript can pass: %s', async (sentence, ...args) => {
  const refused = untyped(...args);
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(sentence);
});
