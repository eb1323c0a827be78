import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../../src/github/api/client.ts';
import { ContentError, MAX_CONTENT, readContent } from '../../../src/github/api/contents.ts';
import { BASE_SHA, HEAD_SHA } from '../../support/events.ts';
import { answer, refuse } from '../../support/github-api/answer.ts';
import { startGitHubApi, TOKEN } from '../../support/github-api/server.ts';

const api = await startGitHubApi();
vi.stubEnv('GITHUB_API_URL', api.url);

beforeEach(() => api.reset());
afterEach(() => expect(api.violations).toEqual([]));
afterAll(() => {
  vi.unstubAllEnvs();
  return api.close();
});

const COMMIT = { owner: 'Codertocat', repo: 'Hello-World', sha: BASE_SHA };

function read(path: string, limit = MAX_CONTENT, commit = COMMIT) {
  const deadline = AbortSignal.timeout(20_000);
  return readContent(connect(TOKEN, deadline), commit, path, limit);
}

test.each([
  ['of some bytes', 'a/b ü?#%.yml', Buffer.from('fail-on: fails\n')],
  ['of nothing', 'empty', Buffer.alloc(0)],
  ['of every byte', 'bytes', Buffer.from(Array.from({ length: 256 }, (_, i) => i))],
  [
    'that has to be asked for by itself',
    'large',
    Buffer.alloc(2_500_000, 'no\xff\x00text', 'latin1'),
  ],
])('a file %s is read as it is', async (_, path, content) => {
  api.addContent({ commit: BASE_SHA, path, content });
  api.addContent({ commit: HEAD_SHA, path, content: 'another' });
  const bytes = await read(path);
  expect(Buffer.compare(Buffer.from(bytes ?? []), content)).toBe(0);
  expect(api.asked).toHaveLength(content.length > 2 ** 20 ? 2 : 1);
});

test('what a commit does not have is null, and a commit that is not there is an error', async () => {
  api.addContent({ commit: BASE_SHA, path: 'a', content: '' });
  expect(await read('b')).toBeNull();
  await expect(read('a', MAX_CONTENT, { ...COMMIT, sha: HEAD_SHA })).rejects.toMatchObject({
    status: 404,
  });
  await expect(read('a', MAX_CONTENT, { ...COMMIT, repo: 'private' })).rejects.toMatchObject({
    status: 404,
  });
});

test.each([
  ['a directory', 'dir', 'is a directory'],
  ['a link', 'link', 'is a link that leads to no file in the repository'],
  ['a submodule', 'sub', 'is a submodule'],
  ['a file above the limit', 'dir/file', 'has 5 bytes, more than the limit of 4'],
])('%s is no file to read', async (_, path, why) => {
  api.addContent({ commit: BASE_SHA, path: 'dir/file', content: '12345' });
  api.addContent({ commit: BASE_SHA, path: 'link', content: '../x', type: 'symlink' });
  api.addContent({ commit: BASE_SHA, path: 'sub', content: '', type: 'submodule' });
  await expect(read(path, 4)).rejects.toEqual(new ContentError(why));
});

test.each([
  [answer(200, {}), "GitHub's answer is not a file"],
  [answer(200, { type: 'file', size: -1 }), 'answer is not a file'],
  [answer(200, { type: 'file', size: 3, encoding: 'base64', content: 'AA==' }), 'GitHub sent 1'],
  [answer(200, { type: 'file', size: 2.5 }), 'answer is not a file'],
])('an answer that is no file is an error: %j', async (mishap, why) => {
  api.upset('repos/get-content', mishap);
  await expect(read('a')).rejects.toThrow(why);
  // The fake server minds such answers.
  api.reset();
});

test('a file that GitHub sends less or more of than it announced is an error', async () => {
  const file = { type: 'file', encoding: 'none', content: '', size: 4 };
  for (const content of ['12345', '123']) {
    api.addContent({ commit: BASE_SHA, path: 'a', content });
    api.upset('repos/get-content', answer(200, file));
    await expect(read('a')).rejects.toBeInstanceOf(ContentError);
    api.reset();
  }
});

test('a refusal of GitHub stays what it is', async () => {
  api.upset('repos/get-content', refuse(403, 'This API returns blobs up to 100 MB in size.'));
  await expect(read('a')).rejects.toMatchObject({ status: 403 });
});
