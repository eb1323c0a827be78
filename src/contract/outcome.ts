import type { Finding, VerdictReport, VerdictStatus } from './report.ts';

/** What a verdict comes to once the policy has had its say. */
export type Outcome = VerdictStatus | 'waived' | 'known' | 'allowed-to-fail' | 'ignored';

/**
 * What a verdict counts as. `status` is what Xen does. The other values are decisions of the
 * policy: it ignores the target, it waives each finding or the baseline has it, or it allows the
 * failure.
 */
export function outcomeOf({ status, role, findings }: VerdictReport): Outcome {
  if (status === 'unsupported') return status;
  if (role === 'ignored') return role;
  if (findings.length === 0) return status;
  const open = findings.filter(({ waiver, known }) => !waiver && !known);
  if (open.length === 0) return findings.every(({ waiver }) => waiver) ? 'waived' : 'known';
  if (role !== undefined) return role;
  return open.some(({ level }) => level === 'error') ? 'fails' : 'warns';
}

/** The status with the right colour: accepted findings warn, ignored targets do not count. */
export function shadeOf(verdict: VerdictReport): VerdictStatus {
  const outcome = outcomeOf(verdict);
  if (outcome === 'ignored') return 'unsupported';
  if (outcome === 'boots' || outcome === 'fails' || outcome === 'unsupported') return outcome;
  return 'warns';
}

/**
 * What stands behind the status where there is room for little; empty where the status says it all.
 */
export function remarkOf(verdict: VerdictReport): string {
  const outcome = outcomeOf(verdict);
  if (outcome === 'waived' || outcome === 'known') return outcome;
  if (verdict.role !== undefined) return ROLES[verdict.role];
  return outcome === verdict.status ? '' : outcome;
}

const ROLES = {
  'allowed-to-fail': 'may fail',
  ignored: 'ignored',
} satisfies Record<NonNullable<VerdictReport['role']>, string>;

/** Why a finding does not fail the gate. */
export interface Excuse {
  readonly kind: 'waived' | 'known' | 'allowed-to-fail';
  /** With text of the policy, which may be untrusted. */
  readonly text: string;
}

/** `null` for a finding that counts. */
export function excuseOf({ role }: VerdictReport, { waiver, known }: Finding): Excuse | null {
  if (waiver) {
    const { expires, owner, reason } = waiver;
    return { kind: 'waived', text: `waived until ${expires}, owner ${owner}: ${reason}` };
  }
  if (known) return { kind: 'known', text: 'known: the baseline has it, too' };
  return role === 'allowed-to-fail' ? { kind: role, text: 'allowed to fail' } : null;
}
