import { posix } from 'node:path';
import { fitsName, matches } from '../wildcards.ts';

/**
 * Whether a pattern of a policy names a file: `*` and `?` stand for characters within a name, `**`
 * for any number of directories, and what names a directory names all that is in it.
 */
export function namesPath(pattern: string, path: string): boolean {
  return matches([...parts(pattern), '**'], parts(path), '**', fitsName);
}

function parts(path: string): string[] {
  const normal = posix.normalize(path).replace(/(?<=.)\/$/, '');
  return normal === '.' ? [] : normal.split('/');
}
