import type { Stats } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { isDynamicPattern } from 'tinyglobby';
import type { Problem } from '../report/report.ts';
import { describeError } from './file-error.ts';
import type { Found } from './found.ts';
import { filesOf } from './glob.ts';
import { linkTarget } from './link-target.ts';
import type { Skipped } from './skipped.ts';
import { walk } from './walk.ts';

/** What a list of PATHs came to: each file once, by its own name rather than by that of a link. */
export interface Inputs extends Found {
  /** Directories without a kernel and globs without a match. */
  readonly barren: readonly string[];
  /** Those of the problems that are PATHs to nothing: they match nothing, as a glob may. */
  readonly missing: readonly Problem[];
}

/** What is not taken although it is found. */
export interface Exceptions {
  /** The file that others are compared with: a kernel to judge only where it is named as a file. */
  readonly baseline?: string | undefined;
}

/** A PATH that gave nothing, as a problem: a kernel that is gone must not go unnoticed. */
export function barrenProblem(path: string): Problem {
  return { path, message: 'there is no kernel' };
}

/**
 * Finds the files that PATHs stand for. A file that is named, by its path or by a glob, is taken
 * whatever it holds; in a directory only kernels are. A file that is found twice counts once.
 * Only regular files are ever opened, so that no pipe or device can hold the run up.
 */
export async function discover(
  paths: readonly string[],
  { baseline }: Exceptions = {},
): Promise<Inputs> {
  const realBaseline = baseline === undefined ? null : await realPath(baseline);
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  const barren: string[] = [];
  const missing: Problem[] = [];
  const skipped: Skipped[] = [];
  for (const path of paths) {
    const found = await find(path, realBaseline);
    for (const one of found.problems) problems.push(one);
    for (const one of found.skipped) skipped.push(one);
    if (found.isMissing) missing.push(...found.problems);
    if (found.files.length === 0 && found.problems.length === 0) barren.push(path);
    for (const file of found.files) {
      const real = await realPath(file);
      const known = files.get(real);
      if (known === undefined || ((await isLink(known)) && !(await isLink(file)))) {
        files.delete(real);
        files.set(real, file);
      }
    }
  }
  return { files: [...files.values()], problems, skipped, barren, missing };
}

async function find(
  path: string,
  baseline: string | null,
): Promise<Found & { readonly isMissing?: boolean }> {
  const status = await lookUp(path);
  if (status instanceof Error) {
    const { code = '' } = status;
    if (code === 'ENOENT' && isDynamicPattern(path)) return passOver(baseline, await match(path));
    return { ...problem(path, describeError(status)), isMissing: NOTHING_THERE.includes(code) };
  }
  return status.isDirectory() ? passOver(baseline, await walk(path)) : named(path, status);
}

/** Not among them is what may be there and cannot be reached: nobody knows what that is. */
const NOTHING_THERE: readonly string[] = ['ENOENT', 'ENOTDIR'];

/** @param baseline its real path; it may be found by another name. */
async function passOver(baseline: string | null, found: Found): Promise<Found> {
  if (baseline === null) return found;
  const files: string[] = [];
  const skipped = [...found.skipped];
  for (const path of found.files) {
    if ((await realPath(path)) === baseline) skipped.push({ path, reason: 'baseline' });
    else files.push(path);
  }
  return { ...found, files, skipped };
}

/** Links are followed as in a directory: to files below where the pattern starts to vary. */
async function match(pattern: string): Promise<Found> {
  const { base, files: found, problems: unlisted } = await filesOf(pattern);
  const realBase = await realPath(base);
  const files: string[] = [];
  const problems = [...unlisted];
  const skipped: Skipped[] = [];
  for (const path of found) {
    const leads = (await isLink(path)) ? await linkTarget(path, realBase) : 'inside';
    if (leads === 'outside') skipped.push({ path, reason: 'link-out' });
    if (leads === 'nowhere') skipped.push({ path, reason: 'link-lost' });
    if (leads !== 'inside') continue;
    const status = await lookUp(path);
    if (status instanceof Error) problems.push({ path, message: describeLost(path, status) });
    else if (status.isFile()) files.push(path);
    else if (!status.isDirectory()) problems.push({ path, message: NOT_REGULAR });
  }
  return { files, problems, skipped };
}

/** What a glob matches is there, but a name that is no UTF-8 is another one by the time it is used. */
function describeLost(path: string, error: Error): string {
  return path.includes('\ufffd') ? 'its name is not in UTF-8' : describeError(error);
}

const NOT_REGULAR = 'is not a regular file';

function named(path: string, status: Stats): Found {
  if (!status.isFile()) return problem(path, NOT_REGULAR);
  return { files: [path], problems: [], skipped: [] };
}

function problem(path: string, message: string): Found {
  return { files: [], problems: [{ path, message }], skipped: [] };
}

async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (status) => status.isSymbolicLink(),
    () => false,
  );
}

async function lookUp(path: string): Promise<Stats | NodeJS.ErrnoException> {
  return stat(path).catch((error: NodeJS.ErrnoException) => error);
}
