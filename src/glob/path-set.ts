import { posix } from 'node:path';
import { endsOf, patternSet } from './pattern-set.ts';

/** Which patterns of a list name a path, by their index, lowest first. */
export type NamedBy = (path: string) => readonly number[];

/**
 * Prepares patterns of a policy to be held against many paths: `*` and `?` stand for characters within
 * a name, `**` for any number of directories, and what names a directory names all that is in it.
 */
export function openPatterns(patterns: readonly string[]): NamedBy {
  const set = patternSet(patterns.map(partsOf));
  return (path) => {
    let state = set.start;
    const found = new Set(endsOf(state));
    for (const name of partsOf(path)) {
      state = set.step(state, name);
      for (const index of endsOf(state)) found.add(index);
    }
    return [...found].sort((a, b) => a - b);
  };
}

/** An absolute path has an empty first name. */
function partsOf(path: string): string[] {
  const normal = posix.normalize(path).replace(/(?<=.)\/$/, '');
  return normal === '.' ? [] : normal.split('/');
}
