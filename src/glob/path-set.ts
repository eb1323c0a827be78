import { posix } from 'node:path';
import { archivesOf } from './inside.ts';
import { endsOf, patternSet } from './pattern-set.ts';

/** Which patterns of a list name a path, by their index, lowest first. */
export type NamedBy = (path: string) => readonly number[];

/**
 * Prepares patterns of a policy for many paths. `*` and `?` match characters within a name, and
 * `**` any number of directories. A pattern for a directory, or for an archive, matches all files in it.
 */
export function openPatterns(patterns: readonly string[]): NamedBy {
  const set = patternSet(patterns.map(partsOf));
  return (path) => {
    const found = new Set(endsOf(set.start));
    for (const one of [path, ...archivesOf(path)]) {
      let state = set.start;
      for (const name of partsOf(one)) {
        state = set.step(state, name);
        for (const index of endsOf(state)) found.add(index);
      }
    }
    return [...found].sort((a, b) => a - b);
  };
}

/** An absolute path has an empty first name. */
function partsOf(path: string): string[] {
  const normal = posix.normalize(path).replace(/(?<=.)\/$/, '');
  return normal === '.' ? [] : normal.split('/');
}
