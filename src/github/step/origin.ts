import { readFileSync } from 'node:fs';

/** Where on GitHub a run belongs. */
export interface Origin {
  readonly repository: { readonly owner: string; readonly repo: string };
  /** The commit that was asked about; for a pull request its head, not GitHub's trial merge. */
  readonly headSha: string;
  readonly pullRequest: PullRequest | null;
  /** The page of the run. */
  readonly runUrl: string;
  /**
   * Of the workflow, of the job in it with its leg, and of the step in that; those that are known.
   */
  readonly names: readonly string[];
}

export interface PullRequest {
  readonly number: number;
  /** It comes from another repository, and this run of its got a token that may write nothing. */
  readonly fork: boolean;
}

/** What the payloads of the events that we know have; anything else may be in its place. */
interface Payload {
  readonly pull_request?: {
    readonly number?: unknown;
    readonly head?: {
      readonly sha?: unknown;
      /** `null` when the fork was deleted. */
      readonly repo?: { readonly full_name?: unknown } | null;
    };
  };
  readonly merge_group?: HasHead;
  readonly workflow_run?: HasHead;
}

interface HasHead {
  readonly head_sha?: unknown;
}

/** Whether a value is the name of a commit: it comes from an event. */
export function isCommit(value: unknown): value is string {
  return typeof value === 'string' && COMMIT.test(value);
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A commit in SHA-1 or SHA-256. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * The repository and commit of this run, from the variables and the webhook payload of the runner;
 * `null` if they are missing, as outside of GitHub. Never throws.
 *
 * @param leg of the job's matrix, which the runner does not provide; empty for none.
 */
export function readOrigin(env: Environment, leg = ''): Origin | null {
  const { GITHUB_EVENT_PATH: path } = env;
  const payload = path ? readPayload(path) : {};
  // Without what the event says, `GITHUB_SHA` may be GitHub's trial merge.
  return payload === null ? null : originOf(env, payload, leg);
}

/**
 * The same from a parsed payload. Of the events without a pull request, `merge_group` has a commit
 * of its own. `workflow_run` has that of the run it follows; there `GITHUB_SHA` is the default
 * branch. All others have `GITHUB_SHA`.
 */
export function originOf(env: Environment, payload: unknown, leg = ''): Origin | null {
  const [owner, repo, ...rest] = (env.GITHUB_REPOSITORY ?? '').split('/');
  const { pull_request: pull, merge_group: group, workflow_run: run } = Object(payload) as Payload;
  const number = pull?.number;
  const headSha = pull?.head?.sha ?? group?.head_sha ?? run?.head_sha ?? env.GITHUB_SHA;
  const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: id } = env;
  if (!owner || !repo || rest.length > 0 || !server || !id) return null;
  if (!isCommit(headSha)) return null;
  // A workflow of the target is trusted, and gets the token that it asks for.
  const trusted = env.GITHUB_EVENT_NAME === 'pull_request_target';
  const fork = !trusted && pull?.head?.repo?.full_name !== env.GITHUB_REPOSITORY;
  return {
    repository: { owner, repo },
    headSha,
    pullRequest: Number.isSafeInteger(number) ? { number: number as number, fork } : null,
    runUrl: `${server}/${owner}/${repo}/actions/runs/${id}`,
    names: namesOf(env, leg),
  };
}

/** What the runner calls a step that was given no `id` says nothing to a reader: `__owner_action_2`. */
function namesOf(
  { GITHUB_WORKFLOW: workflow, GITHUB_JOB: job, GITHUB_ACTION: step }: Environment,
  leg: string,
) {
  const names = [
    workflow,
    job && leg ? `${job} (${leg})` : job,
    step?.startsWith('__') ? '' : step,
  ];
  return names.filter((name) => name !== undefined && name !== '') as string[];
}

/** What an event says; `null` where it cannot be read. */
export function readPayload(path: string): object | null {
  try {
    const payload: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof payload === 'object' && !Array.isArray(payload) ? payload : null;
  } catch {
    return null;
  }
}
