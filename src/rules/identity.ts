import type { Fields } from './evidence.ts';
import { isRule, RULES } from './index.ts';
import type { Stage } from './stages.ts';

/** The part of a finding that identifies its fault. */
export interface Fault {
  readonly rule: string;
  readonly stage: Stage;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/**
 * Identifies a fault: findings of other builds with the same fault have the same value. It has the rule,
 * the stage, and the identity fields of the evidence.
 */
export function identityOf({ rule, stage, evidence }: Fault): string {
  const fields = Object.entries(fieldsOf(rule)).filter(([, { identity }]) => identity);
  return JSON.stringify([rule, stage, ...fields.map(([name]) => evidence[name] ?? null)]);
}

function fieldsOf(id: string): Fields {
  return isRule(id) ? RULES[id].evidence : {};
}
