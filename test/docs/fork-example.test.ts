import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../src/github/api/client.ts';
import { commentBody } from '../../src/github/publish/comment.ts';
import { HEAD_SHA, PULL } from '../support/events.ts';
import { report } from '../support/fixture-report.ts';
import { startGitHubApi, TOKEN } from '../support/github-api/server.ts';

const api = await startGitHubApi();
vi.stubEnv('GITHUB_API_URL', api.url);

const temp = mkdtempSync(join(tmpdir(), 'fork-'));
const artifact = join(temp, 'untrusted');
vi.stubEnv('RUNNER_TEMP', temp);

beforeEach(() => {
  api.reset();
  api.pulls.splice(0, 1, { ...ITS_PULL, number: 3, head: 'Octocoders:other' }, ITS_PULL);
  mkdirSync(artifact);
});
afterEach(() => {
  expect(api.violations).toEqual([]);
  rmSync(artifact, { recursive: true });
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(temp, { recursive: true });
  return api.close();
});

function readExample(name: string): string {
  return readFileSync(
    new URL(`../../examples/fork-pull-requests/${name}`, import.meta.url),
    'utf8',
  );
}

/** What the steps of a workflow run: a line, or a block of lines. */
function scriptsOf(name: string): string[] {
  const script = /^( *)(?:run|script): (?:\|\n((?:\1 +.*\n|\n)*)|(.*))/gm;
  return [...readExample(name).matchAll(script)].map(([, , block, line]) => block ?? line ?? '');
}

/** How the checking workflow ended, as GitHub reports it to the privileged one. */
const CHECKED = {
  conclusion: 'failure',
  head_sha: HEAD_SHA,
  head_branch: 'changes; $(id)',
  head_repository: { owner: { login: 'Octocoders' } },
};
const ITS_PULL = { number: PULL, head: 'Octocoders:changes; $(id)', sha: HEAD_SHA };

/** Runs the script of the privileged workflow as actions/github-script does; reports what it said. */
async function runScript(checked: object = {}) {
  const said: string[] = [];
  const print = (text: string) => said.push(text);
  const given = {
    require: createRequire(import.meta.url),
    core: { setFailed: print, notice: print },
    github: connect(TOKEN, new AbortController().signal),
    context: {
      repo: { owner: 'Codertocat', repo: 'Hello-World' },
      payload: { workflow_run: { ...CHECKED, ...checked } },
    },
  };
  const [script = ''] = scriptsOf('comment.yml');
  const AsyncFunction = Object.getPrototypeOf(runScript).constructor;
  await new AsyncFunction(...Object.keys(given), script)(...Object.values(given));
  return said;
}

const body = (key: string) => commentBody(report([]), { key: key.repeat(16), origin: null });

test('the comment of a fork is posted, and updated from then on', async () => {
  api.addComment({ author: 'someone', body: body('a') });
  for (const key of ['a', 'a', 'b']) {
    writeFileSync(join(artifact, 'comment.md'), body(key));
    expect(await runScript()).toEqual([]);
  }
  expect(api.comments.map((comment) => [comment.pull, comment.author, comment.body])).toEqual([
    [PULL, 'someone', body('a')],
    [PULL, 'github-actions[bot]', body('a')],
    [PULL, 'github-actions[bot]', body('b')],
  ]);
});

test('a comment that a user edited on the page is still the one', async () => {
  api.addComment({ body: body('a').replaceAll('\n', '\r\n') });
  writeFileSync(join(artifact, 'comment.md'), body('a'));
  expect(await runScript()).toEqual([]);
  expect(api.comments.map((comment) => comment.body)).toEqual([body('a')]);
});

test.each([
  ['has no marker', 'Your kernel is fine.'],
  ['has a marker further on', `Fine.\n${body('a')}`],
  ['has a marker that is none', '<!-- xen-boot-gate fine -->\n'],
  ['is too large', body('a') + 'x'.repeat(65_536)],
])('a text that %s is not posted', async (_, text) => {
  writeFileSync(join(artifact, 'comment.md'), text);
  expect(await runScript()).toEqual(['The artifact holds no comment of xen-boot-gate.']);
  expect(api.asked).toEqual([]);
});

test('an artifact without a text is not posted', async () => {
  writeFileSync(join(artifact, 'other.md'), body('a'));
  expect(await runScript()).toEqual(['The artifact holds no comment of xen-boot-gate.']);
  mkdirSync(join(artifact, 'comment.md'));
  expect(await runScript()).toEqual(['The artifact holds no comment of xen-boot-gate.']);
});

test('a link is not followed', async () => {
  writeFileSync(join(artifact, 'secret'), body('a'));
  symlinkSync('secret', join(artifact, 'comment.md'));
  expect(await runScript()).toEqual(['The artifact holds no comment of xen-boot-gate.']);
});

test('a run that passes hides the comment, and one that fails shows it again', async () => {
  writeFileSync(join(artifact, 'comment.md'), body('a'));
  const states: unknown[] = [];
  for (const conclusion of ['success', 'failure', 'success', 'success', 'failure']) {
    expect(await runScript({ conclusion })).toEqual([]);
    states.push(api.comments.map(({ minimized }) => minimized));
  }
  expect(states).toEqual([[], [null], ['resolved'], ['resolved'], [null]]);
});

test.each([
  ['has moved on', { head_sha: '0'.repeat(40) }],
  ['is of another branch', { head_branch: 'main' }],
  ['is of a fork that was deleted', { head_repository: null }],
])('a pull request that %s gets no comment', async (_, checked) => {
  writeFileSync(join(artifact, 'comment.md'), body('a'));
  expect(await runScript(checked)).toEqual(['No open pull request is at that commit now.']);
  expect(api.comments).toEqual([]);
});

test('a run that is done again hands over its own comment', () => {
  expect(readExample('kernels.yml')).toMatch(
    /name: xen-boot-gate-comment\n(?: +.*\n)*? +overwrite: true/,
  );
});

test('two runs of one commit do not write at the same time', () => {
  expect(readExample('comment.yml')).toMatch(/^concurrency:\n {2}group: .*workflow_run\.head_sha/m);
});

test('nothing that an untrusted user names becomes part of a script', () => {
  const scripts = ['kernels.yml', 'comment.yml'].flatMap(scriptsOf);
  expect(scripts).toHaveLength(3);
  for (const script of scripts) expect(script).not.toMatch(/\$\{\{/);
});
