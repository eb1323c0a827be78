// @ts-check
import { checkFacts, commitsOf } from './check-facts.js';
import {
  checkReleases,
  checkSupport,
  newestOfEach,
  newTags,
  supportWindow,
} from './check-releases.js';
import { releasesContaining } from './contained.js';
import { MODELLED } from './modelled.js';
import { releaseBefore, seriesOf } from './series.js';

/**
 * @typedef {object} Known What this project says of Xen.
 * @property {readonly import('./check-releases.js').Release[]} releases
 * @property {readonly import('./check-releases.js').SupportWindow[]} windows
 * @property {Readonly<Record<string, import('./check-facts.js').Fact>>} facts
 */

/**
 * Holds what is known against a clone of xen.git, and finds the releases that are not known yet.
 *
 * @param {ReturnType<typeof import('./repository.js').openRepository>} repository
 * @param {Known} known
 * @returns {import('./report.js').Findings}
 */
export function examine(repository, { releases, windows, facts }) {
  const tags = repository.tags();
  const history = historyOf(repository, tags, facts);
  const { versions } = history;

  const stated = [...newestOfEach(tags)].flatMap(
    ([minor, { version }]) =>
      supportWindow(minor, repository.read(version, 'SUPPORT.md') ?? '') ?? [],
  );
  const problems = [
    ...checkReleases(releases, tags),
    ...checkSupport(windows, stated),
    ...checkFacts(facts, history),
  ];
  const fresh = newTags(releases, tags).map(({ version, date }) => {
    const since = releaseBefore(version, versions) ?? version;
    const minor = seriesOf(version);
    return {
      version,
      date,
      since,
      support: windows.some((window) => window.minor === minor)
        ? null
        : (stated.find((window) => window.minor === minor) ?? null),
      reading: MODELLED.map(({ ours, files }) => ({
        ours,
        changes: repository.changes(`RELEASE-${since}`, `RELEASE-${version}`, files),
      })),
    };
  });
  return { problems, releases: fresh };
}

/**
 * What the history says of the commits of facts, and of their copies.
 *
 * @param {ReturnType<typeof import('./repository.js').openRepository>} repository
 * @param {readonly import('./repository.js').Tag[]} tags
 * @param {Known['facts']} facts
 * @returns {import('./check-facts.js').History}
 */
export function historyOf(repository, tags, facts) {
  const tips = tags.map(({ commit }) => commit);
  const sources = new Set(commitsOf(facts));
  const picks = repository.picks(tips).filter(({ of }) => sources.has(of));
  const commits = new Set([...sources, ...picks.map(({ commit }) => commit)]);
  const containing = releasesContaining(repository.parents(tips), tags, commits);
  return { versions: tags.map(({ version }) => version), containing, picks };
}
