import type { Refusal } from '../xen/refusal.ts';
import { RULES } from './index.ts';
import type { Rule } from './rule.ts';

/** A refusal with what its rule says of it: a finding of the report. */
export function explain({ kind, stage, message, xenSays, evidence }: Refusal) {
  const rule: Rule = RULES[kind];
  const { id, level, references } = rule;
  const fix = rule.fixFor?.(evidence) ?? rule.fix;
  return { rule: id, level, stage, evidence, message, xenSays, fix, references };
}
