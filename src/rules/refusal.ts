import type { XenFactId } from '../programs/xen/facts/facts.ts';
import type { Because } from '../programs/xen/products/because.ts';
import type { EvidenceOf, RuleId } from './index.ts';
import type { Stage } from './stages.ts';

/**
 * One reason why one release does not boot one kernel. Its rule says the rest: `messageOf`, the fix,
 * the explanation. Strings may hold untrusted bytes.
 */
export type Refusal = { [K in RuleId]: RefusalOf<K> }[RuleId];

interface RefusalOf<K extends RuleId> {
  readonly rule: K;
  readonly stage: Stage;
  readonly evidence: EvidenceOf<K>;
  /** What this release of Xen, or of GRUB, prints, a line or more; `null` where it prints nothing. */
  readonly xenSays: string | null;
  /** What some products differ in, and so have it; left out where there is nothing. */
  readonly because?: readonly Because[];
  /** What would be enough for some products; left out where there is nothing. */
  readonly backports?: readonly Backport[];
}

/** A fact that others brought to an older release, and with which a product boots the kernel. */
export interface Backport {
  /** The id of the build. */
  readonly product: string;
  readonly fact: XenFactId;
}

/** A refusal by a rule. */
export function refusalAt<K extends RuleId>(
  stage: Stage,
  rule: K,
  evidence: EvidenceOf<K>,
  xenSays: string | null,
): Refusal {
  return { rule, stage, evidence, xenSays } as Refusal;
}
