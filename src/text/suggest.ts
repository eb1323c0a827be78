import { distance } from 'fastest-levenshtein';
import { quote } from './quote.ts';
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

/**
 * The candidate that may have been meant: the only one that starts with `word`, or the nearest, if no
 * more than half of `word` is different. Longer forms of a candidate do not count. `null` for none.
 */
export function near(word: string, candidates: readonly string[]): string | null {
  if (word === '' || word.length > LONGEST_NAME) return null;
  const longer = candidates.filter((name) => name.startsWith(word));
  const only = longer.find((name) => longer.every((other) => other.startsWith(name)));
  if (only !== undefined) return only;
  const found = nearest(word, candidates);
  return distance(word.toLowerCase(), found.toLowerCase()) <= word.length / 2 ? found : null;
}

/**
 * Finds `word` among `candidates`, or answers with the one that may be meant, or else with all.
 *
 * @param what the kind of thing, for the sentence: `boot path`.
 * @param otherwise what to answer in place of all.
 * @throws {UsageError} `unknown boot path 'pv-dom': did you mean pv-dom0?`
 */
export function choose<T extends string>(
  what: string,
  word: string,
  candidates: readonly T[],
  otherwise = oneOf(candidates),
): T {
  const found = candidates.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  throw new UsageError(`unknown ${what} ${quote(word)}: ${answerTo(word, candidates, otherwise)}`);
}

/** The answer to a word that is none of the candidates: the one that may be meant, or `otherwise`. */
export function answerTo(word: string, candidates: readonly string[], otherwise: string): string {
  const meant = near(word, candidates);
  return meant === null ? otherwise : `did you mean ${meant}?`;
}

/** The answer to a word that is like none of them. */
export function oneOf(candidates: readonly string[]): string {
  return `it is one of ${candidates.join(', ')}`;
}
