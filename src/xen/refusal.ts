import type { EvidenceOf, RuleId } from '../rules/index.ts';
import type { Stage } from '../rules/stages.ts';

/**
 * One reason why one release does not boot one kernel. Its rule says the rest: `messageOf`, the fix,
 * the explanation. Strings may hold untrusted bytes.
 */
export type Refusal = { [K in RuleId]: RefusalOf<K> }[RuleId];

interface RefusalOf<K extends RuleId> {
  readonly rule: K;
  readonly stage: Stage;
  readonly evidence: EvidenceOf<K>;
  /** What this release prints, a line or more; `null` where Xen says nothing. */
  readonly xenSays: string | null;
  /** Of a rule that does not make it from the evidence yet. */
  readonly message?: string;
}

/** A refusal by a rule. */
export function refusalAt<K extends RuleId>(
  stage: Stage,
  rule: K,
  evidence: EvidenceOf<K>,
  xenSays: string | null,
): Refusal;
/** The same, of a rule that does not make its message from the evidence yet. */
export function refusalAt<K extends RuleId>(
  stage: Stage,
  rule: K,
  message: string,
  xenSays: string | null,
  ...evidence: EvidenceArgument<K>
): Refusal;
export function refusalAt(
  stage: Stage,
  rule: RuleId,
  given: object | string,
  xenSays: string | null,
  more: object = {},
): Refusal {
  return (
    typeof given === 'string'
      ? { rule, stage, message: given, xenSays, evidence: more }
      : { rule, stage, xenSays, evidence: given }
  ) as Refusal;
}

/** Only rules with evidence ask for it. */
export type EvidenceArgument<K extends RuleId> = keyof EvidenceOf<K> extends never
  ? []
  : [evidence: EvidenceOf<K>];

/** What is found of a kernel that was loaded. */
export function finding<K extends RuleId>(
  rule: K,
  evidence: EvidenceOf<K>,
  xenSays?: string | null,
): Refusal;
export function finding<K extends RuleId>(
  rule: K,
  message: string,
  xenSays?: string | null,
  ...evidence: EvidenceArgument<K>
): Refusal;
export function finding(
  rule: RuleId,
  given: object | string,
  xenSays: string | null = null,
  ...more: unknown[]
): Refusal {
  return refusalAt('start', rule, given as string, xenSays, ...(more as EvidenceArgument<RuleId>));
}
