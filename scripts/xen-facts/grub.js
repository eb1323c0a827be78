// @ts-check
import { execFileSync } from 'node:child_process';

/**
 * @typedef {{ version: string, date: string }} Release
 * @typedef {{ since: string, commit: string }} Fact
 *
 * @typedef {object} Known What this project says of GRUB.
 * @property {readonly Release[]} releases oldest first
 * @property {Readonly<Record<string, Fact>>} facts
 * @property {(a: string, b: string) => number} compare orders versions
 */

const TAG = /^grub-(2\.\d+(?:-(?:beta|rc)\d+)?)$/;

/**
 * Holds the releases and facts of GRUB against a clone of grub.git. Its history is one line, so a commit
 * is in every release after the first that has it.
 *
 * @param {string} path a clone, with or without a work tree
 * @param {Known} known
 * @returns {string[]} sentences
 */
export function checkGrub(path, { releases, facts, compare }) {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', ['-C', path, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const tags = tagsOf(git);
  const versions = [...tags.keys()].sort(compare);
  const has = (/** @type {string} */ version, /** @type {string} */ commit) =>
    tags.has(version) && git('merge-base', `grub-${version}`, commit).trim() === commit;
  return [
    ...releases.flatMap(({ version, date }) => misdatedRelease(version, date, tags.get(version))),
    ...newer(versions, releases, compare),
    ...Object.entries(facts).flatMap(([name, { since, commit }]) => {
      const of = `GRUB's ${name}: ${commit.slice(0, 12)}`;
      if (!tags.has(since)) return [`${of} is of grub-${since}, and there is no such tag`];
      if (!has(since, commit)) return [`${of} is not in ${since}`];
      const before = versions[versions.indexOf(since) - 1];
      // What came between a candidate and its release is in neither of two releases that are known.
      const older = before?.startsWith(`${since}-`) ? lastBefore(since, releases, compare) : before;
      return older !== undefined && has(older, commit)
        ? [`${of} is in ${older} already, before ${since}`]
        : [];
    }),
  ];
}

/** @param {(...args: string[]) => string} git */
function tagsOf(git) {
  const format = '--format=%(refname:lstrip=2) %(creatordate:short)';
  const lines = git('for-each-ref', format, 'refs/tags').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [name = '', date = ''] = line.split(' ');
      const [, version] = TAG.exec(name) ?? [];
      return version === undefined ? [] : [/** @type {[string, string]} */ ([version, date])];
    }),
  );
}

/**
 * @param {string} version
 * @param {string} date
 * @param {string | undefined} tagged
 */
function misdatedRelease(version, date, tagged) {
  if (tagged === undefined) return [`GRUB ${version}: there is no tag grub-${version}`];
  return tagged === date ? [] : [`GRUB ${version}: its tag is of ${tagged}, not of ${date}`];
}

/**
 * @param {readonly string[]} versions
 * @param {readonly Release[]} releases
 * @param {Known['compare']} compare
 */
function newer(versions, releases, compare) {
  const newest = releases.at(-1)?.version ?? '';
  return versions
    .filter((version) => !version.includes('-') && compare(version, newest) > 0)
    .map((version) => `GRUB ${version} is new: read what changed since ${newest}`);
}

/**
 * @param {string} version
 * @param {readonly Release[]} releases
 * @param {Known['compare']} compare
 */
function lastBefore(version, releases, compare) {
  return releases.findLast((one) => compare(one.version, version) < 0)?.version;
}
