import type { FailedBoot, System } from '../rules/known.ts';
import type { Verdict } from '../xen/check-kernel.ts';
import type { Refusal } from '../xen/refusal.ts';

/** What the fix of a finding may depend on, beside the finding itself. */
export interface Circumstances {
  readonly system: System;
  /** The boots that have the same finding, with the same evidence. */
  boots(refusal: Refusal): readonly FailedBoot[];
}

/** The circumstances of all findings of one kernel. */
export function circumstancesOf(verdicts: readonly Verdict[], system: System): Circumstances {
  const byFinding = new Map<string, FailedBoot[]>();
  for (const { boot, builds, refusals } of verdicts) {
    const boots = builds.map(({ has }) => ({ path: boot, has }));
    for (const key of new Set(refusals.map(keyOf))) {
      byFinding.set(key, [...(byFinding.get(key) ?? []), ...boots]);
    }
  }
  return { system, boots: (refusal) => byFinding.get(keyOf(refusal)) ?? [] };
}

function keyOf({ rule, evidence }: Refusal): string {
  return JSON.stringify([rule, evidence]);
}
