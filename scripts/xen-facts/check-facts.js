// @ts-check
import { isOlder, releaseBefore, seriesOf } from './series.js';

/**
 * @typedef {{ since: string, commit: string }} Dated
 * @typedef {Dated & { backports?: readonly Dated[] }} Change
 * @typedef {Change & { offByDefault?: Change }} Fact
 *
 * @typedef {object} History
 * @property {readonly string[]} versions the releases that have a tag, in order of their numbers
 * @property {ReadonlyMap<string, ReadonlySet<string>>} containing releases by commit
 * @property {readonly import('./repository.js').Pick[]} picks
 */

/** Copies of a commit that do not bring its fact, with the reason. */
const OTHER_COPIES = new Map([
  ['64752a9bda8dc80a02456405607aba2d085dd3f2', 'of 1a0f2fe2297d, only its change of SUPPORT.md'],
]);

/**
 * What is wrong with the dates of facts.
 *
 * @param {Readonly<Record<string, Fact>>} facts
 * @param {History} history
 * @returns {string[]} sentences
 */
export function checkFacts(facts, history) {
  return changesOf(facts).flatMap(([name, change]) => [
    ...[change, ...(change.backports ?? [])].flatMap((dated) => misdated(name, dated, history)),
    ...leftOut(name, change, history),
    ...unlisted(name, change, history),
  ]);
}

/**
 * Every commit that the dates of facts rest on.
 *
 * @param {Readonly<Record<string, Fact>>} facts
 */
export function commitsOf(facts) {
  const changes = changesOf(facts).map(([, change]) => change);
  return changes.flatMap((change) => [change, ...(change.backports ?? [])]).map((d) => d.commit);
}

/**
 * @param {Readonly<Record<string, Fact>>} facts
 * @returns {[name: string, change: Change][]}
 */
function changesOf(facts) {
  return Object.entries(facts).flatMap(([name, fact]) => [
    /** @type {[string, Change]} */ ([name, fact]),
    ...(fact.offByDefault
      ? [/** @type {[string, Change]} */ ([`${name} (offByDefault)`, fact.offByDefault])]
      : []),
  ]);
}

/**
 * A commit must be in the release that is said to be the first, and not in the one before.
 *
 * @param {string} name
 * @param {Dated} dated
 * @param {History} history
 */
function misdated(name, { since, commit }, { versions, containing }) {
  const having = containing.get(commit) ?? new Set();
  const short = commit.slice(0, 12);
  if (!versions.includes(since)) return [`${name}: there is no tag RELEASE-${since}`];
  if (!having.has(since)) return [`${name}: ${short} is not in ${since}${firstOf(having)}`];
  const before = releaseBefore(since, versions);
  return before !== null && having.has(before)
    ? [`${name}: ${short} is in ${before} already, before ${since}`]
    : [];
}

/** @param {ReadonlySet<string>} having */
function firstOf(having) {
  const first = [...having].sort((a, b) => (isOlder(a, b) ? -1 : 1))[0];
  return first === undefined ? ', nor in any other release' : `; the first with it is ${first}`;
}

/**
 * What came on the main line is in the first release of every later series.
 *
 * @param {string} name
 * @param {Change} change
 * @param {History} history
 */
function leftOut(name, { since, commit }, { versions, containing }) {
  const firsts = versions.filter((version) => version === `${seriesOf(version)}.0`);
  const without = firsts.filter(
    (version) => isOlder(since, version) && !containing.get(commit)?.has(version),
  );
  if (!containing.get(commit)?.has(since) || without.length === 0) return [];
  return [`${name}: ${commit.slice(0, 12)} is in ${since}, and not in ${without.join(', ')}`];
}

/**
 * A copy of the commit, in a release that would be without the fact.
 *
 * @param {string} name
 * @param {Change} change
 * @param {History} history
 */
function unlisted(name, change, { containing, picks, versions }) {
  const listed = [change, ...(change.backports ?? [])];
  const sources = new Set(listed.map(({ commit }) => commit));
  return picks.flatMap(({ commit, of }) => {
    if (!sources.has(of) || sources.has(commit) || OTHER_COPIES.has(commit)) return [];
    const missed = versions.filter(
      (version) => containing.get(commit)?.has(version) && !isIn(version, listed),
    );
    return missed.length === 0
      ? []
      : [`${name}: ${missed[0]} has a backport that is not listed, ${commit}`];
  });
}

/**
 * @param {string} version
 * @param {readonly Dated[]} listed the change and its backports
 */
function isIn(version, [change, ...backports]) {
  const reached = (/** @type {Dated} */ { since }) => !isOlder(version, since);
  return (
    (change !== undefined && reached(change)) ||
    backports.some((one) => seriesOf(one.since) === seriesOf(version) && reached(one))
  );
}
