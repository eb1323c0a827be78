import { lstat } from 'node:fs/promises';
import type { Problem } from '../contract/report.ts';
import { keyOf, realPathOf } from '../files/fs-path.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';
import { quote } from '../text/quote.ts';
import { type Artifact, fileArtifact } from './artifact.ts';
import type { FoundFile } from './found.ts';
import { type PathWord, wordsOf } from './path-words.ts';
import { searchAll } from './search-all.ts';
import type { Skipped } from './skipped.ts';

/** What a list of PATHs came to. */
export interface Inputs {
  /** What to check: each once, by its own name rather than by that of a link. */
  readonly artifacts: readonly Artifact[];
  /** The paths of the files that these are read from. */
  readonly files: readonly string[];
  /** Paths that cannot be read, or that are to be a kernel and can be none. */
  readonly problems: readonly Problem[];
  /**
   * PATHs, and alternatives of them, without a kernel: one that is gone must not go unnoticed. Those
   * that are missing come first.
   */
  readonly unmatched: readonly Unmatched[];
  /** What was found and is not checked, though it may be meant; in the order of the names. */
  readonly skipped: readonly Skipped[];
}

/** `path` is the PATH as it was given. */
export interface Unmatched extends Problem {
  /** The PATH, or the alternative of its braces. */
  readonly word: string;
  /** Whether there is nothing at all under that name; else there is no kernel. */
  readonly isMissing: boolean;
}

export interface DiscoverOptions {
  /** The file that others are compared with: a kernel to check only where it is named as a file. */
  readonly baseline?: string | undefined;
  /** Called at every step of the search; what it throws ends it. */
  readonly checkTime?: CheckTime | undefined;
}

/**
 * Finds what PATHs stand for: files, directories and patterns, each alternative of braces
 * as a PATH of its own. A file that is named, by its path or by a pattern, is taken whatever it
 * holds; in a directory only kernels are. Only regular files are ever opened, so that no pipe or
 * device can hold up the run.
 *
 * @throws {UsageError} where the patterns are too many, or take too long; what `checkTime` throws.
 */
export async function discover(
  paths: readonly string[],
  { baseline, checkTime = () => {} }: DiscoverOptions = {},
): Promise<Inputs> {
  const words = await wordsOf(paths);
  const searched = await searchAll(words, checkTime);
  const isBaseline = await baselineTest(baseline);
  const files = new Files();
  const problems = [...searched.problems];
  const skipped = [...searched.skipped];
  const unmatched: Unmatched[] = [];
  for (const word of words) {
    if (word.kind === 'nothing') unmatched.push(unmatchedOf(word, word.message, true));
    else if (word.kind === 'problem') problems.push({ path: word.text, message: word.message });
    else if (word.kind === 'file') files.add(await namedFile(word.text));
    else {
      const found = searched.filesOf(word);
      const taken = found.filter((file) => !isBaseline(file));
      for (const file of taken) files.add(file);
      for (const file of found) {
        if (isBaseline(file)) skipped.push({ path: file.path, reason: 'baseline' });
      }
      if (taken.length > 0 || searched.isTroubled(word)) continue;
      unmatched.push(unmatchedOf(word, 'there is no kernel', false));
    }
  }
  const taken = new Set(files.paths());
  return {
    artifacts: [...taken].map(fileArtifact),
    files: [...taken],
    problems: byPath(problems),
    unmatched: unmatched.sort((a, b) => Number(b.isMissing) - Number(a.isMissing)),
    skipped: byPath(skipped).filter(({ path }) => !taken.has(path)),
  };
}

function unmatchedOf({ path, text }: PathWord, message: string, isMissing: boolean): Unmatched {
  const alternative = path === text ? '' : `its alternative ${quote(text)}: `;
  return { path, word: text, message: alternative + message, isMissing };
}

async function namedFile(path: string): Promise<FoundFile> {
  const real = await realPathOf(path).catch(() => path);
  const isLink = await lstat(path).then((status) => status.isSymbolicLink());
  return { path, real, isLink };
}

/** The baseline may be found by another name. */
async function baselineTest(baseline: string | undefined): Promise<(file: FoundFile) => boolean> {
  if (baseline === undefined) return () => false;
  const own = keyOf(await realPathOf(baseline).catch(() => baseline));
  return ({ real }) => keyOf(real) === own;
}

/** Files, each once: under the name that is no link, where it has one. */
class Files {
  readonly #byRealPath = new Map<string, FoundFile>();
  readonly #added = new Set<FoundFile>();

  add(file: FoundFile): void {
    if (this.#added.has(file)) return;
    this.#added.add(file);
    const key = keyOf(file.real);
    const known = this.#byRealPath.get(key);
    if (known !== undefined && (!known.isLink || file.isLink)) return;
    this.#byRealPath.delete(key);
    this.#byRealPath.set(key, file);
  }

  paths(): string[] {
    return [...this.#byRealPath.values()].map(({ path }) => path);
  }
}

/** In the order of the paths, each once. */
function byPath<T extends { readonly path: string }>(items: readonly T[]): T[] {
  const known = new Map<string, T>();
  for (const item of items) if (!known.has(item.path)) known.set(item.path, item);
  return [...known.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
