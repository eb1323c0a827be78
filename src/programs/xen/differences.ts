import { quote } from '../../text/quote.ts';
import { nearest } from '../../text/suggest.ts';
import { UsageError } from '../../text/usage-error.ts';
import {
  behavioursOf,
  DIFFERENCE_NAMES,
  type Difference,
  differenceOf,
  isBuildOption,
  NO,
  PLUS,
} from './behaviours.ts';
import type { Release } from './releases.ts';

interface Named extends Difference {
  /** As the user wrote it. */
  readonly name: string;
}

/**
 * Somebody's builds of releases: `4.17.7+no-domu-lzo`. Each release gets those of the differences
 * that change it, and those that name a build option, whatever its default there. A release for which
 * none is left stays as it is.
 *
 * @param list how the user called the releases: `4.17.7`, `all`.
 * @throws {UsageError} on a name that means nothing, with the nearest one that does; on two that are
 * about the same; on one that changes none of the releases.
 */
export function withDifferences(
  releases: readonly Release[],
  list: string,
  names: readonly string[],
): Release[] {
  const differences = names.map((name) => ({ name, ...find(name, list) }));
  requireDistinct(differences);
  for (const difference of differences) {
    if (!releases.some((release) => counts(difference, release))) throw idle(difference, list);
  }
  return releases.map((release) => {
    const own = differences.filter((difference) => counts(difference, release));
    return { ...release, version: [release.version, ...own.map(({ name }) => name)].join(PLUS) };
  });
}

function find(name: string, list: string): Difference {
  const found = differenceOf(name);
  if (found) return found;
  if (name === '') {
    throw new UsageError(`a difference from ${list} is empty: write +NAME, or +${NO}NAME`);
  }
  const valid = [...DIFFERENCE_NAMES.keys()].flatMap((one) => [one, NO + one]);
  const near = nearest(name, valid);
  throw new UsageError(`unknown difference ${quote(name)} from ${list}: did you mean ${near}?`);
}

function requireDistinct(differences: readonly Named[]): void {
  const met = new Map<string, Named>();
  for (const difference of differences) {
    const other = met.get(difference.behaviour);
    met.set(difference.behaviour, difference);
    if (other === undefined) continue;
    const fault = other.present === difference.present ? 'are the same' : 'contradict each other';
    throw new UsageError(
      `the differences ${quote(other.name)} and ${quote(difference.name)} ${fault}`,
    );
  }
}

/** The default of a build option is worth saying: it is what most builds have, and not all. */
function counts({ behaviour, present }: Difference, { version }: Release): boolean {
  return isBuildOption(behaviour) || behavioursOf(version)(behaviour) !== present;
}

function idle({ name, present }: Named, list: string): UsageError {
  const why = present ? 'it is there already' : `there is no ${name.slice(NO.length)} to leave out`;
  return new UsageError(`the difference ${quote(name)} changes nothing in ${list}: ${why}`);
}
