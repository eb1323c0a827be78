import { RULES } from '../rules/index.ts';
import { messageOf } from '../rules/message.ts';
import type { Rule } from '../rules/rule.ts';
import type { Refusal } from '../xen/refusal.ts';
import type { Circumstances } from './circumstances.ts';

/** A refusal with what its rule says of it: a finding of the report. */
export function explain(refusal: Refusal, { system, boots, request }: Circumstances) {
  const { stage, xenSays, evidence, because } = refusal;
  const rule: Rule = RULES[refusal.rule];
  const { id, level, fix, references } = rule;
  const special = rule.fixFor?.({ evidence, stage, system, boots: boots(refusal) }) ?? null;
  const message = messageOf(refusal);
  const asked = request(refusal);
  return {
    rule: id,
    level,
    stage,
    evidence,
    message,
    xenSays,
    ...(because && { because }),
    fix: asked === null ? (special ?? fix) : `${special ?? fix} Or ${asked}.`,
    references,
  };
}
