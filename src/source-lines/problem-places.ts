import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../policy/policy.ts';
import { fileInside } from '../report/file-inside.ts';
import { regionAt, type SourceRegion } from '../report/source-region.ts';
import { openNaming, type Repository } from './naming.ts';

/** A line of a file, or a file as a whole. */
export interface Spot {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly region: SourceRegion | null;
}

/** Where one can do something about a path that was not checked; `null` for nowhere. */
export type LocateProblem = (path: string) => Spot | null;

/**
 * Looks for where paths are named that were not checked: in the policy or a workflow. Else it is the
 * file itself, where there is one.
 *
 * @param baseline where the policy names it, and what; `null` for none.
 */
export function findProblemPlaces(
  repository: Repository,
  baseline: { readonly path: string; readonly place: Place } | null,
): LocateProblem {
  const findName = openNaming({ ...repository, patterns: [] });
  const { workspace } = repository;
  return (path) => {
    if (path === baseline?.path) return spotOf(workspace, baseline.place);
    const region = findName(path);
    if (region) return { file: region.file, region };
    const file = fileInside(workspace, path);
    return file !== null && exists(join(workspace, file)) ? { file, region: null } : null;
  };
}

function spotOf(workspace: string, place: Place): Spot | null {
  const file = fileInside(workspace, place.path);
  return file === null ? null : { file, region: regionAt(file, place) };
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
