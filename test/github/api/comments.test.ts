import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect } from '../../../src/github/api/client.ts';
import type { CommentRequest } from '../../../src/github/api/comments.ts';
import { putComment } from '../../../src/github/api/comments.ts';
import { patiently } from '../../../src/github/api/patience.ts';
import { HEAD_SHA, PULL } from '../../support/events.ts';
import { answer, refuse } from '../../support/github-api/answer.ts';
import { showComment } from '../../support/github-api/repository.ts';
import { startGitHubApi, TOKEN } from '../../support/github-api/server.ts';

const api = await startGitHubApi();
vi.stubEnv('GITHUB_API_URL', api.url);

beforeEach(() => api.reset());
afterEach(() => expect(api.violations).toEqual([]));
afterAll(() => {
  vi.unstubAllEnvs();
  return api.close();
});

const MARKER = '<!-- xen-boot-gate 0123456789abcdef -->';
const NEVER = new AbortController().signal;

interface Line {
  readonly token?: string;
  /** In milliseconds. */
  readonly timeout?: number;
  readonly deadline?: AbortSignal;
}

function put(
  changes: Partial<CommentRequest> = {},
  { token = TOKEN, timeout, deadline = NEVER }: Line = {},
): Promise<boolean> {
  return putComment(connect(token, deadline, timeout), {
    pull: { owner: 'Codertocat', repo: 'Hello-World', issue_number: PULL },
    headSha: HEAD_SHA,
    marker: MARKER,
    body: `${MARKER}\nnew`,
    settled: false,
    ...changes,
  });
}

const OLD = { body: `${MARKER}\nold` };

/** What a reader sees: the texts that are not hidden. */
function shown(): string[] {
  return api.comments.filter(({ minimized }) => minimized === null).map(({ body }) => body);
}

describe('with something to report', () => {
  test('a comment is written, and updated from then on', async () => {
    await put({ body: `${MARKER}\nfirst` });
    await put({ body: `${MARKER}\nsecond` });
    expect(api.comments.map(({ body, pull }) => ({ body, pull }))).toEqual([
      { body: `${MARKER}\nsecond`, pull: PULL },
    ]);
  });

  test('the one that was hidden is shown again', async () => {
    api.addComment({ ...OLD, minimized: 'resolved' });
    await put();
    expect(shown()).toEqual([`${MARKER}\nnew`]);
    expect(api.asked.filter((name) => name === 'graphql')).toHaveLength(2);
  });

  test('the one that is shown is not shown again', async () => {
    api.addComment(OLD);
    await put();
    expect(api.asked).toEqual(['graphql', 'issues/list-comments', 'issues/update-comment']);
  });
});

describe('with all settled', () => {
  test('nothing is written where there is nothing', async () => {
    await put({ settled: true });
    expect(api.comments).toEqual([]);
  });

  test('the one that is there is updated, and hidden as resolved', async () => {
    api.addComment(OLD);
    await put({ settled: true });
    await put({ settled: true });
    expect(api.comments).toMatchObject([{ body: `${MARKER}\nnew`, minimized: 'resolved' }]);
  });

  test('and without a new text, the old one is hidden', async () => {
    await put({ settled: true, body: null });
    expect(api.comments).toEqual([]);
    api.addComment(OLD);
    await put({ settled: true, body: null });
    expect(api.comments).toMatchObject([{ ...OLD, minimized: 'resolved' }]);
  });
});

describe('where GitHub does not say whether it is hidden', () => {
  test.each([
    { settled: true, was: null, is: 'resolved' },
    { settled: true, was: 'resolved', is: 'resolved' },
    { settled: false, was: 'resolved', is: null },
    { settled: false, was: null, is: null },
  ])('the comment is as it has to be: %j', async ({ settled, was, is }) => {
    const comment = api.addComment({ ...OLD, minimized: was });
    const { minimized: _, ...silent } = { minimized: null, ...showComment(comment, api.url) };
    api.upset('issues/list-comments', answer(200, [silent]));
    await put({ settled });
    expect(api.comments).toMatchObject([{ minimized: is }]);
  });
});

