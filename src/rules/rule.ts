import type { EvidenceByKind, KindWithEvidence } from '../xen/evidence.ts';
import type { RefusalKind, Stage } from '../xen/refusal.ts';
import type { Known } from './known.ts';

/**
 * One way in which a kernel fails to boot on Xen, explained to someone who builds kernels and may
 * never have seen Xen. The same text is the page under `docs/rules` and the answer of `explain`;
 * code spans are in backticks, everything else is plain text.
 */
export interface Rule {
  /** Also the name of its file and of its page. */
  readonly id: RefusalKind;
  /** A heading, without a full stop. */
  readonly title: string;
  /** An error fails the gate; a warning does so only where the user asks for it. */
  readonly level: 'error' | 'warning';
  readonly stage: Stage;
  /**
   * Up to four paragraphs, with blank lines between: what it means, in which releases since which
   * commit, what Xen prints (or that it prints nothing), and why.
   */
  readonly explanation: string;
  /** What to change in the kernel, whatever kernel it is, in one to three sentences. */
  readonly fix: string;
  /** The same for one finding, where what is known of it says more; `null` where it does not. */
  fixFor?(known: Known): string | null;
  /** What to ask of whoever runs the hypervisor: a release, or a backport. */
  readonly askXen: string;
  /** URLs: the commits that the explanation stands on, reports of the failure, specifications. */
  readonly references: readonly string[];
  /** The data that its findings bring, by field; left out where one fault is all there can be. */
  readonly evidence?: Readonly<Record<string, EvidenceField>>;
}

/** A rule of a kind that has evidence: it describes every field of it. */
export interface RuleWithEvidence<K extends KindWithEvidence> extends Rule {
  readonly id: K;
  readonly evidence: Readonly<Record<keyof EvidenceByKind[K], EvidenceField>>;
  fixFor?(known: Known<K>): string | null;
}

export interface EvidenceField {
  /** What it holds, in a few words. */
  readonly what: string;
  /**
   * Findings with another value are another fault. Left out for values that change with every build
   * of the same kernel, such as offsets and sizes.
   */
  readonly identity?: true;
}

export type AnyRule<K extends RefusalKind> = K extends KindWithEvidence
  ? RuleWithEvidence<K>
  : Rule;
