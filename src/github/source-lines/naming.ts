import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileInside } from '../../report/file-inside.ts';
import { regionOf, type SourceRegion } from '../../report/source-region.ts';
import { type Left, readInside, type SourceFile } from './files.ts';
import { findKernel } from './find-kernel.ts';

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

/** What is read of workflows and policies: every cause may have to search it. */
const NAMING_LIMITS: Left = { files: 100, bytes: 256 * 1024 };

/** The files that name kernels: the policy, the workflow that runs, then the other workflows. */
export function namingFiles(repository: Repository): SourceFile[] {
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
  try {
    const names = readdirSync(join(workspace, directory)).filter((name) => /\.ya?ml$/.test(name));
    return names.sort().map((name) => `${directory}/${name}`);
  } catch {
    return [];
  }
}

/**
 * Where one of some files names a path, or a pattern that may have found it.
 *
 * @param path relative to the workspace or absolute; or a pattern itself.
 */
export function findNameOf(
  path: string,
  files: readonly SourceFile[],
  { workspace, patterns }: Pick<Repository, 'workspace' | 'patterns'>,
): SourceRegion | null {
  const inside = fileInside(workspace, path) ?? path;
  for (const file of files) {
    const span = findKernel(file.text, { path: inside, patterns });
    if (span) return regionOf(file.path, file.text, span);
  }
  return null;
}
