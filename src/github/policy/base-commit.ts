import { isCommit, readPayload } from '../step/origin.ts';

/** The commit that a change is to be merged into, as far as the event of a run has one. */
export type Base =
  | { readonly kind: 'commit'; readonly sha: string; readonly event: string }
  /** The event is about no change: its commit is in the repository already. */
  | { readonly kind: 'none'; readonly event: string }
  /** The event should have one, and does not say which. */
  | { readonly kind: 'unknown'; readonly event: string };

type Environment = Readonly<Record<string, string | undefined>>;

interface Payload {
  readonly pull_request?: { readonly base?: { readonly sha?: unknown } };
  readonly merge_group?: { readonly base_sha?: unknown };
}

/**
 * These run on the default branch for what happens elsewhere, and a workflow may check out something
 * else for them, such as a pull request that a comment asks about. Their base is `GITHUB_SHA`.
 */
const ON_DEFAULT_BRANCH = [
  'check_run',
  'check_suite',
  'discussion_comment',
  'issue_comment',
  'issues',
  'repository_dispatch',
  'workflow_run',
];

/** @param env the environment of the step. */
export function readBase(env: Environment): Base {
  const { GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: event = '' } = env;
  const payload = path ? readPayload(path) : {};
  return payload === null ? { kind: 'unknown', event } : baseOf(env, payload);
}

/** The same from a payload that was read. */
export function baseOf(
  { GITHUB_EVENT_NAME: event = '', GITHUB_SHA }: Environment,
  payload: unknown,
): Base {
  const { pull_request: pull, merge_group: group } = Object(payload) as Payload;
  const isChange = Boolean(pull || group) || /^(?:pull_request|merge_group)/.test(event);
  if (!isChange && !ON_DEFAULT_BRANCH.includes(event)) return { kind: 'none', event };
  const sha = isChange ? (pull ? pull.base?.sha : group?.base_sha) : GITHUB_SHA;
  return isCommit(sha) ? { kind: 'commit', sha, event } : { kind: 'unknown', event };
}
