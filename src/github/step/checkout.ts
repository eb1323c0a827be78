import { basename, dirname, join } from 'node:path';
import { IGNORED_DIRECTORIES } from '../../artifacts/ignored.ts';
import { USUAL_PATHS } from '../../policy/usual-paths.ts';
import { type Left, listDirectory, readInside } from '../../source-lines/files.ts';

/** How many entries of a directory, and how many directories, are looked at. */
const MOST_ENTRIES = 1_000;

/** How far below the workspace it is looked for. */
const MOST_LEVELS = 2;

/** What is read to find it: `.git/config` has some hundred bytes. */
const LIMITS: Left = { files: MOST_ENTRIES, bytes: 1024 * 1024 };

/**
 * Where in a workspace the repository of a run is checked out to: the step `actions/checkout` puts
 * it into the workspace itself, or where its input `path` says. GitHub takes the place of an
 * annotation as one in the repository.
 *
 * @param repository `owner/name`; without one, the workspace is used.
 * @returns relative to the workspace, with `/` at its end; empty for the workspace itself.
 */
export function findCheckout(workspace: string, repository: string | undefined): string {
  if (!repository) return '';
  const left = { ...LIMITS };
  let bases = [''];
  for (let level = 0; ; level++) {
    for (const base of bases) {
      const config = readInside(workspace, `${base}.git/config`, left);
      if (config !== null && isOriginOf(config, repository)) return base;
    }
    if (level === MOST_LEVELS) return '';
    bases = bases.flatMap((base) => directoriesIn(workspace, base)).slice(0, MOST_ENTRIES);
  }
}

/**
 * A policy that a checkout has, where one usually is; `null` for none.
 *
 * @param checkout relative to the workspace, with `/` at its end.
 * @returns relative to the checkout.
 */
export function findPolicyOf(workspace: string, checkout: string): string | null {
  const isThere = (path: string) =>
    listDirectory(join(workspace, checkout, dirname(path)), MOST_ENTRIES).some(
      ({ name }) => name === basename(path),
    );
  return USUAL_PATHS.find(isThere) ?? null;
}

function directoriesIn(workspace: string, base: string): string[] {
  return listDirectory(`${workspace}/${base}`, MOST_ENTRIES)
    .filter((entry) => entry.isDirectory() && !IGNORED_DIRECTORIES.includes(entry.name))
    .map(({ name }) => `${base}${name}/`);
}

/** Whether a configuration of git has `https://github.com/owner/name` for its origin, or as for SSH. */
function isOriginOf(config: string, repository: string): boolean {
  const [, origin = ''] = /^\[remote "origin"\]([^[]*)/m.exec(config) ?? [];
  const [, url = ''] = /^[ \t]*url[ \t]*=(.*)$/m.exec(origin) ?? [];
  const name = url
    .trim()
    .replace(/\/$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
  return [`/${repository}`, `:${repository}`].some((end) => name.endsWith(end.toLowerCase()));
}
