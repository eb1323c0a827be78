// @ts-check
import { execFileSync } from 'node:child_process';

/**
 * What the checks ask of a clone of xen.git.
 *
 * @typedef {object} Tag
 * @property {string} version `4.17.3` of `RELEASE-4.17.3`
 * @property {string} date the day that the tag was made, or its commit where it carries none
 * @property {string} commit
 *
 * @typedef {object} Pick A commit that says of which other one it is a copy.
 * @property {string} commit
 * @property {string} of
 *
 * @typedef {object} LogEntry
 * @property {string} commit
 * @property {string} subject
 * @property {string[]} files those of the given paths that it changed
 */

/** How a commit on a stable branch names the one on the main line that it brings there. */
const COPY_OF = /(?:cherry picked from commit|master commit:?) ([0-9a-f]{40})/g;

/** Between the entries of a log: no message has it. */
const NUL = '\0';

/**
 * @param {string} path a clone of xen.git, with or without a work tree
 */
export function openRepository(path) {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', ['-C', path, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 });

  return {
    /** @returns {Tag[]} the releases 4.0.0 and later, in order of their numbers */
    tags() {
      const format = '%(refname:lstrip=2) %(creatordate:short)';
      const lines = git(
        'for-each-ref',
        '--sort=version:refname',
        `--format=${format}`,
        'refs/tags',
      );
      const tags = lines.split('\n').flatMap((line) => {
        const [name = '', date = ''] = line.split(' ');
        const [, version] = /^RELEASE-(4\.\d+(?:\.\d+)+)$/.exec(name) ?? [];
        return version ? [{ version, date }] : [];
      });
      // A tag may be of a tag: RELEASE-4.5.0 is.
      const commits = git('rev-parse', ...tags.map(({ version }) => `RELEASE-${version}^{commit}`));
      return commits
        .trimEnd()
        .split('\n')
        .map((commit, i) => ({ .../** @type {Tag} */ (tags[i]), commit }));
    },

    /**
     * @param {readonly string[]} tips commits
     * @returns {Map<string, string[]>} the parents of every commit that one of them can reach
     */
    parents(tips) {
      const lines = git('rev-list', '--parents', ...new Set(tips))
        .trimEnd()
        .split('\n');
      return new Map(lines.map((line) => line.split(' ')).map(([id = '', ...rest]) => [id, rest]));
    },

    /**
     * @param {readonly string[]} tips commits
     * @returns {Pick[]} the copies that one of them can reach
     */
    picks(tips) {
      const patterns = ['cherry picked from commit', 'master commit'];
      const grep = patterns.map((pattern) => `--grep=${pattern}`);
      const log = git('log', '-z', '--format=%H%n%B', ...grep, ...new Set(tips));
      return log.split(NUL).flatMap((entry) => {
        const commit = entry.slice(0, entry.indexOf('\n'));
        return [...entry.matchAll(COPY_OF)].map(([, of = '']) => ({ commit, of }));
      });
    },

    /**
     * @param {string} from
     * @param {string} to
     * @param {readonly string[]} paths git's pathspecs
     * @returns {LogEntry[]} oldest first
     */
    changes(from, to, paths) {
      const range = ['--reverse', '--no-merges', `${from}..${to}`];
      const log = git('log', '--format=%x00%H %s', '--name-only', ...range, '--', ...paths);
      return log.split(NUL).flatMap((entry) => {
        const [head = '', ...files] = entry.split('\n').filter((line) => line !== '');
        const [commit = ''] = head.split(' ', 1);
        return commit ? [{ commit, subject: head.slice(commit.length + 1), files }] : [];
      });
    },

    /**
     * @param {string} version
     * @param {string} file
     * @returns {string | null} null where the release has no such file
     */
    read(version, file) {
      const listed = git('ls-tree', '--name-only', `RELEASE-${version}`, '--', file);
      return listed === '' ? null : git('show', `RELEASE-${version}:${file}`);
    },
  };
}
