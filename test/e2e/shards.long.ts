import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVENTS } from '../support/events.ts';
import { startGitHubApi, TOKEN } from '../support/github-api/server.ts';
import { createRunner, type Step, type StepResult } from '../support/runner.ts';
import { annotationsOf, LZ4, XZ, ZSTD } from '../support/step-results.ts';
import { tempFiles } from '../support/temp-files.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

const api = await startGitHubApi();
const runner = createRunner();
beforeEach(() => api.reset());
afterEach(() => expect(api.violations).toEqual([]));
afterAll(() => {
  runner.dispose();
  return api.close();
});

const POLICY = `
kernels: {xz: kernels/xz-*, rest: 'kernels/{zstd,lz4}-*', gone: kernels/gone}
waivers:
  - {rule: codec-unsupported, kernels: [kernels/lz4-1, kernels/lost], reason: r, owner: o, expires: 2099-01-31}
`;
const FILES = {
  '.github/xen-boot-gate.yml': POLICY.replace(
    "'kernels/{zstd,lz4}-*'",
    '[kernels/zstd-*, kernels/lz4-*]',
  ),
  'kernels/xz-1': XZ,
  'kernels/xz-2': XZ,
  'kernels/zstd-1': ZSTD,
  'kernels/zstd-2': ZSTD,
  'kernels/lz4-1': LZ4,
};
const CHECK = { kernels: 'kernels', xen: '4.14', boot: 'pv-domu' };
const POST = { comment: 'always', 'check-run': 'true' };
const JOB = { event: EVENTS['a pull request'], token: TOKEN, env: { GITHUB_API_URL: api.url } };

type Run = (step: Step) => Promise<StepResult>;

/** A job for each shard; all of them ask for everything that a step can post. */
async function runShards(count: number, more: Partial<Step> = {}, run: Run = runner.runHere) {
  const steps: StepResult[] = [];
  for (let i = 1; i <= count; i++) {
    const given = { ...CHECK, ...POST, ...more.with, shard: `${i}/${count}` };
    const matrix = { shard: i };
    steps.push(await run({ files: FILES, ...JOB, matrix, ...more, with: given }));
  }
  return steps;
}

/** The job that merges, with the reports of these shards. */
function runMerge(
  shards: readonly StepResult[],
  more: Partial<Step> = {},
  run: Run = runner.runHere,
) {
  const reports = shards.flatMap(({ reportJson }, i) =>
    reportJson === null ? [] : [[`reports/shard-${i}/report.json`, reportJson] as const],
  );
  const { '.github/xen-boot-gate.yml': policy } = FILES;
  const files = { ...Object.fromEntries(reports), '.github/xen-boot-gate.yml': policy };
  return run({ files, ...JOB, ...more, with: { merge: 'reports', ...POST, ...more.with } });
}

