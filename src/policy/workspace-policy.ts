import { readdirSync } from 'node:fs';
import { basename, dirname, posix } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { describeError } from '../files/file-error.ts';
import { isWrittenInside, leadsOut } from '../files/leads-out.ts';
import type { Calendar } from '../programs/xen/targets.ts';
import { quote } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';
import { NO_POLICY, type Policy } from './policy.ts';
import { readPolicy } from './policy-file.ts';
import { NONE, USUAL_PATHS } from './usual-paths.ts';

/** The runner starts an Action in it. */
export const WORKSPACE = '.';

/** `**` may match no directory at all, so `..` after it is unknown. */
const UP_FROM_PATTERN = /^[^*?]*[*?].*\/\.\.(?:\/|$)/s;

/**
 * The policy of a run of the Action. A pull request may bring it, with links. Neither a file of the
 * workspace nor a path in it may lead out of the workspace.
 *
 * @param named the file, or `none`; `null` for where a policy usually is.
 * @throws {UsageError} where there is one that cannot be used.
 */
export function readWorkspacePolicy(named: string | null, calendar: Calendar): Policy {
  const path = named ?? findPolicy();
  if (path === null || path === NONE) return NO_POLICY;
  if (isWrittenInside(path, WORKSPACE) && leadsOut(path, WORKSPACE)) {
    throw new UsageError(
      `the policy ${quote(path)} cannot be used: a link leads out of the workspace`,
    );
  }
  return readPolicy(path, calendar, refuseOutside);
}

/** The file may be anything, and a link to nowhere: what cannot be read may not pass for no policy. */
function findPolicy(): string | null {
  const [found = null, ...more] = USUAL_PATHS.filter((path) => {
    return namesIn(dirname(path)).includes(basename(path));
  });
  if (more.length === 0) return found;
  throw new UsageError(
    `there are ${[found, ...more].join(' and ')}: keep one of them, or name one in the input "policy"`,
  );
}

/** How far the letters of a name may be from those of the policy's. */
const MOST_TYPOS = 2;

/**
 * Files whose names look like the policy's, such as `.github/Xen-Boot-Gate.yml`, and that are therefore
 * not read. Relative to the workspace.
 */
export function findMisnamed(): string[] {
  const [usual = ''] = USUAL_PATHS;
  const wanted = lettersOf(usual);
  return [dirname(usual), WORKSPACE].flatMap((directory) =>
    namesIn(directory)
      .filter((name) => /\.ya?ml$/i.test(name) && distance(lettersOf(name), wanted) <= MOST_TYPOS)
      .map((name) => posix.join(directory, name))
      .filter((path) => !USUAL_PATHS.includes(path)),
  );
}

/** `xenbootgate` of `.github/Xen_Boot-Gate.YAML` */
function lettersOf(path: string): string {
  return basename(path)
    .slice(0, 64)
    .toLowerCase()
    .replace(/\.ya?ml$/, '')
    .replace(/[^a-z]/g, '');
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new UsageError(`cannot look for a policy in ${directory}: ${describeError(error)}`);
  }
}

/** Why a path may not stand in a policy that a pull request may bring; `null` where it may. */
export function refuseOutside(path: string): string | null {
  if (!leadsOut(path, WORKSPACE) && !UP_FROM_PATTERN.test(path)) return null;
  return `${quote(path)} leads out of the workspace; only a workflow may name such a path`;
}
