import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { BASE_SHA, EVENTS } from '../support/events.ts';
import { refuse } from '../support/github-api/answer.ts';
import { startGitHubApi, TOKEN } from '../support/github-api/server.ts';
import { createRunner, type Step, type StepResult } from '../support/runner.ts';
import { annotationsOf, reportOf, XZ, ZSTD } from '../support/step-results.ts';

const api = await startGitHubApi();
const runner = createRunner();
beforeEach(() => api.reset());
afterEach(() => expect(api.violations).toEqual([]));
afterAll(() => {
  runner.dispose();
  return api.close();
});

const PATH = '.github/xen-boot-gate.yml';
const STRICT = 'targets: {required: {xen: 4.14, boot: pv-domu}}\n';

/** A kernel that does not boot on 4.14, in a pull request from a fork that brings a lax policy. */
function run({ files, ...step }: Step = {}, start = runner.runHere): Promise<StepResult> {
  return start({
    files: { 'build/vmlinuz': ZSTD, [PATH]: `${STRICT}fail-on: never\n`, ...files },
    with: { kernels: 'build', 'policy-from': 'base' },
    env: { GITHUB_API_URL: api.url },
    event: EVENTS['a pull request from a fork'],
    token: TOKEN,
    ...step,
  });
}

const base = (path: string, content: string | Uint8Array) =>
  api.addContent({ commit: BASE_SHA, path, content });

test('the policy of the base counts, whatever a fork brings along', async () => {
  base(PATH, STRICT);
  const step = await run({}, runner.run);
  expect(step.outputs).toMatchObject({ verdict: 'failed', 'failed-count': '1' });
  const origin = `Policy: ${PATH}, from the base of this pull_request (commit ${BASE_SHA}). The policy of the workspace is not used.`;
  expect(step.log).toContain(origin);
  expect(step.summary).toContain(origin);
  expect(api.asked).toEqual(['repos/get-content', 'repos/get-content', 'git/get-commit']);
  expect(JSON.stringify(step)).not.toContain(TOKEN);
});

test('the baseline of the base counts, and what a fork puts in its place does not', async () => {
  const pushed = await run({ event: EVENTS['a push'] });
  expect(pushed.outputs.verdict).toBe('passed');
  expect(pushed.summary).toContain('from the workspace: the event push has no base');
  expect(api.asked).toEqual([]);

  const forged = pushed.reportJson ?? '';
  base(PATH, `${STRICT}baseline: base/report.json\n`);
  base('base/report.json', JSON.stringify({ ...JSON.parse(forged), kernels: [] }));
  expect((await run({ files: { 'base/report.json': forged } })).outputs.verdict).toBe('failed');

  api.reset();
  base(PATH, `${STRICT}baseline: base/report.json\n`);
  base('base/report.json', forged);
  const known = await run({ files: { 'base/report.json': 'none of it' } });
  expect(known.outputs.verdict).toBe('passed');
  expect(reportOf(known).gate).toMatchObject({ failed: 0, warned: 1 });
});

test('a link in the place of a baseline hides no kernel', async () => {
  base(PATH, `${STRICT}baseline: base/vmlinuz\n`);
  base('base/vmlinuz', Buffer.concat([XZ, Buffer.alloc(2 ** 20)]));
  const step = await run({ links: { 'base/vmlinuz': '../build/vmlinuz' } });
  expect(reportOf(step).kernels.map(({ path }) => path)).toEqual(['build/vmlinuz']);
  expect(step.outputs.verdict).toBe('failed');
});

test('a base that cannot be read fails the step', async () => {
  api.upset('repos/get-content', refuse(404, 'Not Found'));
  api.upset('git/get-commit', refuse(404, 'Not Found'));
  const step = await run();
  expect(step.exitCode).toBe(1);
  expect(step.outputs).toMatchObject({ verdict: 'failed', 'report-json': '' });
  expect(annotationsOf(step).map(({ data }) => data)).toEqual([
    expect.stringMatching(
      /^"policy-from: base" cannot read '.github\/xen-boot-gate.yml' of the base f95f.*"contents: read", add it/,
    ),
  ]);
});
