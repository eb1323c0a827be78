import type { EvidenceOf, RuleId } from '../rules/index.ts';
import { type Refusal, refusalAt } from '../rules/refusal.ts';
import type { Stage } from '../rules/stages.ts';

/** Ends a load: GRUB prints an error and gives up, or it crashes. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly refusal: Refusal;
  readonly needsMemory: number | null;

  constructor(refusal: Refusal, needsMemory: number | null = null) {
    super(refusal.rule);
    this.refusal = refusal;
    this.needsMemory = needsMemory;
  }
}

/** @param says what GRUB prints after `error: `; `null` where it prints nothing. */
export function stop<K extends RuleId>(
  stage: Stage,
  rule: K,
  evidence: EvidenceOf<K>,
  says: string | null,
): Stop {
  return new Stop(refusalAt(stage, rule, evidence, says));
}

/** GRUB dies, or what it does depends on what its memory happens to hold. */
export function crash(stage: Stage, fault: EvidenceOf<'grub-crashes'>['fault']): Stop {
  return stop(stage, 'grub-crashes', { fault }, null);
}