describe('the jobs of a matrix', () => {
  test('have one result, that of a single job: eight shards with the bundle', async () => {
    const whole = await runner.run({ files: FILES, with: CHECK });
    expect(whole.exitCode).toBe(1);
    api.reset();
    const shards = await runShards(8, {}, runner.run);
    expect(api.asked).toEqual([]);
    for (const shard of shards) {
      expect(shard.exitCode).toBe(0);
      expect(annotationsOf(shard)).toEqual([]);
      expect(shard.summary).toBe('');
      expect(shard.outputs['comment-body']).toBe('');
    }
    const merged = await runMerge([...shards].reverse(), {}, runner.run);
    expect(merged.reportJson).toBe(whole.reportJson);
    expect(merged.summary).toBe(whole.summary);
    expect(merged.exitCode).toBe(1);
    for (const name of ['verdict', 'passed', 'failed-count', 'matrix']) {
      expect(merged.outputs[name]).toBe(whole.outputs[name]);
    }
    expect(annotationsOf(merged)).toEqual(annotationsOf(whole));
  });

  test('post once', async () => {
    const shards = await runShards(3);
    expect(api.asked).toEqual([]);
    const merged = await runMerge(shards);
    expect(merged.outputs['comment-body']).toContain('boots fail');
    expect(api.comments).toHaveLength(1);
    expect(api.checkRuns).toHaveLength(1);
  });

  test('fail where one of them has no report, and its kernels are named missing', async () => {
    const shards = await runShards(3, { with: { kernels: 'kernels/xz-*' } });
    const merged = await runMerge(shards.slice(1));
    expect(merged.exitCode).toBe(1);
    expect(merged.outputs.verdict).toBe('failed');
    expect(merged.summary).toContain(
      '<code>shard 1/3</code> was not checked: its report is missing',
    );
  });

  test('fail once where none has a report', async () => {
    const shards = await runShards(2, { with: { xen: '4.99' } });
    for (const { exitCode, outputs } of shards) {
      expect(exitCode).toBe(1);
      expect(outputs['report-json']).toBe('');
    }
    expect(api.asked).toEqual([]);
    const merged = await runMerge(shards);
    expect(merged.exitCode).toBe(1);
    expect(annotationsOf(merged)).toMatchObject([
      {
        name: 'error',
        data: 'The input "merge" cannot be used: \'reports\': no such file or directory.',
      },
    ]);
    expect(api.comments).toHaveLength(1);
  });

  test.each([
    ['error', 1, 'failed'],
    ['warn', 0, 'skipped'],
    ['ignore', 0, 'skipped'],
  ])('find no kernel in any shard: if-no-kernels: %s', async (answer, exitCode, verdict) => {
    const shards = await runShards(2, { with: { kernels: 'kernels/gone' } });
    for (const shard of shards) expect(shard.exitCode).toBe(0);
    const merged = await runMerge(shards, { with: { 'if-no-kernels': answer } });
    expect(merged.exitCode).toBe(exitCode);
    expect(merged.outputs.verdict).toBe(verdict);
    const [only, ...others] = annotationsOf(merged);
    expect(only?.data).toContain('No kernel found: nothing matches kernels/gone.');
    expect(others).toEqual([]);
  });

  test('find none for one PATH: the merge says so once, as it is asked', async () => {
    const given = { kernels: 'kernels/xz-*, kernels/gone' };
    const shards = await runShards(2, { with: given });
    const failed = await runMerge(shards);
    expect(failed.exitCode).toBe(1);
    expect(failed.reportJson).toContain('no such file or directory');
    const passed = await runMerge(shards, { with: { 'if-no-kernels': 'warn' } });
    expect(passed.exitCode).toBe(0);
    expect(annotationsOf(passed).map(({ data }) => data)).toContain(
      'Nothing matches kernels/gone.',
    );
  });

  test('refuse inputs without an effect, and what is no shard', async () => {
    const merged = await runMerge([], { with: { xen: '4.17', shard: '1/2' } });
    expect(annotationsOf(merged).map(({ data }) => data)).toEqual([
      'The input "xen" has no effect together with "merge": give it to the shards.',
      'The input "shard" has no effect together with "merge": give it to the shards.',
    ]);
    const shard = await runner.runHere({ files: FILES, with: { ...CHECK, shard: '9/8' } });
    expect(annotationsOf(shard).map(({ data }) => data)).toEqual([
      'The input "shard" cannot be "9/8": the first number is from 1 to 8.',
    ]);
  });
});

test('eight shards of real kernels, with the bundle of the command line, are one run', () => {
  const root = tempFiles({});
  const cli = (...argv: string[]) => {
    try {
      return execFileSync(process.execPath, [join(PROJECT, 'dist/cli/index.js'), ...argv], {
        cwd: PROJECT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 2 ** 28,
      });
    } catch (error) {
      // 1: the gate fails.
      const { status, stdout } = error as { status: number; stdout: string };
      expect(status).toBe(1);
      return stdout;
    }
  };
  const argv = [
    'check',
    'test/kernels',
    '--xen',
    '4.17,debian-12',
    '--boot',
    'pv-domu',
    '--format',
  ];
  const whole = cli(...argv, 'json');
  mkdirSync(join(root, 'reports'));
  for (let i = 1; i <= 8; i++) {
    cli(...argv, `json=${join(root, `reports/${i}.json`)}`, '--shard', `${i}/8`, '--quiet');
  }
  expect(readdirSync(join(root, 'reports'))).toHaveLength(8);
  const sizes = [1, 2, 3, 4, 5, 6, 7, 8].map(
    (i) => JSON.parse(readFileSync(join(root, `reports/${i}.json`), 'utf8')).kernels.length,
  );
  expect(Math.max(...sizes)).toBeLessThan(sizes.reduce((sum, size) => sum + size, 0));
  expect(cli('merge', join(root, 'reports'), '--format', 'json')).toBe(whole);
});
