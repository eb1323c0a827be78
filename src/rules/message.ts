import type { Described } from './evidence.ts';
import { RULES, type RuleId } from './index.ts';
import type { Rule } from './rule.ts';

/** What a finding says, by its rule; it may hold untrusted bytes. */
export function messageOf({ rule, evidence }: Described): string {
  const { message }: Rule = RULES[rule as RuleId];
  return message(evidence, messageOf);
}
