// @ts-check
import { seriesOf } from './series.js';

/**
 * @typedef {{ version: string, date: string }} Release
 * @typedef {object} SupportWindow
 * @property {string} minor
 * @property {string} released
 * @property {string | null} bugfixUntil
 * @property {string | null} securityUntil
 */

/**
 * What is wrong with the table of releases. A tag that it does not have yet is no mistake.
 *
 * @param {readonly Release[]} releases
 * @param {readonly Release[]} tags
 * @returns {string[]} sentences
 */
export function checkReleases(releases, tags) {
  const days = new Map(tags.map(({ version, date }) => [version, date]));
  return releases.flatMap(({ version, date }) => {
    const day = days.get(version);
    if (day === undefined) return [`releases: there is no tag RELEASE-${version}`];
    return day === date ? [] : [`releases: ${version} is of ${day}, and not of ${date}`];
  });
}

/**
 * The tags that the table does not have, in order of their numbers.
 *
 * @template {Release} T
 * @param {readonly Release[]} releases
 * @param {readonly T[]} tags
 */
export function newTags(releases, tags) {
  const known = new Set(releases.map(({ version }) => version));
  return tags.filter(({ version }) => !known.has(version));
}

/**
 * The days of a series as SUPPORT.md of its newest release has them.
 *
 * @param {string} minor
 * @param {string} text
 * @returns {SupportWindow | null} null where the file states no days
 */
export function supportWindow(minor, text) {
  const day = (/** @type {string} */ field) =>
    new RegExp(`^ +${field}: (\\d{4}-\\d\\d-\\d\\d)$`, 'm').exec(text)?.[1] ?? null;
  const released = day('Initial-Release');
  return released === null
    ? null
    : {
        minor,
        released,
        bugfixUntil: day('Supported-Until'),
        securityUntil: day('Security-Support-Until'),
      };
}

/**
 * What is wrong with the table of support.
 *
 * @param {readonly SupportWindow[]} windows
 * @param {readonly SupportWindow[]} stated by SUPPORT.md of the newest known release of each series
 * @returns {string[]} sentences
 */
export function checkSupport(windows, stated) {
  return stated.flatMap((right) => {
    const ours = windows.find(({ minor }) => minor === right.minor);
    if (ours === undefined) return [];
    return supportRow(ours) === supportRow(right)
      ? []
      : [`support: SUPPORT.md says ${supportRow(right)}, and the table ${supportRow(ours)}`];
  });
}

/** @param {Release} release */
export function releaseRow({ version, date }) {
  return `['${version}', '${date}']`;
}

/** @param {SupportWindow} window */
export function supportRow({ minor, released, bugfixUntil, securityUntil }) {
  const days = [bugfixUntil, securityUntil].map((day) => (day === null ? 'null' : `'${day}'`));
  return `['${minor}', '${released}', ${days.join(', ')}]`;
}

/**
 * The newest release of each series.
 *
 * @template {Release} T
 * @param {readonly T[]} releases in order of their numbers
 */
export function newestOfEach(releases) {
  return new Map(releases.map((release) => [seriesOf(release.version), release]));
}
