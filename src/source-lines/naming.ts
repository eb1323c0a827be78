import { join } from 'node:path';
import { fileInside } from '../report/file-inside.ts';
import { regionsOf, type SourceRegion } from '../report/source-region.ts';
import { type Left, listDirectory, readInside, type SourceFile } from './files.ts';
import { openPatterns, readNames } from './find-kernel.ts';

/** The repository of a run. */
export interface Repository {
  readonly workspace: string;
  /** Where in the workspace it is checked out to, with `/` at its end; empty for all of it. */
  readonly checkout?: string;
  /** The workflow that runs, relative to the repository; `null` where that is not known. */
  readonly workflow: string | null;
  /** The paths and globs that kernels were looked for by: the step's input, or else the policy's. */
  readonly patterns: readonly string[];
  /** Where its policy may be, relative to the workspace or absolute. */
  readonly policies: readonly string[];
}

/** How many entries of the directory of workflows are looked at. */
const MOST_WORKFLOWS = 1_000;

/** What is read of workflows and policies. */
const NAMING_LIMITS: Left = { files: 100, bytes: 256 * 1024 };

/**
 * Looks for where the policy, the workflow that runs, or else another workflow names a path, or a
 * pattern that may have found it. All of them are read once.
 *
 * @returns for a path that is relative to the workspace or absolute; or for a pattern itself.
 */
export function openNaming(repository: Repository): (path: string) => SourceRegion | null {
  const { workspace } = repository;
  const files = namingFiles(repository).map(({ path, text }) => ({
    find: readNames(text),
    region: regionsOf(path, text),
  }));
  const namesOf = openPatterns(repository.patterns);
  return (path) => {
    const names = namesOf(fileInside(workspace, path) ?? path);
    for (const { find, region } of files) {
      const span = find(names);
      if (span) return region(span);
    }
    return null;
  };
}

/** The files that name kernels: the policy, the workflow that runs, then the other workflows. */
function namingFiles(repository: Repository): SourceFile[] {
  const { workspace, checkout = '', workflow } = repository;
  const left = { ...NAMING_LIMITS };
  const policies = repository.policies.map((path) => fileInside(workspace, path));
  const running = workflow === null ? [] : [checkout + workflow];
  const paths = [...policies, ...running, ...workflows(workspace, checkout)];
  return [...new Set(paths)].flatMap((path) => {
    const text = path === null ? null : readInside(workspace, path, left);
    return path === null || text === null ? [] : [{ path, text }];
  });
}

function workflows(workspace: string, checkout: string): string[] {
  const directory = `${checkout}.github/workflows`;
  const entries = listDirectory(join(workspace, directory), MOST_WORKFLOWS);
  const names = entries.map(({ name }) => name).filter((name) => /\.ya?ml$/.test(name));
  return names.map((name) => `${directory}/${name}`);
}
