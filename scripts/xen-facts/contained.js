// @ts-check
/**
 * Which releases contain which commits.
 *
 * @param {Map<string, string[]>} parents of every commit
 * @param {readonly import('./repository.js').Tag[]} tags
 * @param {ReadonlySet<string>} commits those that will be asked for
 * @returns {Map<string, Set<string>>} the versions by commit; none for a commit that no release has
 */
export function releasesContaining(parents, tags, commits) {
  const containing = new Map([...commits].map((commit) => [commit, new Set()]));
  for (const { version, commit } of tags) {
    for (const reached of reachable(parents, commit)) containing.get(reached)?.add(version);
  }
  return containing;
}

/**
 * @param {Map<string, string[]>} parents
 * @param {string} tip
 */
function reachable(parents, tip) {
  const reached = new Set([tip]);
  // A set gives what is added while it is walked, too.
  for (const commit of reached) for (const parent of parents.get(commit) ?? []) reached.add(parent);
  return reached;
}
