import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CheckRunRequest } from '../../../src/github/api/check-runs.ts';
import { putCheckRun } from '../../../src/github/api/check-runs.ts';
import { connect } from '../../../src/github/api/client.ts';
import { patiently } from '../../../src/github/api/patience.ts';
import type { Annotation } from '../../../src/github/publish/annotations.ts';
import { HEAD_SHA } from '../../support/events.ts';
import { refuse } from '../../support/github-api/answer.ts';
import { startGitHubApi, TOKEN } from '../../support/github-api/server.ts';

const api = await startGitHubApi();
vi.stubEnv('GITHUB_API_URL', api.url);

beforeEach(() => api.reset());
afterEach(() => expect(api.violations).toEqual([]));
afterAll(() => {
  vi.unstubAllEnvs();
  return api.close();
});

const NEVER = new AbortController().signal;

function put(changes: Partial<CheckRunRequest> = {}): Promise<void> {
  const request: CheckRunRequest = {
    repository: { owner: 'Codertocat', repo: 'Hello-World' },
    headSha: HEAD_SHA,
    name: 'Xen boot gate: Kernels / build / gate',
    externalId: '0123456789abcdef',
    detailsUrl: 'https://github.example/run',
    conclusion: 'failure',
    title: '✗ fails: 1 of 1 boots fails',
    summary: 'It fails.',
    annotations: [],
    ...changes,
  };
  return patiently(
    () => putCheckRun(connect(TOKEN, NEVER), request),
    NEVER,
    async () => {},
  );
}

function annotations(count: number): Annotation[] {
  return Array.from({ length: count }, (_, at) => ({
    level: at % 2 ? ('warning' as const) : ('error' as const),
    title: 'unknown-codec',
    message: `message ${at}`,
    file: at % 3 ? 'build/vmlinuz' : null,
    region: null,
  }));
}

test('a check run says how the gate decided', async () => {
  await put();
  await put({ conclusion: 'success', title: '✓ passes' });
  expect(api.checkRuns).toMatchObject([
    {
      name: 'Xen boot gate: Kernels / build / gate',
      headSha: HEAD_SHA,
      externalId: '0123456789abcdef',
      detailsUrl: 'https://github.example/run',
      status: 'completed',
      conclusion: 'failure',
      title: '✗ fails: 1 of 1 boots fails',
      summary: 'It fails.',
    },
    { conclusion: 'success', title: '✓ passes' },
  ]);
});

test.each([
  [0, 1],
  [1, 1],
  [50, 1],
  [51, 2],
  [100, 2],
  [120, 3],
])('%i annotations take %i requests and keep their order', async (count, requests) => {
  await put({ annotations: annotations(count) });
  expect(api.asked).toHaveLength(requests);
  expect(api.checkRuns).toHaveLength(1);
  expect(api.checkRuns[0]).toMatchObject({ status: 'completed', conclusion: 'failure' });
  expect(api.checkRuns[0]?.annotations).toEqual(
    annotations(count).map(({ level, title, message, file }) => ({
      path: file ?? '.github',
      start_line: 1,
      end_line: 1,
      annotation_level: level === 'error' ? 'failure' : 'warning',
      title,
      message,
    })),
  );
});

test.each([
  [
    'in one line',
    { line: 7, column: 3, endLine: 7, endColumn: 9 },
    { start_line: 7, end_line: 7, start_column: 3, end_column: 8 },
  ],
  [
    'over two lines',
    { line: 7, column: 3, endLine: 8, endColumn: 9 },
    { start_line: 7, end_line: 8 },
  ],
])('an annotation %s stands there', async (_, region, expected) => {
  const file = 'arch/x86/xen/xen-head.S';
  const annotation = { level: 'notice', title: 'rule', message: 'text', file } as const;
  await put({ annotations: [{ ...annotation, region: { file, ...region } }] });
  expect(api.checkRuns[0]?.annotations).toEqual([
    { path: file, ...expected, annotation_level: 'notice', title: 'rule', message: 'text' },
  ]);
});

test.each([
  ['could not take', refuse(503, 'Unavailable')],
  ['took, but whose answer was lost,', 'lost' as const],
])('a batch that GitHub %s for once is in the newest check run once', async (_, answer) => {
  api.upset('checks/update', answer);
  await put({ annotations: annotations(120) });
  expect(api.checkRuns.at(-1)?.annotations).toMatchObject(
    annotations(120).map(({ message }) => ({ message })),
  );
});

test('no permission ends it', async () => {
  api.permissions = ['pull-requests'];
  await expect(put({ annotations: annotations(120) })).rejects.toMatchObject({ status: 403 });
  expect(api.asked).toEqual(['checks/create']);
});
