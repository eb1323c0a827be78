import type { EvidenceByKind, KindWithEvidence } from '../evidence.ts';
import type { RefusalKind } from '../refusal.ts';

/** Why libelf gives up: the rule, the line that Xen prints, and the evidence as one sentence. */
export type ParseRefusal = { [K in RefusalKind]: ParseRefusalOf<K> }[RefusalKind];

interface Words {
  /** `null` where this release says nothing. */
  readonly error: string | null;
  readonly message: string;
}

type ParseRefusalOf<K extends RefusalKind> = K extends KindWithEvidence
  ? Words & { readonly kind: K; readonly evidence: EvidenceByKind[K] }
  : Words & { readonly kind: K; readonly evidence?: never };
