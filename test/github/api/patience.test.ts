import { expect, onTestFinished, test, vi } from 'vitest';
import { patiently } from '../../../src/github/api/patience.ts';

const NEVER = new AbortController().signal;

/** Fails with the errors in turn and then succeeds; reports what was waited, in seconds. */
async function attempt(errors: readonly object[], deadline = NEVER) {
  const pauses: number[] = [];
  let done = 0;
  const task = async () => {
    const error = errors[done++];
    if (error) throw error;
    return 'done';
  };
  const sleep = async (ms: number) => pauses.push(ms / 1000);
  const outcome = await patiently(task, deadline, sleep).catch((error) => error);
  return { outcome, pauses };
}

const down = { status: 502, message: 'Server Error' };
const limited = (headers: object, message = 'You have exceeded a secondary rate limit.') => ({
  status: 403,
  message,
  response: { headers },
});
const tooMany = { status: 429, message: '', response: { headers: { 'retry-after': '7' } } };

test.each([
  ['what works', [], []],
  ['a server that is down once', [down], [1]],
  ['a server that is down three times', [down, down, down], [1, 2, 4]],
  [
    'a query that failed',
    [{ errors: [{ message: 'Something went wrong while executing your query.' }], message: '' }],
    [1],
  ],
  ['a limit that says when it ends', [limited({ 'retry-after': '30' })], [30]],
  ['a limit that does not', [limited({})], [60]],
  ['too many requests', [tooMany], [7]],
  ['a limit that GraphQL reports', [{ errors: [{}], message: 'secondary rate limit' }], [60]],
])('%s is done in the end', async (_, errors, pauses) => {
  expect(await attempt(errors)).toEqual({ outcome: 'done', pauses });
});

const reset = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795330800' };
const hour = (headers: object) => limited(headers, 'API rate limit exceeded for installation.');

test.each([
  ['ends soon is waited for', hour(reset), 59_000, [59]],
  ['ends later is not', hour(reset), 61_000, []],
  ['has ended by our clock is not', hour(reset), -1000, []],
  ['ends at no time is not', hour({ 'x-ratelimit-remaining': '0' }), 1000, []],
  [
    'ends later, where another limit names a time, is',
    limited({ ...reset, 'retry-after': '5' }),
    61_000,
    [5],
  ],
])('the limit of an hour that %s', async (_, error, before, pauses) => {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(1_795_330_800_000 - before);
  onTestFinished(() => clock.mockRestore());
  expect((await attempt([error])).pauses).toEqual(pauses);
});

test.each([
  ['no permission', { status: 403, message: 'Resource not accessible by integration' }],
  ['nothing there', { status: 404, message: 'Not Found' }],
  ['a request that is wrong', { status: 422, message: 'Validation Failed' }],
  ['a limit that takes too long', limited({ 'retry-after': '61' })],
  ['a limit that ends at no time', limited({ 'retry-after': 'soon' })],
  ['a limit that ends in the past', limited({ 'retry-after': '-1' })],
  ['a fault of our own', new TypeError('x is not a function')],
])('%s is not tried again', async (_, error) => {
  expect(await attempt([error])).toEqual({ outcome: error, pauses: [] });
});

test('there is an end to it', async () => {
  const endless = Array.from({ length: 100 }, () => tooMany);
  expect(await attempt(endless)).toEqual({ outcome: tooMany, pauses: [7, 7, 7] });
});

test('after the deadline nothing is tried again', async () => {
  expect(await attempt([down], AbortSignal.abort())).toEqual({ outcome: down, pauses: [] });
});

test('the deadline ends a pause', async () => {
  const deadline = new AbortController();
  const task = async () => {
    setImmediate(() => deadline.abort());
    throw tooMany;
  };
  await expect(patiently(task, deadline.signal)).rejects.toBe(tooMany);
});
