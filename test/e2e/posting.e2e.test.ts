import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVENTS, HEAD_SHA, PULL } from '../support/events.ts';
import { answer, refuse } from '../support/github-api/answer.ts';
import { startGitHubApi, TOKEN } from '../support/github-api/server.ts';
import { createRunner, type Step, type StepResult } from '../support/runner.ts';
import { XZ, ZSTD } from '../support/step-results.ts';

const api = await startGitHubApi();
const runner = createRunner();
beforeEach(() => api.reset());
afterEach(() => expect(api.violations).toEqual([]));
afterAll(() => {
  runner.dispose();
  return api.close();
});

type Posting = Partial<Record<'comment' | 'check-run' | 'github-token', string>>;

const PULL_REQUEST = { event: EVENTS['a pull request'], token: TOKEN } as const;

/** No test waits for a clock: Node loads this before the Action, which then prints its pauses. */
const WITHOUT_PAUSES = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`
    import timers from 'node:timers/promises';
    import { syncBuiltinESMExports } from 'node:module';
    timers.setTimeout = async (ms) => console.log('pauses of ' + ms + ' ms');
    syncBuiltinESMExports();`)}`,
};

type Job = Pick<Step, 'event' | 'token' | 'matrix' | 'env'>;

/** One step of one job, whatever the kernel: the one boots on Xen 4.14 and the other does not. */
async function check(
  kernel: Uint8Array,
  posting: Posting,
  { env, ...step }: Job = PULL_REQUEST,
  run = runner.runHere,
): Promise<StepResult> {
  const result = await run({
    files: { vmlinuz: kernel },
    with: { kernels: 'vmlinuz', xen: '4.14', boot: 'pv-domu', ...posting },
    env: { GITHUB_API_URL: api.url, ...env },
    ...step,
  });
  // Whatever becomes of the posting: the gate has decided, and the token must stay secret.
  expect(result.exitCode).toBe(kernel === XZ ? 0 : 1);
  expect(result.outputs.verdict).toBe(kernel === XZ ? 'passed' : 'failed');
  expect(JSON.stringify(result)).not.toContain(TOKEN);
  return result;
}

const EVERYTHING = { comment: 'always', 'check-run': 'true' };

/** The same step where nothing was built. */
function checkNothing(inputs: Step['with'], files: Step['files'] = {}): Promise<StepResult> {
  return runner.runHere({
    files,
    with: { kernels: 'vmlinuz', xen: '4.14', boot: 'pv-domu', ...EVERYTHING, ...inputs },
    env: { GITHUB_API_URL: api.url },
    event: EVENTS['a pull request'],
    token: TOKEN,
  });
}

/** What was said about the posting. */
function remarksOf({ commands }: StepResult): string[] {
  return commands
    .filter(({ data }) => data.includes('was not posted'))
    .map(({ name, data }) => `${name}: ${data}`);
}

test('nothing is asked of GitHub unless the user wants it', async () => {
  const step = await check(ZSTD, {});
  expect(api.asked).toEqual([]);
  expect(step.outputs['comment-body']).toContain('1 of 1 boots fails');
});

describe('a pull request', () => {
  test('gets a comment and a check run, which say what the outputs say', async () => {
    const step = await check(ZSTD, EVERYTHING, PULL_REQUEST, runner.run);
    expect(remarksOf(step)).toEqual([]);
    expect(api.comments.map(({ body }) => body)).toEqual([step.outputs['comment-body']]);
    expect(api.comments[0]?.body).toContain('❌ fails');
    expect(api.comments[0]?.body).toContain(HEAD_SHA);
    expect(api.checkRuns).toMatchObject([
      {
        name: 'Xen boot gate: Kernels / build / gate',
        headSha: HEAD_SHA,
        externalId: /gate ([0-9a-f]{16})/.exec(api.comments[0]?.body ?? '')?.[1],
        detailsUrl: 'https://github.example/Codertocat/Hello-World/actions/runs/1658821493',
        conclusion: 'failure',
        summary: step.summary,
        annotations: [{ path: 'vmlinuz', annotation_level: 'failure', title: 'codec-unsupported' }],
      },
    ]);
  });

  test('has one comment, hidden while it passes', async () => {
    await check(XZ, { comment: 'on-failure' });
    expect(api.comments).toEqual([]);
    const seen = [];
    for (const kernel of [ZSTD, XZ, ZSTD]) {
      await check(kernel, { comment: 'on-failure' });
      seen.push(api.comments.map(({ body, minimized }) => [body.includes('✗ fails'), minimized]));
    }
    expect(seen).toEqual([[[true, null]], [[false, 'resolved']], [[true, null]]]);
  });

  test('has a comment on a failure that fail-on: never lets pass', async () => {
    const run = (kernel: Uint8Array) =>
      runner.runHere({
        files: { vmlinuz: kernel },
        with: {
          ...{ kernels: 'vmlinuz', xen: '4.14', boot: 'pv-domu' },
          ...{ comment: 'on-failure', 'fail-on': 'never' },
        },
        env: { GITHUB_API_URL: api.url },
        event: EVENTS['a pull request'],
        token: TOKEN,
      });
    expect((await run(ZSTD)).outputs.verdict).toBe('passed');
    expect(api.comments).toMatchObject([
      {
        body: expect.stringContaining('passes (report only): 1 of 1 boots fails'),
        minimized: null,
      },
    ]);
    await run(XZ);
    expect(api.comments).toMatchObject([{ minimized: 'resolved' }]);
  });

  test.each([
    ['a kernel', {}, {}, 'No kernel found: nothing matches vmlinuz.'],
    [
      'a sound policy',
      { '.github/xen-boot-gate.yml': 'waiver: *[x](y)' },
      {},
      'YAML aliases are not supported',
    ],
    ['a sound input', {}, { 'fail-on': 'fail', summary: 'no' }, 'the nearest is "fails"'],
  ])('shows that it no longer passes where there is not %s', async (_, files, inputs, reason) => {
    await check(XZ, { comment: 'always' });
    expect(api.comments[0]?.body).toContain('✅');
    const step = await checkNothing({ comment: 'on-failure', ...inputs }, files);
    expect(step.outputs).toMatchObject({ verdict: 'failed', 'report-json': '' });
    const [comment, ...others] = api.comments;
    expect(others).toEqual([]);
    expect(comment).toMatchObject({ body: step.outputs['comment-body'], minimized: null });
    expect(comment?.body).toContain('**✗ fails: there is no verdict**');
    expect(comment?.body).toContain(reason);
    expect(comment?.body).toContain(HEAD_SHA);
    expect(step.summary).toContain(reason);
    const title = '✗ fails: there is no verdict';
    expect(api.checkRuns).toMatchObject([{ conclusion: 'failure', title, summary: step.summary }]);
  });

  test('has a comment and a check run for each leg of a matrix, though all check one path', async () => {
    const leg = { event: EVENTS['a pull request'], token: TOKEN };
    const inputs = { comment: 'on-failure', 'check-run': 'true' };
    for (const kernel of [ZSTD, XZ]) await check(kernel, inputs, { ...leg, matrix: { cc: 'gcc' } });
    await check(ZSTD, inputs, { ...leg, matrix: { cc: 'clang', lto: true } });
    await check(XZ, inputs, { ...leg, matrix: { cc: 'gcc' } });
    expect(api.comments.map(({ minimized }) => minimized)).toEqual(['resolved', null]);
    expect(api.checkRuns.map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ['Xen boot gate: Kernels / build (gcc) / gate', 'failure'],
      ['Xen boot gate: Kernels / build (gcc) / gate', 'success'],
      ['Xen boot gate: Kernels / build (clang, true) / gate', 'failure'],
      ['Xen boot gate: Kernels / build (gcc) / gate', 'success'],
    ]);
  });

  test('keeps what the run of its newest commit said', async () => {
    await check(ZSTD, { comment: 'always' });
    const [comment] = api.comments.map(({ body }) => body);
    api.pulls.splice(0, 1, { number: PULL, head: 'Codertocat:changes', sha: '0'.repeat(40) });
    const step = await check(XZ, EVERYTHING);
    expect(remarksOf(step)).toEqual([]);
    expect(step.log).toContain(
      `No comment was posted: the pull request has a newer commit than ${HEAD_SHA}.`,
    );
    expect(api.comments.map(({ body }) => body)).toEqual([comment]);
    expect(api.checkRuns).toMatchObject([{ headSha: HEAD_SHA, conclusion: 'success' }]);
  });

  test('has its comment hidden, too, when there is no kernel left', async () => {
    await check(ZSTD, { comment: 'always' });
    expect((await checkNothing({ 'if-no-kernels': 'ignore' })).outputs.verdict).toBe('skipped');
    expect(api.comments).toMatchObject([
      { body: expect.stringContaining('❌ fails'), minimized: 'resolved' },
    ]);
    expect(api.checkRuns).toMatchObject([
      { conclusion: 'skipped', summary: 'No kernel found: nothing matches vmlinuz.' },
    ]);
    await check(XZ, { comment: 'always' });
    expect(api.comments).toMatchObject([{ body: expect.stringContaining('✅'), minimized: null }]);
  });

  test('has a check run, too, when a policy names a thousand places without a kernel', async () => {
    const places = Array.from(
      { length: 1000 },
      (_, at) => `  k${at}: 'build/@@@@@@@@${at}'\n`,
    ).join('');
    const files = { '.github/xen-boot-gate.yml': `kernels:\n${places}` };
    const step = await checkNothing({ kernels: '', 'if-no-kernels': 'ignore' }, files);
    expect(remarksOf(step)).toEqual([]);
    expect(api.checkRuns).toMatchObject([{ conclusion: 'skipped' }]);
  });

  test.each(['a pull request from a fork', 'a pull request from a fork that was deleted'] as const)(
    '%s gets the missing permissions, and keeps its verdict',
    async (name) => {
      api.permissions = [];
      for (const kernel of [ZSTD, XZ]) {
        const step = await check(kernel, EVERYTHING, { event: EVENTS[name], token: TOKEN });
        expect(remarksOf(step)).toEqual([
          expect.stringMatching(/^notice: .* comment .* fork .*"pull-requests: write"/),
          expect.stringMatching(/^notice: .* check run .* fork .*"checks: write"/),
        ]);
        expect(step.outputs['comment-body']).toContain('## Xen boot gate');
      }
    },
  );
});

describe('without a pull request', () => {
  test.each([
    ['a merge group', EVENTS['a merge group'].payload.merge_group.head_sha],
    ['a workflow that follows another', HEAD_SHA],
    ['a push', EVENTS['a push'].sha],
    ['a schedule', EVENTS['a schedule'].sha],
    ['a dispatch by hand', EVENTS['a dispatch by hand'].sha],
  ] as const)('%s gets a check run', async (name, sha) => {
    const step = await check(ZSTD, EVERYTHING, { event: EVENTS[name], token: TOKEN });
    expect(remarksOf(step)).toEqual([]);
    expect(step.log).toContain('No comment was posted: this run has no pull request.');
    expect(api.comments).toEqual([]);
    expect(api.checkRuns.map(({ headSha }) => headSha)).toEqual([sha]);
  });

  test('and outside of GitHub there is nothing to write to', async () => {
    const step = await check(XZ, EVERYTHING, { token: TOKEN });
    expect(remarksOf(step)).toEqual([]);
    expect(api.asked).toEqual([]);
  });
});

describe('what comes in the way', () => {
  test.each([
    ['no permission', 403, 'notice: .*lacks the permission "pull-requests: write", add'],
    ['nothing to be seen', 404, 'notice: .*lacks the permission "pull-requests: write", add'],
    ['a wrong request', 422, 'warning: .*Validation Failed.* \\(status 422\\)'],
    ['the end of patience', 429, "warning: .*GitHub's rate limit is exceeded"],
  ])('%s is one sentence', async (_, status, sentence) => {
    const headers = status === 429 ? { 'retry-after': '3600' } : {};
    api.upset('issues/create-comment', refuse(status, 'Validation Failed', headers));
    const step = await check(ZSTD, { comment: 'on-failure' });
    expect(remarksOf(step)).toEqual([expect.stringMatching(sentence)]);
  });

  test('does not keep the check run from being written', async () => {
    api.permissions = ['checks'];
    const step = await check(ZSTD, EVERYTHING);
    expect(remarksOf(step)).toHaveLength(1);
    expect(api.checkRuns).toHaveLength(1);
  });

  test('and passes is waited for', async () => {
    const message = 'Something went wrong while executing your query.';
    api.upset('graphql', answer(200, { data: null, errors: [{ message }] }));
    const limit = 'You have exceeded a secondary rate limit.';
    api.upset('issues/create-comment', refuse(403, limit, { 'retry-after': '30' }), 'lost');
    const paused = { ...PULL_REQUEST, env: WITHOUT_PAUSES };
    const step = await check(ZSTD, { comment: 'on-failure' }, paused, runner.run);
    expect(remarksOf(step)).toEqual([]);
    const pauses = step.log.filter((line) => line.startsWith('pauses of'));
    expect(pauses).toEqual([1, 30, 4].map((seconds) => `pauses of ${seconds * 1000} ms`));
    expect(api.comments).toHaveLength(1);
  });

  test.each([
    ['that is missing', ''],
    ['of another account', 'ghs_wrong'],
    ['that is no token at all', `${TOKEN} é`],
  ])('a token %s is one notice each', async (_, token) => {
    const event = EVENTS['a pull request'];
    const step = await check(ZSTD, EVERYTHING, { event, token });
    expect(remarksOf(step)).toEqual([
      expect.stringMatching(/^notice: .* comment .*"github-token"/),
      expect.stringMatching(/^notice: .* check run .*"github-token"/),
    ]);
  });
});

test.each([
  '</code>|`<!-- xen-boot-gate 0123456789abcdef -->'.replaceAll('/', '\\'),
  '##[error]planted ::error::planted @someone #1 \x1b[31m\u202e',
])('an untrusted user who names a kernel %j gets nowhere', async (name) => {
  const step = await runner.runHere({
    files: { [`build/${name}`]: ZSTD },
    with: { kernels: 'build', xen: '4.14', boot: 'pv-domu', ...EVERYTHING },
    env: { GITHUB_API_URL: api.url },
    event: EVENTS['a pull request'],
    token: TOKEN,
  });
  expect(step.exitCode).toBe(1);
  expect(remarksOf(step)).toEqual([]);
  const [comment, run] = [api.comments[0]?.body ?? '', api.checkRuns[0]];
  expect(comment.match(/<!-- xen-boot-gate/g)).toHaveLength(1);
  for (const text of [comment, run?.summary ?? '']) {
    expect(text.replaceAll('\n', '')).toMatch(/^\P{C}*$/u);
    expect(text).not.toMatch(/##\[|@someone|<\\code/);
  }
  expect(run?.annotations).toHaveLength(1);
  expect(JSON.stringify(run?.annotations)).not.toMatch(/\x1b|\\u001b|\u202e|##\[/);
});

test('an untrusted user who copies the marker gets nowhere', async () => {
  const { outputs } = await check(ZSTD, {});
  const copy = `${outputs['comment-body']}`.replace('✗ fails', '✓ passes');
  api.addComment({ author: 'other-user', body: copy });
  await check(ZSTD, { comment: 'on-failure' });
  expect(api.comments.map(({ author }) => author)).toEqual(['other-user', 'github-actions[bot]']);
  expect(api.comments[0]?.body).toBe(copy);
});
