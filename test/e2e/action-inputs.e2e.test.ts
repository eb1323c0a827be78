import { afterAll, describe, expect, test } from 'vitest';
import { sampleKernel } from '../../src/demo/sample.ts';
import { createRunner } from '../support/runner.ts';
import { annotationsOf, XZ } from '../support/step-results.ts';

const runner = createRunner();
afterAll(() => runner.dispose());

describe('a mistake in the workflow', () => {
  test.each([
    [{ kernels: 'k', 'fail-on': 'fail' }, 'the nearest is "fails"'],
    [{ kernels: 'k', 'if-no-kernels': 'warning' }, 'the nearest is "warn"'],
    [{ kernels: 'k', boot: 'pv-dom' }, 'did you mean pv-dom0?'],
    [
      { kernels: 'k', xen: '4.177' },
      'The input "xen" cannot be used: unknown release \'4.177\': did you mean 4.17?',
    ],
    [{ kernels: 'k', 'fail-on': '::error::x ##[error]y' }, 'The input "fail-on" cannot be'],
  ])('%j is answered with one sentence', async (inputs, sentence) => {
    const step = await runner.runHere({ files: { k: XZ }, with: inputs });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step)).toHaveLength(1);
    expect(annotationsOf(step)[0]?.data).toContain(sentence);
    expect(annotationsOf(step)[0]?.data).not.toContain('?.');
    expect(step.outputs).toMatchObject({ verdict: 'failed', passed: 'false' });
    expect(step.log.join('\n').trim()).toBe('');
  });

  test('that YAML makes of 4.20 is reported, and 4.2 is checked', async () => {
    const step = await runner.runHere({
      files: { k: XZ },
      with: { kernels: 'k', xen: '4.2', boot: 'pv-domu' },
    });
    const [warning] = annotationsOf(step);
    expect(warning?.name).toBe('warning');
    expect(warning?.data).toContain("write '4.20' in quotes, or 4.2.5 if you mean 4.2.");
    expect(step.outputs.verdict).toBe('passed');
  });

  test('does not hide another, and is reported wherever a result is', async () => {
    const inputs = { kernels: 'k', boot: 'pv', summary: 'True', 'fail-on': 'warning' };
    const step = await runner.runHere({ files: { k: XZ }, with: inputs });
    expect(step.exitCode).toBe(1);
    const sentences = [
      'The input "boot" cannot be used: unknown boot path \'pv\': it is one of pv-dom0, pvh-dom0, pv-domu, pvh-domu, pygrub-domu, pvgrub-domu, pvhgrub-domu, auto.',
      'The input "fail-on" cannot be "warning": it is one of fails, warns, never; the nearest is "warns".',
      'The input "summary" cannot be "True": it is one of true, false; the nearest is "true".',
    ];
    expect(annotationsOf(step).map(({ data }) => data)).toEqual(sentences);
    expect(step.summary).toContain('there is no verdict');
    expect(step.outputs['comment-body']).toContain('there is no verdict');
    expect(step.outputs).toMatchObject({ verdict: 'failed', passed: 'false', matrix: '[]' });
  });
});

describe('an unexpected error', () => {
  const checked = { files: { k: XZ }, with: { kernels: 'k', xen: '4.20', boot: 'pvh-domu' } };

  test('is one sentence, and its stack is for the debug log', async () => {
    const broken = "performance.now = () => { throw new Error('no time') }";
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}` };
    const quiet = await runner.run({ ...checked, env });
    expect(quiet.exitCode).toBe(1);
    expect(annotationsOf(quiet).map(({ data }) => data)).toEqual([
      'xen-boot-gate crashed: no time. This is a bug; please report it.',
    ]);
    expect(JSON.stringify([quiet.log, quiet.commands])).not.toContain('    at ');
    const loud = await runner.run({ ...checked, env: { ...env, RUNNER_DEBUG: '1' } });
    expect(loud.commands.find(({ name }) => name === 'debug')?.data).toContain('    at ');
  });

  test.each([
    [
      { RUNNER_TEMP: '/nowhere' },
      /^The step cannot continue: \/nowhere\/.*: no such file or directory\.$/,
    ],
    [{ GITHUB_OUTPUT: '/dev/full' }, /^The step cannot continue: no space left on the device\.$/],
    [
      { GITHUB_OUTPUT: '/nowhere/output' },
      /^GITHUB_OUTPUT names \/nowhere\/output, which does not exist\. The runner creates this file /,
    ],
  ])('is no fault of ours where the machine is in the way: %j', async (env, sentence) => {
    const step = await runner.runHere({ ...checked, env });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step).map(({ data }) => data)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('what is in the way of a result', () => {
  const passing = {
    files: { k: XZ },
    with: { kernels: 'k', xen: '4.20', boot: 'pvh-domu' },
  };

  test.each([
    ['/', 'is a directory'],
    ['/nowhere/summary', 'no such file or directory'],
  ])('a summary that cannot be written changes nothing: %s', async (path, reason) => {
    const step = await runner.runHere({ ...passing, env: { GITHUB_STEP_SUMMARY: path } });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: 'passed' });
    const data = `The job summary is missing: cannot write ${path}, which GITHUB_STEP_SUMMARY names: ${reason}.`;
    expect(annotationsOf(step)).toMatchObject([{ name: 'warning', data }]);
  });

  test('a log that has no reader changes nothing', async () => {
    const step = await runner.run({ ...passing, closedLog: true });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: 'passed', passed: 'true' });
    expect(JSON.parse(step.reportJson ?? '')).toMatchObject({ gate: { passed: true } });
  });

  test('a matrix that the runner would not take is none, and that is reported', async () => {
    const kernels = Array.from({ length: 60 }, (_, i) => [`k/${i}`, sampleKernel()]);
    const step = await runner.runHere({
      files: Object.fromEntries(kernels),
      with: { xen: 'every', boot: 'pv-dom0, pvh-dom0, pv-domu, pvh-domu', 'fail-on': 'never' },
    });
    expect(step.outputs).toMatchObject({ verdict: 'passed', matrix: '[]' });
    const notices = annotationsOf(step).filter(({ name }) => name === 'notice');
    expect(notices.map(({ data }) => data)).toEqual([
      'The output "matrix" is empty, because it exceeds the limit of the runner. The JSON report has all of it.',
    ]);
  });

  test('a file that cannot be written is reported before anything is checked', async () => {
    const inputs = { ...passing.with, 'json-file': 'report', 'html-file': 'report' };
    const step = await runner.runHere({ ...passing, with: inputs });
    expect(annotationsOf(step).map(({ data }) => data)).toEqual([
      'The input "html-file" cannot be "report": the file exists already.',
    ]);
    expect(step.log.join('\n')).not.toContain('Checking');
    expect(step.outputs).toMatchObject({ verdict: 'failed', passed: 'false', 'report-json': '' });
  });
});
