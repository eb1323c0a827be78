import { distance } from 'fastest-levenshtein';
import { UsageError } from './usage-error.ts';

/** A name longer than this is no typing mistake, and comparing it would take time for nothing. */
const LONGEST_NAME = 64;

/**
 * The candidate that is nearest to `word` by edit distance, whatever the case; of equally near ones
 * the first. There must be at least one candidate.
 */
export function nearest(word: string, candidates: readonly string[]): string {
  const wanted = word.slice(0, LONGEST_NAME).toLowerCase();
  const scored = candidates.map((name) => ({ name, far: distance(wanted, name.toLowerCase()) }));
  return scored.reduce((best, one) => (one.far < best.far ? one : best)).name;
}

/** The same, if it may be what was meant: `null` where more than half of `word` is different. */
export function near(word: string, candidates: readonly string[]): string | null {
  const found = nearest(word, candidates);
  const far = distance(word.slice(0, LONGEST_NAME).toLowerCase(), found.toLowerCase());
  return far <= word.length / 2 ? found : null;
}

/**
 * Finds `word` among `candidates`, or answers with the nearest of them.
 *
 * @param what the kind of thing, for the sentence: `boot path`.
 * @throws {UsageError} `unknown boot path 'pv-dom': did you mean pv-dom0?`
 */
export function choose<T extends string>(what: string, word: string, candidates: readonly T[]): T {
  const found = candidates.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  throw new UsageError(`unknown ${what} '${word}': did you mean ${nearest(word, candidates)}?`);
}
