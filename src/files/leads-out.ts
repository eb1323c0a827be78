import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/**
 * Whether a path leads out of a directory, by `..`, by links or by itself. What does not exist counts
 * by where it would be.
 */
export function leadsOut(path: string, directory: string): boolean {
  const [start, end] = [realPath(directory), realPath(path)];
  return end !== start && !end.startsWith(start.endsWith(sep) ? start : start + sep);
}

/** Whether a path, as it is written, stands for something in a directory, wherever links take it. */
export function isWrittenInside(path: string, directory: string): boolean {
  const full = resolve(path);
  const parent = dirname(full);
  if (parent === full) return false;
  return realPath(parent) === realPath(directory) || isWrittenInside(parent, directory);
}

/** Whether a path, as it is written, stands for something in a directory and meets no link on the way. */
export function isPlain(path: string, directory: string): boolean {
  return realPath(path) === join(realPath(directory), relative(directory, path));
}

/**
 * As the system opens it: there `..` is the directory above the target of a link. Empty for what
 * opens and has no path, as some links in /proc do.
 */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    if (existsSync(path)) return '';
    const parent = dirname(path);
    return parent === path ? resolve(path) : join(realPath(parent), basename(path));
  }
}
