import type { EvidenceOf, RuleId } from '../rules/index.ts';
import { type Refusal, refusalAt } from '../rules/refusal.ts';

export { type Refusal, refusalAt } from '../rules/refusal.ts';

/** What is found of a kernel that was loaded. */
export function finding<K extends RuleId>(
  rule: K,
  evidence: EvidenceOf<K>,
  xenSays: string | null = null,
): Refusal {
  return refusalAt('start', rule, evidence, xenSays);
}
