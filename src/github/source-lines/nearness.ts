/** How many directories two paths have in common, from the top. */
export function commonDirectories(a: string, b: string): number {
  const ofA = a.split('/').slice(0, -1);
  const ofB = b.split('/').slice(0, -1);
  const differs = ofA.findIndex((name, at) => name !== ofB[at]);
  return differs < 0 ? ofA.length : differs;
}

/** Whether two files are in one directory. */
export function areBeside(a: string, b: string): boolean {
  return a.slice(0, a.lastIndexOf('/') + 1) === b.slice(0, b.lastIndexOf('/') + 1);
}

/** What a path and a version are made of: `6`, `1`, `50`, `cloud`, `amd64`. */
export function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z0-9]+/g));
}

/**
 * Of several files that may have made a kernel, which comes first: the nearest; then the one whose
 * name has most of what the kernel's has, and least besides; then the one at the top.
 */
export function byNearness(
  kernel: string,
  names: ReadonlySet<string>,
): (a: string, b: string) => number {
  const rank = (path: string) => {
    const words = [...wordsOf(path)];
    const shared = words.filter((word) => names.has(word)).length;
    return [-commonDirectories(path, kernel), -shared, words.length, path.split('/').length];
  };
  return (a, b) => {
    const ofB = rank(b);
    const differing = rank(a).map((value, at) => value - (ofB[at] ?? 0));
    return differing.find((difference) => difference !== 0) ?? (a < b ? -1 : 1);
  };
}
