import { NO_POLICY, type Policy } from '../../policy/policy.ts';
import { NONE, USUAL_PATHS } from '../../policy/usual-paths.ts';
import { readWorkspacePolicy } from '../../policy/workspace-policy.ts';
import type { Calendar } from '../../programs/xen/targets.ts';
import { UsageError } from '../../text/usage-error.ts';
import type { Inputs } from '../step/inputs.ts';
import type { Run } from '../step/run.ts';
import { type Base, readBase } from './base-commit.ts';
import { readBasePolicy } from './base-policy.ts';

/** The policy of a run, and where it comes from. */
export interface PolicySource {
  readonly policy: Policy;
  /** A sentence for the log. */
  readonly origin: string;
  /** Whether the summary should say so too: it is not what a reader of the workspace expects. */
  readonly isElsewhere: boolean;
  /** Files of the workspace that may be the policy, for the lines that name a kernel. */
  readonly files: readonly string[];
}

type Wanted = Pick<Inputs, 'policy' | 'policyFrom' | 'githubToken'>;

/**
 * Reads the policy that the inputs ask for.
 *
 * @param env of the step.
 * @throws {UsageError} where there is one that cannot be read or used.
 */
export async function findPolicySource(
  inputs: Wanted,
  run: Run,
  env: Readonly<Record<string, string | undefined>>,
  calendar: Calendar,
): Promise<PolicySource> {
  const { policy: named, policyFrom } = inputs;
  if (named === NONE) {
    const origin = 'No policy: the input "policy" is none.';
    return { policy: NO_POLICY, origin, isElsewhere: false, files: [] };
  }
  if (policyFrom === 'workspace') return fromWorkspace(named, calendar, '');
  const base = readBase(env);
  if (base.kind === 'none') {
    const event = base.event === '' ? 'a run without an event' : `the event ${base.event}`;
    return fromWorkspace(named, calendar, `: ${event} has no base`);
  }
  return fromBase(base, inputs, run, calendar);
}

function fromWorkspace(named: string | null, calendar: Calendar, remark: string): PolicySource {
  const policy = readWorkspacePolicy(named, calendar);
  const files = named === null ? USUAL_PATHS : [named];
  const path = policy === NO_POLICY ? 'none' : files.join(' or ');
  const origin = `Policy: ${path}, from the workspace${remark}.`;
  return { policy, origin, isElsewhere: remark !== '', files };
}

async function fromBase(
  base: Exclude<Base, { kind: 'none' }>,
  { policy: named, githubToken: token }: Wanted,
  run: Run,
  calendar: Calendar,
): Promise<PolicySource> {
  if (base.kind === 'unknown' || run.origin === null) {
    throw new UsageError(
      `"policy-from: base" needs the base of the event ${base.event}, but the runner does not provide it`,
    );
  }
  const commit = { ...run.origin.repository, sha: base.sha };
  const { policy, path } = await readBasePolicy({ commit, named, run, token, calendar });
  const origin = `Policy: ${path ?? 'none'}, from the base of this ${base.event} (commit ${base.sha}). The policy of the workspace is not used.`;
  return { policy, origin, isElsewhere: true, files: [] };
}
