import { quote } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';
import { expandBraces } from './braces.ts';
import { openPatterns } from './path-set.ts';

/** Patterns for what is not to be checked. */
export interface Exclusions {
  /** Whether a pattern matches a path, or a directory or an archive that it is in. */
  readonly excludes: (path: string) => boolean;
  /** The patterns that have matched nothing so far, as they were given. */
  readonly unused: () => readonly string[];
}

/** As many as there may be patterns for kernels. */
const MOST_PATTERNS = 1000;

/**
 * Prepares exclusions: patterns with `*`, `?`, `[a-z]`, `**` and `{a,b}` for whole paths, as reports have
 * them.
 *
 * @throws {UsageError} where there are too many, or one is empty.
 */
export function exclusions(globs: readonly string[]): Exclusions {
  const alternatives = globs.flatMap((glob, index) =>
    expand(glob).map((pattern) => ({ pattern, index })),
  );
  if (alternatives.length > MOST_PATTERNS) throw tooMany();
  const namedBy = openPatterns(alternatives.map(({ pattern }) => pattern));
  const used = new Set<number>();
  return {
    excludes: (path) => {
      const matching = namedBy(path).flatMap((at) => alternatives[at]?.index ?? []);
      for (const index of matching) used.add(index);
      return matching.length > 0;
    },
    unused: () => globs.filter((_, index) => !used.has(index)),
  };
}

/** Excludes nothing. */
export const NO_EXCLUSIONS: Exclusions = { excludes: () => false, unused: () => [] };

function expand(glob: string): string[] {
  if (glob.trim() === '') throw new UsageError('an exclusion is empty: write a pattern');
  const expanded = expandBraces(glob, MOST_PATTERNS);
  if (expanded === null) throw tooMany();
  return expanded;
}

function tooMany(): UsageError {
  return new UsageError(
    `there are more than ${MOST_PATTERNS} patterns to exclude: exclude directories, or use **`,
  );
}

/** That a pattern matches nothing, and what may be wrong with it. */
export function describeUnused(glob: string): string {
  const hint = glob.includes('/')
    ? ''
    : `; a pattern stands for whole paths: for any directory, write ${quote(`**/${glob}`)}`;
  return `the exclusion ${quote(glob)} matches nothing${hint}`;
}
