import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseOf, readBase } from '../../../src/github/policy/base-commit.ts';
import { BASE_SHA, EVENTS, HEAD_SHA, type TriggerEvent } from '../../support/events.ts';
import { tempFiles } from '../../support/temp-files.ts';

function baseIn({ name, payload, sha }: TriggerEvent) {
  return baseOf({ GITHUB_EVENT_NAME: name, GITHUB_SHA: sha }, payload);
}

test.each([
  ['a pull request', BASE_SHA],
  ['a pull request from a fork', BASE_SHA],
  ['a pull request from a fork that was deleted', BASE_SHA],
  ['a merge group', EVENTS['a merge group'].payload.merge_group.base_sha],
  // It runs on the default branch, whatever it checks out.
  ['a workflow that follows another', EVENTS['a workflow that follows another'].sha],
] as const)('%s has a base', (name, sha) => {
  expect(baseIn(EVENTS[name])).toEqual({ kind: 'commit', sha, event: EVENTS[name].name });
});

test.each(['pull_request_target', 'pull_request_review'])(
  '%s has that of its pull request',
  (name) => {
    expect(baseIn({ ...EVENTS['a pull request'], name })).toMatchObject({ sha: BASE_SHA });
  },
);

test('a comment on a pull request has the default branch, for it says nothing of the base', () => {
  const payload = { issue: { number: 7, pull_request: {} } };
  expect(baseIn({ name: 'issue_comment', sha: BASE_SHA, payload })).toMatchObject({
    sha: BASE_SHA,
  });
});

test.each(['a push', 'a schedule', 'a dispatch by hand'] as const)('%s has none', (name) => {
  expect(baseIn(EVENTS[name])).toEqual({ kind: 'none', event: EVENTS[name].name });
});

test.each([
  ['pull_request', {}],
  ['pull_request', { pull_request: { base: { sha: 'main' } } }],
  ['pull_request', { pull_request: { head: { sha: HEAD_SHA } } }],
  ['merge_group', {}],
  ['merge_group', { merge_group: { head_sha: HEAD_SHA } }],
  ['push', { pull_request: {} }],
])('%s without a commit for a base is no event without a base: %j', (name, payload) => {
  expect(baseIn({ name, sha: HEAD_SHA, payload }).kind).toBe('unknown');
});

test('an event that cannot be read may have a base', () => {
  const path = join(tempFiles({ event: '{' }), 'event');
  expect(readBase({ GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: path }).kind).toBe('unknown');
  expect(readBase({})).toEqual({ kind: 'none', event: '' });
});

test('whatever an event says, a base is a commit', () => {
  const side = fc.oneof(fc.anything(), fc.record({ sha: fc.anything(), base_sha: fc.anything() }));
  const payload = fc.record({
    pull_request: fc.oneof(fc.anything(), fc.record({ base: side })),
    merge_group: side,
  });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), payload), fc.string(), (one, name) => {
      const base = baseIn({ name, sha: 'no commit', payload: Object(one) });
      if (base.kind === 'commit') expect(base.sha).toMatch(/^[0-9a-f]{40}$/);
    }),
  );
});
