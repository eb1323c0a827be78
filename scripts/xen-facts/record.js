// @ts-check
/**
 * What the history says, as JSON: with it the tests hold the tables of releases and facts against the
 * tags where there is no clone of xen.git.
 *
 * @param {readonly import('./repository.js').Tag[]} tags
 * @param {import('./check-facts.js').History} history
 */
export function record(tags, { versions, containing, picks }) {
  const lines = [...containing]
    .map(([commit, releases]) => `    "${commit}": ${JSON.stringify(runsOf(releases, versions))}`)
    .sort();
  const days = tags.map(({ version, date }) => `    "${version}": "${date}"`);
  const copies = picks.map(({ commit, of }) => `    ${JSON.stringify({ commit, of })}`).sort();
  return `{
  "tags": {
${days.join(',\n')}
  },
  "containing": {
${lines.join(',\n')}
  },
  "picks": [
${copies.join(',\n')}
  ]
}
`;
}

/**
 * @param {string} text as `record` makes it
 * @returns {{ tags: { version: string, date: string }[], history: import('./check-facts.js').History }}
 */
export function readRecord(text) {
  const { tags, containing, picks } = JSON.parse(text);
  const versions = Object.keys(tags);
  /** @type {[string, [string, string][]][]} */
  const runs = Object.entries(containing);
  return {
    tags: versions.map((version) => ({ version, date: tags[version] })),
    history: {
      versions,
      containing: new Map(runs.map(([commit, list]) => [commit, releasesIn(list, versions)])),
      picks,
    },
  };
}

/**
 * @param {ReadonlySet<string>} releases
 * @param {readonly string[]} versions all, in order of their numbers
 * @returns {[first: string, last: string][]} those that follow each other, as one
 */
function runsOf(releases, versions) {
  /** @type {[string, string][]} */
  const runs = [];
  versions.forEach((version, i) => {
    if (!releases.has(version)) return;
    const run = releases.has(versions[i - 1] ?? '') ? runs.at(-1) : undefined;
    if (run) run[1] = version;
    else runs.push([version, version]);
  });
  return runs;
}

/**
 * @param {readonly [first: string, last: string][]} runs
 * @param {readonly string[]} versions
 */
function releasesIn(runs, versions) {
  const inRun = (/** @type {readonly [string, string]} */ [first, last]) =>
    versions.slice(versions.indexOf(first), versions.indexOf(last) + 1);
  return new Set(runs.flatMap(inRun));
}
