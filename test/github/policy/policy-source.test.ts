import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findPolicySource } from '../../../src/github/policy/policy-source.ts';
import type { PolicyFrom } from '../../../src/github/step/inputs.ts';
import type { Run } from '../../../src/github/step/run.ts';
import { CALENDAR } from '../../support/builds.ts';
import { BASE_SHA, EVENTS, type TriggerEvent } from '../../support/events.ts';
import { refuse } from '../../support/github-api/answer.ts';
import { startGitHubApi, TOKEN } from '../../support/github-api/server.ts';
import { tempFiles } from '../../support/temp-files.ts';

const api = await startGitHubApi();
vi.stubEnv('GITHUB_API_URL', api.url);

beforeEach(() => api.reset());
afterEach(() => expect(api.violations).toEqual([]));
afterAll(() => {
  vi.unstubAllEnvs();
  return api.close();
});

const PATH = '.github/xen-boot-gate.yml';
const ORIGIN = {
  repository: { owner: 'Codertocat', repo: 'Hello-World' },
  headSha: '0'.repeat(40),
  pullRequest: null,
  runUrl: '',
  names: [],
};

interface Asked {
  readonly policy?: string | null;
  readonly policyFrom?: PolicyFrom;
  readonly token?: string;
  readonly event?: TriggerEvent;
  readonly checkout?: string;
}

function find(asked: Asked = {}) {
  const { policy = null, policyFrom = 'base', token = TOKEN, checkout = '' } = asked;
  const { event = EVENTS['a pull request from a fork'] } = asked;
  const env = {
    GITHUB_EVENT_NAME: event.name,
    GITHUB_SHA: event.sha,
    GITHUB_EVENT_PATH: `${tempFiles({ event: JSON.stringify(event.payload) })}/event`,
  };
  const run: Run = {
    workspace: process.cwd(),
    checkout,
    temp: '',
    workflow: null,
    category: '',
    key: '',
    origin: ORIGIN,
  };
  const inputs = { policy, policyFrom, githubToken: token };
  return findPolicySource(inputs, run, env, CALENDAR);
}

const base = (path: string, content: string | Uint8Array, commit: string = BASE_SHA) =>
  api.addContent({ commit, path, content });

describe('the policy of the base', () => {
  test('is read at the commit that the event names', async () => {
    const { base_sha: sha } = EVENTS['a merge group'].payload.merge_group;
    base(PATH, 'fail-on: warns');
    base(PATH, 'fail-on: never', sha);
    expect((await find()).policy.failOn).toBe('warns');
    expect((await find({ event: EVENTS['a merge group'] })).policy.failOn).toBe('never');
  });

  test('is none where the commit has none, and says whose that is', async () => {
    base('README', '');
    const { policy, origin, isElsewhere, files } = await find();
    expect(policy.failOn).toBeNull();
    expect(origin).toBe(
      `Policy: none, from the base of this pull_request (commit ${BASE_SHA}). The policy of the workspace is not used.`,
    );
    expect([isElsewhere, files]).toEqual([true, []]);
  });

  test.each([
    ['ci/gate.yml', 'ci/gate.yml', ''],
    ['./ci/../gate.yml', 'gate.yml', ''],
    ['src/ci/gate.yml', 'ci/gate.yml', 'src/'],
  ])('named %s is %s of a repository in "%s"', async (policy, path, checkout) => {
    base(path, 'fail-on: warns');
    const named = await find({ policy, checkout });
    expect(named.policy.failOn).toBe('warns');
    expect(named.origin).toContain(`Policy: ${path}, from`);
  });

  test.each([
    ['/etc/gate.yml', ''],
    ['../gate.yml', ''],
    ['gate.yml', 'src/'],
  ])('cannot be %s, outside of a repository in "%s"', async (policy, checkout) => {
    await expect(find({ policy, checkout })).rejects.toThrow(
      `"policy-from: base" cannot read the policy '${policy}': the path is not in the checked-out repository`,
    );
    expect(api.asked).toEqual([]);
  });

  test('is one of two, and no input names one', async () => {
    base(PATH, '');
    base('.github/xen-boot-gate.yaml', '');
    await expect(find()).rejects.toThrow(
      `the base has ${PATH} and .github/xen-boot-gate.yaml: keep`,
    );
  });

  test('with mistakes says where they are, and in which commit', async () => {
    base(PATH, 'fail-on: sometimes\nbaseline: ../x');
    await expect(find()).rejects.toThrow(`${PATH}@${BASE_SHA.slice(0, 12)}:1:10: `);
    api.reset();
    base(PATH, new Uint8Array([0xff]));
    await expect(find()).rejects.toThrow(
      `the policy '${PATH}@${BASE_SHA.slice(0, 12)}' cannot be used: is not valid UTF-8`,
    );
  });

  test('is not asked for where it does not count', async () => {
    const push = await find({ event: EVENTS['a push'] });
    expect(push.origin).toBe('Policy: none, from the workspace: the event push has no base.');
    expect(push.isElsewhere).toBe(true);
    const none = await find({ policy: 'none' });
    expect(none.origin).toBe('No policy: the input "policy" is none.');
    const workspace = await find({ policyFrom: 'workspace' });
    expect(workspace).toMatchObject({
      origin: 'Policy: none, from the workspace.',
      isElsewhere: false,
    });
    expect(api.asked).toEqual([]);
  });
});

