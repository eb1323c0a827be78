import { afterAll, describe, expect, test } from 'vitest';
import { createRunner } from '../support/runner.ts';
import { annotationsOf, reportOf, XZ } from '../support/step-results.ts';

const runner = createRunner();
afterAll(() => runner.dispose());

const TARGET = { xen: '4.20', boot: 'pv-domu' };

describe('the input exclude', () => {
  test('leaves out what it matches; the log says what was found where', async () => {
    const step = await runner.runHere({
      files: { 'out/vmlinuz': XZ, 'out/vmlinuz.old': XZ },
      with: { ...TARGET, kernels: 'out', exclude: '**/*.old\nnever/**' },
    });
    expect(reportOf(step).kernels.map(({ path }) => path)).toEqual(['out/vmlinuz']);
    expect(step.log).toContain("Found 1 kernel in 'out'");
    expect(step.log).toContain('Not checked: 1 excluded file or directory: out/vmlinuz.old');
    expect(annotationsOf(step)).toMatchObject([
      { name: 'notice', data: "the exclusion 'never/**' matches nothing" },
    ]);
  });

  test('overrides that of the policy', async () => {
    const files = {
      'out/vmlinuz': XZ,
      'out/vmlinuz.old': XZ,
      '.github/xen-boot-gate.yml': "exclude: ['**/*.old']\n",
    };
    const count = async (inputs: Readonly<Record<string, string>>) =>
      reportOf(await runner.runHere({ files, with: { ...TARGET, ...inputs } })).kernels.length;
    expect(await count({})).toBe(1);
    expect(await count({ exclude: 'out/vmlinuz' })).toBe(1);
    expect(await count({ exclude: 'other' })).toBe(2);
  });
});

describe('the input files-from', () => {
  test('names what is checked', async () => {
    const step = await runner.runHere({
      files: { 'out/a': XZ, 'out/b': XZ, list: 'out/b\0' },
      with: { ...TARGET, 'files-from': 'list' },
    });
    expect(reportOf(step).kernels.map(({ path }) => path)).toEqual(['out/b']);
  });

  test.each([
    ['../../etc/passwd\n', 'leads out of the workspace'],
    ['', "the list 'list' names no file"],
  ])('with %j is a mistake', async (list, message) => {
    const step = await runner.runHere({
      files: { 'out/a': XZ, list },
      with: { ...TARGET, 'files-from': 'list' },
    });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step)[0]?.data).toContain(message);
  });
});
