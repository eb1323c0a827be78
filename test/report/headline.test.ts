import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleKernel } from '../../src/demo/sample.ts';
import { runCli } from '../support/cli.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';
import { tempFiles } from '../support/temp-files.ts';

const FILES = {
  good: kernelWith(PV_NOTES),
  bad: sampleKernel(),
  warns: kernelWith([...PV_NOTES, PVH_NOTE]),
};

/** How a check is reported: the first line of the text, the exit code, and the JSON. */
async function story(argv: string, ...names: string[]) {
  const root = tempFiles(FILES);
  const args = [...argv.split(' '), ...names.map((name) => join(root, name))];
  const { code, stdout } = await runCli(['check', ...args]);
  const json = await runCli(['check', ...args, '--format', 'json']);
  const { passed, failed, warned } = JSON.parse(json.stdout).gate;
  expect(json.code).toBe(code);
  return [stdout.split('\n')[0], code, { passed, failed, warned }];
}

describe('headline, exit code and JSON agree', () => {
  it.each([
    ['--xen 4.1', ['good'], '✓ passes: all 2 boots of 1 kernel succeed', 0, [true, 0, 0]],
    ['--xen 4.1', ['bad', 'good'], '✗ fails: 2 of 4 boots fail', 1, [false, 2, 0]],
    [
      '--xen 4.1 --fail-on never',
      ['bad', 'good'],
      '✓ passes (report only): 2 of 4 boots fail',
      0,
      [true, 2, 0],
    ],
    [
      '--xen 4.22 --boot pvh-dom0',
      ['warns'],
      '✓ passes with warnings: 1 of 1 boots warns',
      0,
      [true, 0, 1],
    ],
    [
      '--xen 4.22 --boot pvh-dom0 --fail-on warns',
      ['warns'],
      '✗ fails because of warnings: 1 of 1 boots warns',
      1,
      [false, 0, 1],
    ],
    [
      '--xen 4.9 --boot pvh-domu --fail-on never',
      ['good'],
      '✗ fails: 1 kernel not checked',
      1,
      [false, 0, 0],
    ],
    [
      '--xen 4.1 --fail-on never',
      ['good', 'lost'],
      '✗ fails: 1 input not checked',
      2,
      [false, 0, 0],
    ],
  ] as const)('check %s: %j', async (argv, names, line, code, [passed, failed, warned]) => {
    expect(await story(argv, ...names)).toEqual([line, code, { passed, failed, warned }]);
  });
});