describe('the baseline of the base', () => {
  const policy = (path: string) => base(PATH, `baseline: ${path}`);

  test('comes with it, of any size', async () => {
    const large = new Uint8Array(3 * 2 ** 20).fill(7);
    policy('./ci/vmlinuz');
    base('ci/vmlinuz', large);
    const { baseline } = (await find()).policy;
    expect(baseline?.path).toBe('./ci/vmlinuz');
    expect(Buffer.compare(baseline?.content ?? new Uint8Array(), large)).toBe(0);
  });

  test('is that of the workspace where it is outside of the checkout', async () => {
    policy('ci/vmlinuz');
    const { baseline } = (await find({ checkout: 'src/' })).policy;
    expect(baseline).toMatchObject({ path: 'ci/vmlinuz' });
    expect(baseline).not.toHaveProperty('content');
  });

  test('that it does not have is an error', async () => {
    policy('ci/vmlinuz');
    await expect(find()).rejects.toThrow(
      `the baseline 'ci/vmlinuz' is not in the base commit ${BASE_SHA}, from which`,
    );
  });
});

describe('the files of Xen of the base', () => {
  const policy = 'targets: {required: {xen-binary: [./ci/xen.gz]}}';

  test('come with it', async () => {
    base(PATH, policy);
    base('ci/xen.gz', Uint8Array.of(1, 2));
    const [filter] = (await find()).policy.targets.required;
    expect(filter?.binaries).toMatchObject([{ path: './ci/xen.gz' }]);
    expect([...(filter?.binaries[0]?.content ?? [])]).toEqual([1, 2]);
  });

  test('that it does not have are an error', async () => {
    base(PATH, policy);
    await expect(find()).rejects.toThrow(
      `the file of Xen './ci/xen.gz' is not in the base commit ${BASE_SHA}, from which`,
    );
  });
});

describe('what comes in the way', () => {
  const cannot = `"policy-from: base" cannot read '${PATH}' of the base ${BASE_SHA}: `;

  test('is no reason to take another policy', async () => {
    api.upset('repos/get-content', refuse(403, 'rate limit', { 'retry-after': '3600' }));
    await expect(find()).rejects.toThrow(`${cannot}GitHub's rate limit is exceeded; run the job`);
    api.upset('repos/get-content', refuse(403, 'Resource not accessible by integration'));
    await expect(find()).rejects.toThrow('lacks the permission "contents: read", add it to the');
    await expect(find({ token: 'ghs_unknown' })).rejects.toThrow(
      `${cannot}GitHub rejects the token in the input "github-token"`,
    );
    await expect(find({ token: '' })).rejects.toThrow('the input "github-token" is empty');
    base(PATH, '#'.repeat(65_537));
    await expect(find()).rejects.toThrow(
      `${cannot}it has 65537 bytes, more than the limit of 65536`,
    );
  });

  test('passes, and is waited for', async () => {
    base(PATH, 'fail-on: warns');
    api.upset('repos/get-content', refuse(502, 'Server Error'));
    expect((await find()).policy.failOn).toBe('warns');
  });

  test('is an event that does not name its base', async () => {
    const event = { name: 'pull_request', sha: BASE_SHA, payload: { pull_request: {} } };
    await expect(find({ event })).rejects.toThrow(
      '"policy-from: base" needs the base of the event pull_request, but the runner does not provide it',
    );
    expect(api.asked).toEqual([]);
  });
});
