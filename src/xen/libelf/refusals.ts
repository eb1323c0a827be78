import type { EvidenceOf, RuleId } from '../../rules/index.ts';

/** Why libelf gives up: the rule, its evidence, and the line that Xen prints. */
export type ParseRefusal = { [K in RuleId]: ParseRefusalOf<K> }[RuleId];

interface ParseRefusalOf<K extends RuleId> {
  readonly rule: K;
  readonly evidence: EvidenceOf<K>;
  /** `null` where this release says nothing. */
  readonly error: string | null;
  /** Of a rule that does not make it from the evidence yet. */
  readonly message?: string;
}
