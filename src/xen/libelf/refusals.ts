import type { RefusalKind } from '../refusal.ts';

/** Why libelf gives up: the rule, the line that Xen prints, and the evidence as one sentence. */
export interface ParseRefusal {
  readonly kind: RefusalKind;
  /** `null` where this release says nothing. */
  readonly error: string | null;
  readonly message: string;
}
