import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Problem } from '../report/report.ts';
import type { Found } from './discover.ts';
import { describeError } from './file-error.ts';
import { looksLikeKernel } from './sniff.ts';

/** Directories that hold nothing that was built here. */
export const IGNORED_DIRECTORIES: readonly string[] = ['.git', 'node_modules'];

/**
 * The kernels in a directory and below it, in the order of their names. Symbolic links are followed
 * to files inside the directory, and not out of it; links to directories never.
 */
export async function walk(root: string): Promise<Found> {
  const files: string[] = [];
  const problems: Problem[] = [];
  const realRoot = await realpath(root);
  const pending = [root];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    try {
      const entries = await readdir(directory, { withFileTypes: true });
      entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const entry of entries) {
        const path = join(directory, entry.name);
        if (entry.isDirectory()) {
          if (!IGNORED_DIRECTORIES.includes(entry.name)) pending.push(path);
        } else if (await isFileInside(realRoot, path, entry)) {
          await collect(path, files, problems);
        }
      }
    } catch (error) {
      problems.push({ path: directory, message: describeError(error) });
    }
  }
  return { files: files.sort(), problems };
}

async function collect(path: string, files: string[], problems: Problem[]): Promise<void> {
  try {
    if (await looksLikeKernel(path)) files.push(path);
  } catch (error) {
    problems.push({ path, message: describeError(error) });
  }
}

async function isFileInside(realRoot: string, path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    const target = await realpath(path);
    return target.startsWith(realRoot + sep) && (await stat(target)).isFile();
  } catch {
    // A link to nowhere leads to no kernel.
    return false;
  }
}
