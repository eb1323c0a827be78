import { becauseOfFile, becauseOpenOfFile, openQuestionsOfFiles } from './binary/because.ts';
import { isReadBuild } from './binary/xen-binary.ts';
import type { Difference } from './difference-names.ts';
import {
  type Because,
  becauseOf,
  becauseOpen,
  type OpenQuestion,
  openQuestions,
} from './products/because.ts';
import type { XenBuild } from './xen-build.ts';

/** What is known of how a build differs from its release, and from where: of a product, or by its files. */
export interface Origin {
  readonly kind: 'product' | 'files';
  /** Differences that the user did not name. */
  readonly differences: readonly Difference[];
  /** What is not certain. */
  readonly questions: readonly OpenQuestion[];
  /** Names a difference as the reason for a finding. */
  because(difference: Difference): Because;
  /** Names a question as the reason for a warning. */
  becauseOpen(question: OpenQuestion): Because;
}

/** `null` for a release, with what a user said of it. */
export function originOf(build: XenBuild): Origin | null {
  const { id, product, differences } = build;
  if (isReadBuild(build)) {
    return {
      kind: 'files',
      differences,
      questions: openQuestionsOfFiles(build),
      because: (difference) => becauseOfFile(build, difference),
      becauseOpen: (question) => becauseOpenOfFile(build, question),
    };
  }
  if (product === null) return null;
  return {
    kind: 'product',
    differences: differences.filter(({ name }) => product.state.differences.includes(name)),
    questions: openQuestions(product),
    because: (difference) => becauseOf(id, product, difference),
    becauseOpen: (question) => becauseOpen(id, product, question),
  };
}
