// @ts-check
/**
 * @param {string} version `4.17.3`, or `4.1.6.1`
 * @returns {string} `4.17`
 */
export function seriesOf(version) {
  return version.split('.').slice(0, 2).join('.');
}

/**
 * The release that comes before another: in its series, or, for the first of a series, the first of
 * the series before it. The main line goes from first to first; a series leaves it after its first.
 *
 * @param {string} version
 * @param {readonly string[]} versions all, in order of their numbers
 * @returns {string | null} null for the oldest of all
 */
export function releaseBefore(version, versions) {
  const older = versions.slice(0, versions.indexOf(version));
  const sibling = older.findLast((one) => seriesOf(one) === seriesOf(version));
  return sibling ?? older.findLast((one) => one === `${seriesOf(one)}.0`) ?? null;
}

/**
 * @param {string} a
 * @param {string} b
 */
export function isOlder(a, b) {
  return a.localeCompare(b, 'en', { numeric: true }) < 0;
}
