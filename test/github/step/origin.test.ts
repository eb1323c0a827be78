import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originOf, readOrigin } from '../../../src/github/step/origin.ts';
import { EVENTS, HEAD_SHA, PULL, REPOSITORY, type TriggerEvent } from '../../support/events.ts';
import { tempFiles } from '../../support/temp-files.ts';

const env = {
  GITHUB_WORKFLOW: 'Kernels',
  GITHUB_JOB: 'build',
  GITHUB_ACTION: 'gate',
  GITHUB_REPOSITORY: REPOSITORY,
  GITHUB_RUN_ID: '12',
  GITHUB_SERVER_URL: 'https://github.example',
};

function originIn({ payload, sha }: TriggerEvent) {
  return originOf({ ...env, GITHUB_SHA: sha }, payload);
}

test.each([
  ['a pull request', { number: PULL, fork: false }, HEAD_SHA],
  ['a pull request from a fork', { number: PULL, fork: true }, HEAD_SHA],
  ['a pull request from a fork that was deleted', { number: PULL, fork: true }, HEAD_SHA],
  ['a merge group', null, EVENTS['a merge group'].payload.merge_group.head_sha],
  ['a workflow that follows another', null, HEAD_SHA],
  ['a push', null, EVENTS['a push'].sha],
  ['a schedule', null, EVENTS['a schedule'].sha],
  ['a dispatch by hand', null, EVENTS['a dispatch by hand'].sha],
] as const)('%s has its pull request and its commit', (name, pullRequest, headSha) => {
  expect(originIn(EVENTS[name])).toEqual({
    repository: { owner: 'Codertocat', repo: 'Hello-World' },
    headSha,
    pullRequest,
    runUrl: 'https://github.example/Codertocat/Hello-World/actions/runs/12',
    names: ['Kernels', 'build', 'gate'],
  });
});

test('a fork has a token that may write nothing, but in the workflow of its target', () => {
  const { payload } = EVENTS['a pull request from a fork'];
  const forkIn = (GITHUB_EVENT_NAME: string) => {
    return originOf({ ...env, GITHUB_EVENT_NAME }, payload)?.pullRequest?.fork;
  };
  expect(forkIn('pull_request')).toBe(true);
  expect(forkIn('pull_request_review')).toBe(true);
  expect(forkIn('pull_request_target')).toBe(false);
});

test.each([
  ['nothing', {}],
  ['no commit', env],
  ['a commit that is none', { ...env, GITHUB_SHA: 'main' }],
  ['no repository', { ...env, GITHUB_SHA: HEAD_SHA, GITHUB_REPOSITORY: '' }],
  ['half a repository', { ...env, GITHUB_SHA: HEAD_SHA, GITHUB_REPOSITORY: 'Codertocat' }],
  ['too much of one', { ...env, GITHUB_SHA: HEAD_SHA, GITHUB_REPOSITORY: 'a/b/c' }],
  ['no run', { ...env, GITHUB_SHA: HEAD_SHA, GITHUB_RUN_ID: '' }],
  ['a payload that is not there', { ...env, GITHUB_EVENT_PATH: '/nowhere' }],
])('an environment with %s belongs nowhere', (_, variables) => {
  expect(readOrigin(variables)).toBeNull();
});

test.each(['', '{', '[]', 'null', '7'])('an event that is %j belongs nowhere', (event) => {
  const path = join(tempFiles({ event }), 'event');
  expect(readOrigin({ ...env, GITHUB_SHA: HEAD_SHA, GITHUB_EVENT_PATH: path })).toBeNull();
});

test.each([
  ['no id of a step', { GITHUB_ACTION: '__me_xen-boot-gate_2' }, ['Kernels', 'build']],
  ['no step', { GITHUB_ACTION: undefined }, ['Kernels', 'build']],
  ['nothing', { GITHUB_WORKFLOW: '', GITHUB_JOB: '', GITHUB_ACTION: '' }, []],
])('a runner that names %s leaves it out', (_, known, names) => {
  expect(originOf({ ...env, GITHUB_SHA: HEAD_SHA, ...known }, {})?.names).toEqual(names);
});

test('a payload of any shape names a whole number and a commit, or is left alone', () => {
  const pull = fc.record(
    {
      number: fc.anything(),
      head: fc.record({ sha: fc.anything(), repo: fc.anything() }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
  const payload = fc.oneof(
    fc.anything(),
    fc.record({ pull_request: fc.oneof(pull, fc.anything()), merge_group: fc.anything() }),
  );
  fc.assert(
    fc.property(payload, (one) => {
      const origin = originOf({ ...env, GITHUB_SHA: HEAD_SHA }, one);
      if (origin === null) return;
      expect(origin.headSha).toMatch(/^[0-9a-f]{40}$/);
      expect(Number.isSafeInteger(origin.pullRequest?.number ?? 0)).toBe(true);
    }),
  );
});
