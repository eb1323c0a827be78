import type { Described, Fields, Values } from './evidence.ts';
import type { Known } from './known.ts';
import type { Stage } from './stages.ts';

/**
 * One way in which a kernel fails to boot on Xen, explained to someone who builds kernels and may
 * never have seen Xen. The same text is the page under `docs/rules` and the answer of `explain`;
 * code spans are in backticks, everything else is plain text.
 */
export interface RuleWith<F extends Fields> {
  /** Also the name of its file and of its page. */
  readonly id: string;
  /** A heading, without a full stop. */
  readonly title: string;
  /** An error fails the gate; a warning does so only where the user asks for it. */
  readonly level: 'error' | 'warning';
  /** The stage of the boot at which it strikes, or the first of them. */
  readonly stage: Stage;
  /** The data that its findings bring, by field; none where one fault is all there can be. */
  readonly evidence: F;
  /**
   * One sentence, or more, that names the evidence: the note, the name, the offset, the codec. It may
   * hold untrusted bytes.
   */
  message(evidence: Values<F>, describe: Describe): string;
  /**
   * Up to four paragraphs, with blank lines between: what it means, in which releases since which
   * commit, what Xen prints (or that it prints nothing), and why.
   */
  readonly explanation: string;
  /** What to change in the kernel, whatever kernel it is, in one to three sentences. */
  readonly fix: string;
  /** The same for one finding, where what is known of it says more; `null` where it does not. */
  fixFor?(known: Known<Values<F>>): string | null;
  /** What to change on the Xen side: a release, or a backport. */
  readonly askXen: string;
  /** URLs: the commits that the explanation stands on, reports of the failure, specifications. */
  readonly references: readonly string[];
}

/** A rule, whatever its evidence. */
export type Rule = RuleWith<Fields>;

/** The message of a finding that is evidence of another. */
export type Describe = (finding: Described) => string;

/** Checks that a rule is whole; the message gets evidence of the types that the fields declare. */
export function defineRule<const F extends Fields>(rule: RuleWith<F>): RuleWith<F> {
  return rule;
}
