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
 * Files that may have made a kernel, the nearest first, then those with the most similar name, then
 * those nearest to the top.
 */
export function byNearness<File extends { readonly path: string }>(
  files: readonly File[],
  kernel: string,
  names: ReadonlySet<string>,
): File[] {
  const ranked = files.map((file) => {
    const words = [...wordsOf(file.path)];
    const shared = words.filter((word) => names.has(word)).length;
    const depth = file.path.split('/').length;
    return { file, rank: [-commonDirectories(file.path, kernel), -shared, words.length, depth] };
  });
  return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ file }) => file);
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
