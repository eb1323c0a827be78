import { quote } from '../../text/quote.ts';
import { nearest } from '../../text/suggest.ts';
import { UsageError } from '../../text/usage-error.ts';
import type { Fact } from '../fact.ts';
import {
  DIFFERENCE_NAMES,
  type Difference,
  differenceOf,
  NO,
  wordingOf,
} from './difference-names.ts';
import { XEN_FACTS, type XenFactId } from './facts/facts.ts';
import type { Release } from './releases.ts';
import { buildOf, type XenBuild } from './xen-build.ts';

/**
 * Builds of releases: `4.17.7+no-domu-lzo`. Each release gets those of the differences that change it,
 * and those that name a build option that is off by default, whatever its default there. A release for
 * which none is left stays as it is.
 *
 * @param list how the user called the releases: `4.17.7`, `all`.
 * @throws {UsageError} on a name that means nothing, with the nearest one that does; on two that are
 * about the same; on one that changes none of the releases.
 */
export function withDifferences(
  releases: readonly Release[],
  list: string,
  names: readonly string[],
): XenBuild[] {
  const differences = readDifferences(names, list);
  const upstream = releases.map((release) => buildOf(release));
  for (const difference of differences) {
    if (!upstream.some((build) => counts(difference, build))) throw idle(difference, list);
  }
  return upstream.map((build) =>
    buildOf(
      build.release,
      differences.filter((difference) => counts(difference, build)),
    ),
  );
}

/**
 * @param list how the user called what they differ from.
 * @throws {UsageError} on a name that means nothing, and on two that are about the same.
 */
export function readDifferences(names: readonly string[], list: string): Difference[] {
  const differences = names.map((name) => find(name, list));
  requireDistinct(differences);
  return differences;
}

function find(name: string, list: string): Difference {
  const found = differenceOf(name);
  if (found) return found;
  if (name === '') {
    throw new UsageError(`a difference from ${list} is empty: write +NAME, or +${NO}NAME`);
  }
  if (wordingOf(name) !== null) {
    throw new UsageError(
      `${quote(name)} is no difference from ${list}: it changes only what Xen prints, and no kernel boots or fails by it`,
    );
  }
  const valid = [...DIFFERENCE_NAMES.keys()].flatMap((one) => [one, NO + one]);
  const near = nearest(name, valid);
  throw new UsageError(`unknown difference ${quote(name)} from ${list}: did you mean ${near}?`);
}

function requireDistinct(differences: readonly Difference[]): void {
  const met = new Map<string, Difference>();
  for (const difference of differences) {
    const other = met.get(difference.fact);
    met.set(difference.fact, difference);
    if (other === undefined) continue;
    const fault = other.present === difference.present ? 'are the same' : 'contradict each other';
    throw new UsageError(
      `the differences ${quote(other.name)} and ${quote(difference.name)} ${fault}`,
    );
  }
}

function counts({ fact, present }: Difference, { has }: XenBuild): boolean {
  return isOffByDefault(fact) || has(fact) !== present;
}

/** The default is worth naming there: it is what most builds have, and not all. */
export function isOffByDefault(fact: XenFactId): boolean {
  const { offByDefault }: Fact = XEN_FACTS[fact];
  return offByDefault !== undefined;
}

/** A difference that has no effect. */
export function idle({ name, present }: Difference, list: string): UsageError {
  const why = present ? 'already has it' : `does not have ${name.slice(NO.length)}`;
  return new UsageError(`the difference ${quote(name)} has no effect: ${list} ${why}`);
}
