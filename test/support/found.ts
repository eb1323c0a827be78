import { join } from 'node:path';
import { type DiscoverOptions, discover } from '../../src/artifacts/discover.ts';

/** What PATHs below `root` come to, relative to it. */
export async function find(root: string, ...paths: string[]) {
  return findBut({}, root, ...paths);
}

/** The same, but for what is excepted. */
export async function findBut(exceptions: DiscoverOptions, root: string, ...paths: string[]) {
  const inside = (path: string) => path.slice(root.length + 1);
  const { files, problems, unmatched, skipped } = await discover(
    paths.map((path) => join(root, path)),
    exceptions,
  );
  return {
    files: files.map(inside),
    problems: problems.map(({ path, message }) => `${inside(path)}: ${message}`),
    unmatched: unmatched.map(({ word }) => inside(word)),
    skipped: skipped.map(({ path, reason }) => `${inside(path)}: ${reason}`),
  };
}

/** What a PATH comes to where there is nothing. */
export const nothing = { files: [], problems: [], unmatched: [], skipped: [] };

/** The same with the names of what is to be checked, in archives too. */
export async function findInside(root: string, ...paths: string[]) {
  const inside = (path: string) => path.slice(root.length + 1);
  const found = await discover(paths.map((path) => join(root, path)));
  return {
    kernels: found.artifacts.map(({ name }) => inside(name)),
    problems: found.problems.map(({ path, message }) => `${inside(path)}: ${message}`),
    unmatched: found.unmatched.map(({ word, message }) => `${inside(word)}: ${message}`),
    skipped: found.skipped.map(({ path, reason }) => `${inside(path)}: ${reason}`),
  };
}
