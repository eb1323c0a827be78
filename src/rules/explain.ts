import type { Refusal } from '../xen/refusal.ts';
import { RULES } from './index.ts';

/** A refusal with what its rule says of it: a finding of the report. */
export function explain({ kind, stage, message, xenSays, evidence }: Refusal) {
  const { id, level, fix, references } = RULES[kind];
  return { rule: id, level, stage, evidence, message, xenSays, fix, references };
}
