import { posix } from 'node:path';

/**
 * Whether a pattern of a policy names a file: `*` and `?` stand for characters within a name, `**`
 * for any number of directories, and what names a directory names all that is in it.
 *
 * Not a regular expression: the pattern may be a stranger's, and this never takes longer than the
 * length of the one times that of the other.
 */
export function namesPath(pattern: string, path: string): boolean {
  return matches([...parts(pattern), '**'], parts(path), '**', (name, part) =>
    matches(Array.from(name), Array.from(part), '*', (char, own) => char === '?' || char === own),
  );
}

function parts(path: string): string[] {
  const normal = posix.normalize(path).replace(/(?<=.)\/$/, '');
  return normal === '.' ? [] : normal.split('/');
}

/** Where nothing fits, only the last star takes one more: the ones before it need not. */
function matches(
  pattern: readonly string[],
  items: readonly string[],
  star: string,
  fits: (wanted: string, item: string) => boolean,
): boolean {
  let at = 0;
  let lastStar = -1;
  let taken = 0;
  for (let i = 0; i < items.length; ) {
    const wanted = pattern[at];
    if (wanted === star) {
      lastStar = at++;
      taken = i;
    } else if (wanted !== undefined && fits(wanted, items[i] ?? '')) {
      at++;
      i++;
    } else if (lastStar >= 0) {
      at = lastStar + 1;
      i = ++taken;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every((rest) => rest === star);
}
