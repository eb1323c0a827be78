/** A glob up to where it may start to vary, in any way that a glob can. */
export function literalStart(pattern: string): string {
  return pattern.replace(/[*?[{(!+@\\].*$/s, '');
}

/**
 * Whether a name is as a pattern says, in which `*` stands for any characters and `?` for one.
 *
 * Not a regular expression: the pattern or the name may be a stranger's, and this never takes longer
 * than the length of the one times that of the other.
 */
export function fitsName(pattern: string, name: string): boolean {
  return matches(Array.from(pattern), Array.from(name), '*', (char, own) => {
    return char === '?' || char === own;
  });
}

/**
 * Whether items are as a pattern of them says, in which `star` stands for any number. Where nothing
 * fits, only the last star takes one more: the ones before it need not.
 */
export function matches(
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
