import type { Fields } from './evidence.ts';
import { isRule, RULES } from './index.ts';
import type { Stage } from './stages.ts';

/** As much of a finding as tells which fault it is. */
export interface Fault {
  readonly rule: string;
  readonly stage: Stage;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/**
 * What a finding has in common with those of other builds that have the same fault, and with no
 * other: the rule, the stage, and the fields of the evidence that its rule names.
 */
export function identityOf({ rule, stage, evidence }: Fault): string {
  const fields = Object.entries(fieldsOf(rule)).filter(([, { identity }]) => identity);
  return JSON.stringify([rule, stage, ...fields.map(([name]) => evidence[name] ?? null)]);
}

function fieldsOf(id: string): Fields {
  return isRule(id) ? RULES[id].evidence : {};
}
