import { expect, test } from 'vitest';
import { explainNoToken, explainRefusal } from '../../../src/github/api/refusal.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-text.ts';

const POSTING = {
  what: 'pull-request comment',
  permission: 'pull-requests: write',
  fork: false,
  instead: 'look elsewhere',
};

const rest = (status: number, message = 'No', headers: object = {}, data: unknown = {}) => {
  return Object.assign(new Error(message), { status, response: { headers, data } });
};

/** What proxies, and GitHub's servers that are down, answer with. Octokit takes it for the message. */
const PAGE = '<!DOCTYPE html>\n<!--\n\nHello future GitHubber! -->\n';

/** As Octokit has it. */
const graphql = (error: { readonly type?: string; readonly message: string }) => {
  const message = `Request failed due to following response errors:\n - ${error.message}`;
  return { errors: [error], message };
};

test.each([
  [rest(403), 'GitHub says "No". If the token lacks the permission "pull-requests: write", add it'],
  [rest(404), 'GitHub says "No". If the token lacks the permission "pull-requests: write", add it'],
  [rest(403, 'The issue is locked'), 'GitHub says "The issue is locked"'],
  [{ errors: [{ type: 'FORBIDDEN' }], message: '' }, 'lacks the permission "pull-requests: write"'],
  [{ errors: [{ type: 'NOT_FOUND' }], message: '' }, 'lacks the permission "pull-requests: write"'],
  [rest(403, PAGE, {}, PAGE), 'not posted: GitHub refuses it. If the token lacks'],
  [graphql({ type: 'FORBIDDEN', message: 'Resource not accessible' }), 'says "Resource not access'],
  [rest(401), 'GitHub rejects the token in the input "github-token"'],
])('what the workflow was never allowed is a notice: %s', (error, words) => {
  const { level, message } = explainRefusal(error, POSTING);
  expect(level).toBe('notice');
  expect(message).toContain(`The pull-request comment was not posted: `);
  expect(message).toContain(words);
});

test.each([
  [rest(403, 'You have exceeded a secondary rate limit'), "GitHub's rate limit is exceeded"],
  [rest(403, '', { 'retry-after': '3600' }), "GitHub's rate limit is exceeded"],
  [rest(429), "GitHub's rate limit is exceeded"],
  [rest(422, 'Body is too long'), 'Body is too long (status 422)'],
  [{ errors: [{}], message: 'No node' }, 'GitHub refused it: No node (status 200)'],
  [
    rest(422, 'Invalid request.\n\nNo commit'),
    'refused it: Invalid request. No commit (status 422)',
  ],
  [rest(502, PAGE, {}, PAGE), 'not posted: GitHub refused it (status 502).'],
  [rest(504, '', {}, ''), 'not posted: GitHub refused it (status 504).'],
  [{ status: 500, message: 'connect ECONNREFUSED' }, 'did not answer: connect ECONNREFUSED'],
  [new TypeError('x is no function'), 'this Action crashed: x is no function'],
  ['thrown', 'this Action crashed: thrown'],
])('what should have worked is a warning: %s', (error, words) => {
  const { level, message } = explainRefusal(error, POSTING);
  expect(level).toBe('warning');
  expect(message).toContain(words);
});

/** What Octokit throws where no answer came, from the outside in. */
const unanswered = (...causes: readonly object[]) => {
  const cause = causes.reduceRight((inner, outer) => Object.assign(outer, { cause: inner }));
  return Object.assign(new Error(''), { status: 500, cause });
};

test.each([
  [
    'a proxy that wants a password',
    unanswered(
      new TypeError('fetch failed'),
      new Error('Request was cancelled.'),
      new Error('Proxy response (407) !== 200 when HTTP Tunneling'),
    ),
    'Proxy response (407) !== 200 when HTTP Tunneling',
  ],
  [
    'a host with several addresses',
    unanswered(
      new TypeError('fetch failed'),
      Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }),
    ),
    'ECONNREFUSED',
  ],
  ['time that is up', unanswered(new DOMException('It took too long.')), 'It took too long'],
])('where no answer comes, the cause is reported: %s', (_, error, words) => {
  expect(explainRefusal(error, POSTING)).toEqual({
    level: 'warning',
    message: `The pull-request comment was not posted: GitHub did not answer: ${words}.`,
  });
});

test('a fork gets the alternative', () => {
  const { level, message } = explainRefusal(rest(403), { ...POSTING, fork: true });
  expect(level).toBe('notice');
  expect(message).toContain('"pull-requests: write"');
  expect(message).toContain('look elsewhere');
});

test('no token is a notice', () => {
  expect(explainNoToken(POSTING)).toEqual({
    level: 'notice',
    message: 'The pull-request comment was not posted: the input "github-token" is empty.',
  });
});

test.each(HOSTILE_TEXTS)("a server's words stay words, and few: %j", (text) => {
  const { message } = explainRefusal(rest(422, text.repeat(500)), POSTING);
  expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|##\[|::/u);
  expect(message.length).toBeLessThan(2000);
});
