import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test, vi } from 'vitest';
import { putCheckRun } from '../../../src/github/api/check-runs.ts';
import { connect } from '../../../src/github/api/client.ts';
import { putComment } from '../../../src/github/api/comments.ts';
import { explainRefusal } from '../../../src/github/api/refusal.ts';

/** Answers everything with the same. */
let body = '';
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});
vi.stubEnv('GITHUB_API_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

const POSTING = { what: 'comment', permission: 'none', fork: false, instead: '' };
const client = connect('a-token', new AbortController().signal);

const annotation = { level: 'error', title: 't', message: 'm', file: null, region: null } as const;

const TASKS = {
  comment: () =>
    putComment(client, {
      pull: { owner: 'o', repo: 'r', issue_number: 1 },
      headSha: 'abc',
      marker: 'm',
      body: 'm',
      settled: false,
    }),
  'check run': () =>
    putCheckRun(client, {
      repository: { owner: 'o', repo: 'r' },
      headSha: 'abc',
      name: 'n',
      externalId: 'e',
      detailsUrl: 'http://127.0.0.1/',
      conclusion: 'success',
      title: 't',
      summary: 's',
      annotations: Array.from({ length: 60 }, () => annotation),
    }),
};

const HEAD = '"repository":{"pullRequest":{"headRefOid":"abc"}}';

test.each([
  '{}',
  'null',
  '[]',
  '5',
  '"text"',
  '',
  '<!DOCTYPE html><p>Sign in</p>',
  '{"data":',
  '{"data":null}',
  '{"data":{}}',
  '{"data":[]}',
  '{"data":{"viewer":null,"repository":null}}',
  `{"data":{"viewer":{"login":5},${HEAD}}}`,
  `{"data":{"viewer":{"login":"l"},${HEAD}}}`,
  '{"errors":5}',
  '{"errors":[null]}',
  '{"id":"1"}',
  '[null]',
  '[{"id":1,"node_id":"n","user":5}]',
])('an answer that is none is reported, not stumbled over: %s', async (text) => {
  body = text;
  for (const task of Object.values(TASKS)) {
    const thrown = await task().then(
      () => null,
      (error: unknown) => error,
    );
    const { level, message } = explainRefusal(thrown, POSTING);
    expect(level).toBe('warning');
    expect(message).toMatch(/^The comment was not posted: GitHub answered .+ instead of .+\.$/);
  }
});

test('what the server answered is quoted, on one line and in short', async () => {
  body = `<html>\n\x1b[2J::error::${'a'.repeat(1000)}</html>`;
  const thrown = await TASKS.comment().catch((error: unknown) => error);
  const { message } = explainRefusal(thrown, POSTING);
  expect(message).toContain('GitHub answered <html> \\u{1b}[2J:\\u{3a}error:\\u{3a}aaa');
  expect(message.length).toBeLessThan(300);
});
