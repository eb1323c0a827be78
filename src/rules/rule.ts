import type { RefusalKind, Stage } from '../xen/refusal.ts';

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
  /** What to change in the kernel, in one to three sentences: annotations show it alone. */
  readonly fix: string;
  /** What to ask of whoever runs the hypervisor: a release, or a backport. */
  readonly askXen: string;
  /** URLs: the commits that the explanation stands on, reports of the failure, specifications. */
  readonly references: readonly string[];
}