describe('of a commit that the pull request has moved on from', () => {
  const outdated = { headSha: '0'.repeat(40) };

  test('a comment is not written', async () => {
    await expect(put(outdated)).resolves.toBe(false);
    expect(api.comments).toEqual([]);
    await expect(put()).resolves.toBe(true);
    expect(api.comments).toHaveLength(1);
  });

  test.each([
    { settled: false, minimized: 'resolved' },
    { settled: true, minimized: null },
    { settled: true, minimized: null, body: null },
  ])('the one that is there stays as it is: %j', async ({ minimized, ...changes }) => {
    const comment = { ...api.addComment({ ...OLD, minimized }) };
    await expect(put({ ...outdated, ...changes })).resolves.toBe(false);
    expect(api.comments).toEqual([comment]);
  });
});

describe('the comment', () => {
  const others = (count: number) => {
    for (let at = 0; at < count; at++) api.addComment({ author: 'someone', body: `comment ${at}` });
  };

  test('is found behind many others', async () => {
    others(250);
    api.addComment(OLD);
    others(250);
    await put();
    expect(api.comments).toHaveLength(501);
    expect(api.comments[250]?.body).toBe(`${MARKER}\nnew`);
    expect(api.asked.filter((name) => name === 'issues/list-comments')).toHaveLength(3);
  });

  test('is written where none of many is ours', async () => {
    others(200);
    await put();
    expect(api.comments).toHaveLength(201);
  });

  test('is the first of several', async () => {
    api.addComment(OLD);
    api.addComment(OLD);
    await put();
    expect(shown()).toEqual([`${MARKER}\nnew`, OLD.body]);
  });

  test.each([null, 'resolved'])(
    'is that of another run of the commit that was as quick and is %j',
    async (minimized) => {
      api.addComment({ ...OLD, minimized });
      api.upset('issues/list-comments', answer(200, []));
      await put();
      expect(api.comments).toMatchObject([
        { body: `${MARKER}\nnew`, minimized: null },
        { body: `${MARKER}\nnew`, minimized: 'duplicate' },
      ]);
    },
  );

  test.each([
    ['of another user with our marker', { author: 'someone', body: OLD.body }],
    ["another app's with our marker", { author: 'other[bot]', body: OLD.body }],
    ['one that quotes it', { body: `> ${OLD.body}` }],
    ["another job's", { body: `${MARKER.replace('0', '1')}\nold` }],
    ["another pull request's", { ...OLD, pull: PULL + 1 }],
  ])('is not %s', async (_, other) => {
    api.addComment(other);
    await put();
    expect(api.comments.map(({ body }) => body)).toEqual([other.body, `${MARKER}\nnew`]);
  });

  test('is there once, though the answer to its making was lost', async () => {
    api.upset('issues/create-comment', 'lost');
    await patiently(
      () => put(),
      NEVER,
      async () => {},
    );
    expect(shown()).toEqual([`${MARKER}\nnew`]);
    expect(api.asked).toContain('issues/update-comment');
  });

  test('is not posted again where the list of comments breaks off', async () => {
    api.addComment(OLD);
    api.upset('issues/list-comments', 'stuck');
    // On a slow machine the time is over before the answer starts.
    await expect(put({}, { timeout: 200 })).rejects.toThrow(/answered nothing|timeout/);
    expect(api.comments.map(({ body }) => body)).toEqual([OLD.body]);
  });

  test('is given up where no answer comes', async () => {
    api.upset('issues/list-comments', 'silent');
    await expect(put({}, { timeout: 200 })).rejects.toThrow('timeout');
  });

  test('is given up when the time of all is up', async () => {
    const deadline = AbortSignal.abort(new Error('time is up'));
    await expect(put({}, { deadline })).rejects.toThrow('time is up');
  });
});

test.each([
  ['issues/list-comments', 404],
  ['issues/create-comment', 403],
  ['issues/create-comment', 422],
  ['graphql', 500],
])('%s that answers %i is reported as it is', async (operation, status) => {
  api.upset(operation, refuse(status, 'No'));
  await expect(put()).rejects.toMatchObject({ status });
});

test('a token that may not write is reported as that, and a wrong one as what it is', async () => {
  api.permissions = [];
  await expect(put()).rejects.toMatchObject({ status: 403 });
  api.addComment(OLD);
  await expect(put()).rejects.toMatchObject({ status: 403 });
  await expect(put({}, { token: 'ghs_wrong' })).rejects.toMatchObject({ status: 401 });
});
