import { afterAll, beforeEach, expect, test } from 'vitest';
import { HEAD_SHA, REPOSITORY } from '../events.ts';
import { refuse } from './answer.ts';
import { startGitHubApi, TOKEN } from './server.ts';

const api = await startGitHubApi();
beforeEach(() => api.reset());
afterAll(() => api.close());

async function ask(method: string, path: string, body?: object, token = TOKEN) {
  const response = await fetch(`${api.url}${path}`, {
    method,
    headers: { authorization: `token ${token}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const COMMENTS = `/repos/${REPOSITORY}/issues/7/comments`;
const CHECKS = `/repos/${REPOSITORY}/check-runs`;
const run = { name: 'gate', head_sha: HEAD_SHA, status: 'completed', conclusion: 'success' };
const note = { path: 'x', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'm' };
const output = (...annotations: object[]) => ({ title: 't', summary: 's', annotations });

test.each([
  ['GET', `/repos/${REPOSITORY}/issues/seven/comments`, undefined, 'path issue_number must be'],
  ['GET', `${COMMENTS}?per_page=all`, undefined, 'query per_page must be integer'],
  ['GET', `${COMMENTS}?pages=2`, undefined, 'query has an unknown pages'],
  ['GET', `/repos/${REPOSITORY}/pulls?state=merged`, undefined, 'query state must be equal to'],
  ['POST', COMMENTS, undefined, 'body must have required property'],
  ['POST', COMMENTS, {}, "body must have required property 'body'"],
  ['POST', COMMENTS, { body: 7 }, 'body/body must be string'],
  ['POST', COMMENTS, { body: '', hidden: true }, 'body has an unknown hidden'],
  ['POST', CHECKS, { name: 'gate' }, "required property 'head_sha'"],
  ['POST', CHECKS, { ...run, conclusion: 'failed' }, 'body/conclusion must be equal to one of'],
  [
    'POST',
    CHECKS,
    { ...run, output: output({ ...note, annotation_level: 'error' }) },
    'annotation_level must be equal to one of',
  ],
  [
    'POST',
    CHECKS,
    { ...run, output: output(...Array(51).fill(note)) },
    'annotations must NOT have more than 50 items',
  ],
  [
    'POST',
    CHECKS,
    { ...run, output: { title: '', summary: 's'.repeat(65_536) } },
    'summary must NOT have more than 65535 characters',
  ],
])('the description forbids %s %s %j', async (method, path, body, fault) => {
  expect((await ask(method, path, body)).status).toBe(422);
  expect(api.violations.join('\n')).toContain(fault);
});

test.each([
  ['a comment of 65,537 characters', COMMENTS, { body: 'x'.repeat(65_537) }],
  ['a check run that ended without a result', CHECKS, { ...run, conclusion: undefined }],
  [
    'columns in two lines',
    CHECKS,
    { ...run, output: output({ ...note, end_line: 2, start_column: 1 }) },
  ],
  [
    'lines that end before they start',
    CHECKS,
    { ...run, output: output({ ...note, end_line: 0 }) },
  ],
  [
    'columns that end before they start',
    CHECKS,
    { ...run, output: output({ ...note, start_column: 2, end_column: 1 }) },
  ],
  [
    'a message of more than 64 KB',
    CHECKS,
    { ...run, output: output({ ...note, message: '😀'.repeat(16_385) }) },
  ],
])('GitHub refuses %s, though the description does not say so', async (_, path, body) => {
  expect((await ask('POST', path, body)).status).toBe(422);
  expect(api.violations).toEqual([]);
});

test.each([
  ['a server that is down', refuse(502, 'Server Error'), TOKEN],
  ['a token that is unknown', null, 'ghs_wrong'],
])('a request is checked even by %s', async (_, mishap, token) => {
  if (mishap) api.upset('issues/create-comment', mishap);
  expect((await ask('POST', COMMENTS, { body: 7 }, token)).status).toBe(mishap?.status ?? 401);
  expect(api.violations).toEqual(['issues/create-comment: body/body must be string']);
});

test.each([
  'query { viewer { name } }',
  'mutation { minimizeComment(input: { subjectId: "IC_1000" }) { clientMutationId } }',
  'mutation { minimizeComment(input: { subjectId: "IC_1000", classifier: DONE }) { clientMutationId } }',
  'mutation ($id: ID!) { unminimizeComment(input: { subjectId: $id }) { clientMutationId } }',
  'not a query',
])('the schema forbids %s', async (query) => {
  api.addComment({ body: 'x' });
  expect((await ask('POST', '/graphql', { query })).body).toHaveProperty('errors');
  expect(api.violations).toHaveLength(1);
});

test('what is not there, or not ours, is not found', async () => {
  expect((await ask('GET', '/repos/a/b/issues/7/comments')).status).toBe(404);
  const comment = `/repos/${REPOSITORY}/issues/comments/1`;
  expect((await ask('PATCH', comment, { body: 'x' })).status).toBe(404);
  expect(api.violations).toEqual([]);
});

test('pages are linked', async () => {
  for (let at = 0; at < 3; at++) api.addComment({ body: `${at}` });
  const response = await fetch(`${api.url}${COMMENTS}?per_page=2`, {
    headers: { authorization: `token ${TOKEN}` },
  });
  expect(await response.json()).toHaveLength(2);
  expect(response.headers.get('link')).toBe(
    `<${api.url}${COMMENTS}?per_page=2&page=2>; rel="next"`,
  );
  expect(api.violations).toEqual([]);
});
