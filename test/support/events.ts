/**
 * What the runner provides for an event: the webhook's payload, cut down from GitHub's documented
 * examples (@octokit/webhooks-examples 7.6.1, MIT), and `GITHUB_SHA`.
 */
export interface TriggerEvent {
  readonly name: string;
  readonly sha: string;
  readonly payload: object;
}

/** The repository that the workflow runs in. */
export const REPOSITORY = 'Codertocat/Hello-World';

/** The pull request of the events that have one. */
export const PULL = 7;

/** The commit that a pull request wants merged. */
export const HEAD_SHA = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';

/** What is merged for trial, and what stands in `GITHUB_SHA` of a pull request. */
const MERGE_SHA = 'c4295bd74fb0f4fda03689c3df3f2803b658fd85';
/** Where a pull request starts from, and what it is to be merged into. */
export const BASE_SHA = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e';

const repository = { id: 186853002, full_name: REPOSITORY, private: false, fork: false };
const sender = { login: 'Codertocat', id: 21031067, type: 'User' };

function pullRequest(name: string, headRepository: object | null, sha = MERGE_SHA): TriggerEvent {
  return {
    name,
    sha,
    payload: {
      action: 'synchronize',
      number: PULL,
      before: '6113728f27ae82c7b1a177c8d03f9e96e0adf246',
      after: HEAD_SHA,
      pull_request: {
        id: 279147437,
        number: PULL,
        state: 'open',
        title: 'Update the README with new information.',
        head: { label: 'Codertocat:changes', ref: 'changes', sha: HEAD_SHA, repo: headRepository },
        base: { label: 'Codertocat:master', ref: 'master', sha: BASE_SHA, repo: repository },
        merge_commit_sha: MERGE_SHA,
      },
      repository,
      sender,
    },
  };
}

export const EVENTS = {
  'a pull request': pullRequest('pull_request', repository),
  'a pull request from a fork': pullRequest('pull_request', {
    id: 186853278,
    full_name: 'Octocoders/Hello-World',
    fork: true,
  }),
  'a pull request from a fork that was deleted': pullRequest('pull_request', null),
  'a merge group': {
    name: 'merge_group',
    sha: MERGE_SHA,
    payload: {
      action: 'checks_requested',
      merge_group: {
        head_sha: '2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d',
        head_ref:
          'refs/heads/gh-readonly-queue/main/pr-104-929f8209d40f77f4abc622a499c93a83babdbe64',
        base_sha: '380387fbc80638b734a49e1be1c4dfec1c01b33c',
        base_ref: 'refs/heads/main',
      },
      repository,
      sender,
    },
  },
  'a push': {
    name: 'push',
    sha: BASE_SHA,
    payload: {
      ref: 'refs/heads/master',
      before: '0000000000000000000000000000000000000000',
      after: BASE_SHA,
      commits: [],
      repository,
      sender,
    },
  },
  'a schedule': {
    name: 'schedule',
    sha: BASE_SHA,
    payload: { schedule: '0 4 * * 1', workflow: '.github/workflows/gate.yml', repository, sender },
  },
  'a dispatch by hand': {
    name: 'workflow_dispatch',
    sha: BASE_SHA,
    payload: {
      inputs: {},
      ref: 'refs/heads/master',
      workflow: '.github/workflows/gate.yml',
      repository,
      sender,
    },
  },
  'a workflow that follows another': {
    name: 'workflow_run',
    sha: BASE_SHA,
    payload: {
      action: 'completed',
      workflow_run: {
        id: 289782451,
        event: 'pull_request',
        head_branch: 'changes',
        head_sha: HEAD_SHA,
        conclusion: 'success',
        pull_requests: [],
      },
      repository,
      sender,
    },
  },
} as const satisfies Record<string, TriggerEvent>;
