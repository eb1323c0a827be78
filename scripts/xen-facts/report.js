// @ts-check
import { releaseRow, supportRow } from './check-releases.js';

/**
 * @typedef {object} NewRelease
 * @property {string} version
 * @property {string} date
 * @property {string} since the release that its reading list begins after
 * @property {import('./check-releases.js').SupportWindow | null} support the row that support.ts lacks
 * @property {readonly { ours: string, changes: readonly import('./repository.js').LogEntry[] }[]} reading
 *
 * @typedef {object} Findings
 * @property {readonly string[]} problems sentences
 * @property {readonly NewRelease[]} releases
 */

/**
 * The report in Markdown, for a terminal and for an issue.
 *
 * @param {Findings} findings
 */
export function report({ problems, releases }) {
  const sections = [...(problems.length > 0 ? [problemList(problems)] : []), ...releases.map(day)];
  return sections.length === 0
    ? 'The releases, their days and all facts are as the tags have them.\n'
    : `${sections.join('\n')}`;
}

/** @param {readonly string[]} problems */
function problemList(problems) {
  return `## Not as the tags have it\n\n${problems.map((one) => `- ${one}\n`).join('')}`;
}

/** @param {NewRelease} release */
function day(release) {
  const { version, since, reading, support } = release;
  const read = reading.filter(({ changes }) => changes.length > 0);
  return `## Xen ${version} is new

In \`src/programs/xen/releases.ts\`:

    ${releaseRow(release)},
${support === null ? '' : `\nIn \`src/programs/xen/support.ts\`:\n\n    ${supportRow(support)},\n`}
${read.length === 0 ? `Nothing that we model changed since ${since}.\n` : `What changed since ${since}, to read:\n`}
${read.map(part).join('\n')}`;
}

/** @param {NewRelease['reading'][number]} part */
function part({ ours, changes }) {
  const items = changes.map(
    ({ commit, subject, files }) =>
      `- ${commit.slice(0, 12)} ${inert(subject)}\n${files.map((file) => `  - ${inert(file)}\n`).join('')}`,
  );
  return `### ${ours}\n\n${items.join('')}`;
}

/** As code, so that nothing in it is a mention, a link or markup where the report is an issue. */
function inert(/** @type {string} */ text) {
  return `\`${text.replaceAll('`', "'")}\``;
}
