import type { Refusal } from '../xen/refusal.ts';
import type { Circumstances } from './circumstances.ts';
import { RULES } from './index.ts';
import type { Rule } from './rule.ts';

/** A refusal with what its rule says of it: a finding of the report. */
export function explain(refusal: Refusal, { system, boots }: Circumstances) {
  const { kind, stage, message, xenSays, evidence } = refusal;
  const rule: Rule = RULES[kind];
  const { id, level, fix, references } = rule;
  const special = rule.fixFor?.({ evidence, stage, system, boots: boots(refusal) }) ?? null;
  return { rule: id, level, stage, evidence, message, xenSays, fix: special ?? fix, references };
}
