import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../report/report.ts';
import { describeError } from './file-error.ts';
import type { Found } from './found.ts';
import { isIntermediate } from './intermediate.ts';
import { linkTarget } from './link-target.ts';
import type { Skipped } from './skipped.ts';
import { sniff } from './sniff.ts';
import { type Budget, newBudget } from './unpack-start.ts';

/** Directories that hold nothing that was built here. */
export const IGNORED_DIRECTORIES: readonly string[] = ['.git', 'node_modules'];

/** The one of them that is in every checkout, and that nobody builds in. */
const UNTOLD = '.git';

/**
 * The kernels in a directory and below it, in the order of their names. Symbolic links are followed
 * to files inside the directory, and not out of it; links to directories never: those inside are
 * come to without.
 */
export async function walk(root: string): Promise<Found> {
  const found: Collected = { files: [], problems: [], skipped: [] };
  const realRoot = await realpath(root);
  const budget = newBudget();
  const pending = [root];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    try {
      const entries = await readdir(directory, { withFileTypes: true });
      entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const entry of entries) {
        const path = join(directory, entry.name);
        if (await isUnnameable(path)) found.skipped.push({ path, reason: 'unnameable' });
        else if (!entry.isDirectory()) await collect(path, entry, realRoot, found, budget);
        else if (!IGNORED_DIRECTORIES.includes(entry.name)) pending.push(path);
        else if (entry.name !== UNTOLD) found.skipped.push({ path, reason: 'ignored' });
      }
    } catch (error) {
      found.problems.push({ path: directory, message: describeError(error) });
    }
  }
  return { ...found, files: found.files.sort() };
}

interface Collected {
  readonly files: string[];
  readonly problems: Problem[];
  readonly skipped: Skipped[];
}

async function collect(
  path: string,
  entry: Dirent,
  realRoot: string,
  found: Collected,
  budget: Budget,
) {
  const { files, problems, skipped } = found;
  const leads = entry.isSymbolicLink() ? await linkTarget(path, realRoot) : 'inside';
  if (leads === 'outside') skipped.push({ path, reason: 'link-out' });
  if (leads === 'nowhere') skipped.push({ path, reason: 'link-lost' });
  if (leads !== 'inside' || (!entry.isFile() && !entry.isSymbolicLink())) return;
  try {
    const found = await sniff(path, budget);
    if (found === null) return;
    if (isIntermediate(path)) {
      if (found.is === 'kernel') skipped.push({ path, reason: 'intermediate' });
    } else if (found.is === 'passed-over') skipped.push({ path, reason: found.reason });
    else if (found.is === 'problem') problems.push({ path, message: found.message });
    else files.push(path);
  } catch (error) {
    problems.push({ path, message: describeError(error) });
  }
}

/** A name that is no UTF-8 is another one by the time that it is used. */
async function isUnnameable(path: string): Promise<boolean> {
  if (!path.includes('\ufffd')) return false;
  return lstat(path).then(
    () => false,
    () => true,
  );
}
