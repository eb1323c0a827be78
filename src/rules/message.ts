import type { Described } from './evidence.ts';
import { isRule, RULES } from './index.ts';
import type { Rule } from './rule.ts';

/** What a finding says, by its rule; it may hold untrusted bytes. */
export function messageOf({ rule, evidence, message }: Described & Worded): string {
  const found: Rule | null = isRule(rule) ? RULES[rule] : null;
  return found?.message?.(evidence, messageOf) ?? message ?? '';
}

/** A finding of a rule that does not make its message from evidence yet. */
interface Worded {
  readonly message?: string;
}
