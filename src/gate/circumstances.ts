import { productDifferenceOf } from '../programs/xen/difference-names.ts';
import { backportRequestOf, requestOf } from '../programs/xen/difference-words.ts';
import { familyOf } from '../programs/xen/products/index.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import type { FailedBoot, System } from '../rules/known.ts';
import type { Verdict } from '../xen/check-kernel.ts';
import type { Refusal } from '../xen/refusal.ts';

/** What the fix of a finding may depend on, beside the finding itself. */
export interface Circumstances {
  readonly system: System;
  /** The boots that have the same finding, with the same evidence. */
  boots(refusal: Refusal): readonly FailedBoot[];
  /**
   * What one vendor can do about it, `ask Debian to build its toolstack with liblzo2`, or to backport a
   * commit; `null` where that is not enough, or the product is no longer supported.
   */
  request(refusal: Refusal): string | null;
}

/** The circumstances of all findings of one kernel. */
export function circumstancesOf(verdicts: readonly Verdict[], system: System): Circumstances {
  const byFinding = new Map<string, FailedBoot[]>();
  const requests = new Map<string, Set<string | null>>();
  for (const { boot, builds, refusals } of verdicts) {
    const boots = builds.map(({ has }) => ({ path: boot, has }));
    for (const refusal of new Map(refusals.map((one) => [keyOf(one), one])).values()) {
      const key = keyOf(refusal);
      byFinding.set(key, [...(byFinding.get(key) ?? []), ...boots]);
      const asked = builds.flatMap((build) => requestsOf(build, refusal));
      requests.set(key, new Set([...(requests.get(key) ?? []), ...asked]));
    }
  }
  return {
    system,
    boots: (refusal) => byFinding.get(keyOf(refusal)) ?? [],
    request(refusal) {
      const [only = null, ...others] = requests.get(keyOf(refusal)) ?? [];
      return others.length === 0 ? only : null;
    },
  };
}

/** What would make a build take the kernel: a request for each difference, `null` for another change. */
function requestsOf(
  { id, product }: XenBuild,
  { because = [], backports = [] }: Refusal,
): (string | null)[] {
  if (product === null || product.isEnded) return [null];
  const family = familyOf(product.product);
  const own = because.filter((one) => one.product === id);
  if (own.length === 0) {
    const backport = backports.find((one) => one.product === id);
    return [backport ? `ask ${family.name} ${backportRequestOf(backport.fact)}` : null];
  }
  return own.map(({ difference, certainty }) => {
    const found = productDifferenceOf(difference);
    const request = found && certainty !== 'unknown' ? requestOf(found) : null;
    return request && `ask ${family.name} ${request}`;
  });
}

function keyOf({ rule, evidence }: Refusal): string {
  return JSON.stringify([rule, evidence]);
}
