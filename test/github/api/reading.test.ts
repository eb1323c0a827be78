import { expect, test } from 'vitest';
import { ContentError } from '../../../src/github/api/contents.ts';
import { explainReading } from '../../../src/github/api/reading.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-text.ts';

const rest = (status: number, message = 'No', headers: object = {}) =>
  Object.assign(new Error(message), { status, response: { headers, data: {} } });

test.each([
  [
    rest(403, 'Resource not accessible'),
    'GitHub says "Resource not accessible". If the token lacks',
  ],
  [rest(404, 'Not Found'), 'lacks the permission "contents: read", add it to the "permissions"'],
  [rest(401), 'GitHub rejects the token in the input "github-token"'],
  [rest(403, 'You have exceeded a secondary rate limit'), "GitHub's rate limit is exceeded"],
  [rest(429), "GitHub's rate limit is exceeded"],
  [rest(403, 'This API returns blobs up to 100 MB in size.'), 'larger than 100 MB'],
  [rest(502, ''), 'GitHub answered with an error (status 502)'],
  [{ status: 500, message: 'connect ECONNREFUSED' }, 'GitHub did not answer: connect ECONNREFUSED'],
  [new TypeError('x is no function'), 'GitHub answered with an error: x is no function'],
  [new ContentError('is a directory'), 'it is a directory'],
])('%s is one clause', (error, words) => {
  const clause = explainReading(error);
  expect(clause).toContain(words);
  expect(clause).not.toMatch(/\.$|\n/);
});

test.each(HOSTILE_TEXTS)('GitHub may say %j', (text) => {
  expect(explainReading(rest(403, text))).not.toMatch(/[\p{Cc}\p{Cf}]|##\[|::/u);
});
