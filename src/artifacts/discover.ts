import { lstat } from 'node:fs/promises';
import type { Problem } from '../contract/report.ts';
import type { UnmatchedPath } from '../contract/shard-report.ts';
import { keyOf, realPathOf } from '../files/fs-path.ts';
import { type Exclusions, NO_EXCLUSIONS } from '../glob/exclusions.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';
import { newPurse } from './archives/limits.ts';
import type { Artifact } from './artifact.ts';
import { byPath } from './by-path.ts';
import { type Expanded, expand, type Into, type WantedFile } from './expand.ts';
import type { FoundFile } from './found.ts';
import type { Opened } from './opened.ts';
import { type PathWord, wordsOf } from './path-words.ts';
import type { Place } from './places.ts';
import { type Searched, searchAll } from './search-all.ts';
import type { Shard } from './shard.ts';
import type { Skipped } from './skipped.ts';
import { type Split, splitFiles } from './split-files.ts';
import { type MatchedWord, unmatchedIn } from './unmatched.ts';

/** What a list of PATHs came to. */
export interface Inputs {
  /** What to check: each once, by its own name rather than by that of a link. */
  readonly artifacts: readonly Artifact[];
  /** The archives that were looked into for them, in that order. */
  readonly opened: readonly Opened[];
  /** The paths of the files that these are read from. */
  readonly files: readonly string[];
  /** Paths that cannot be read, or that are to be a kernel and can be none. */
  readonly problems: readonly Problem[];
  /**
   * PATHs, and alternatives of them, without a kernel: one that is gone must not go unnoticed. Those
   * that are missing come first.
   */
  readonly unmatched: readonly UnmatchedPath[];
  /** How many kernels each directory and pattern gave, where it gave some. */
  readonly places: readonly Place[];
  /** What was found and is not checked, though it may be meant; in the order of the names. */
  readonly skipped: readonly Skipped[];
  /** Exclusions that matched nothing, as they were given. */
  readonly unused: readonly string[];
  /** What a shard is a part of; `null` for a whole run. */
  readonly split: Split | null;
}

export interface DiscoverOptions {
  /** The file that others are compared with: a kernel to check only where it is named as a file. */
  readonly baseline?: string | undefined;
  /** Called at every step of the search; what it throws ends it. */
  readonly checkTime?: CheckTime | undefined;
  /** The largest dictionary that an archive may ask for, in bytes. Default: 128 MiB. */
  readonly maxDictionary?: number | undefined;
  /** More paths, which are no patterns. */
  readonly listed?: readonly string[] | undefined;
  /** What is not checked, even where it is named. */
  readonly exclusions?: Exclusions | undefined;
  /** Which files are taken, of all that are found. Default: all. */
  readonly shard?: Shard | undefined;
  /** Whether a shard looks into the archives of the others as well, for the names of all kernels. */
  readonly namesAll?: boolean | undefined;
}

/**
 * Finds what PATHs stand for: files, directories and patterns, each alternative of braces
 * as a PATH of its own. A file that is named, by its path or by a pattern, is taken whatever it
 * holds; in a directory only kernels are. Of an archive, the kernels in it are taken. Only regular
 * files are ever opened, so that no pipe or device can hold up the run.
 *
 * @throws {UsageError} where the patterns are too many, or take too long; what `checkTime` throws.
 */
export async function discover(
  paths: readonly string[],
  {
    baseline,
    checkTime = () => {},
    maxDictionary,
    listed,
    exclusions = NO_EXCLUSIONS,
    shard,
    namesAll = false,
  }: DiscoverOptions = {},
): Promise<Inputs> {
  const given = await wordsOf(paths, listed);
  const excluded = given.filter((word) => isExcluded(word, exclusions));
  const words = given.filter((word) => !excluded.includes(word));
  const archives = words.flatMap(({ inArchives }) => inArchives?.archives ?? []);
  const searched = await searchAll([...words, ...archives], checkTime, exclusions);
  const isBaseline = await baselineTest(baseline);
  const wanted = new WantedFiles();
  const problems = [...searched.problems];
  const skipped = [...searched.skipped];
  for (const { text } of excluded) skipped.push({ path: text, reason: 'named-excluded' });
  const found: MatchedWord[] = [];
  for (const word of words) {
    const { kind, text, inArchives } = word;
    if (kind === 'problem') problems.push({ path: text, message: word.message });
    const met = await filesOf(word, searched);
    const isTaken = (file: FoundFile) => kind === 'file' || !isBaseline(file);
    const files = met.filter(isTaken);
    for (const file of files) wanted.add(file);
    for (const { path } of met.filter((file) => !isTaken(file))) {
      skipped.push({ path, reason: 'baseline' });
    }
    const into = inArchives ? await filesOf(inArchives.archives, searched) : [];
    const isNamed = inArchives?.archives.kind === 'file';
    for (const file of into) {
      wanted.add(file, { by: found.length, patterns: inArchives?.inside ?? [], isNamed });
    }
    found.push({ word, files, into });
  }
  const purse = newPurse();
  const expanded = new Map<WantedFile, Expanded>();
  const all = wanted.all();
  const split = shard && splitFiles(all, shard, { words, problems: byPath(problems) });
  const names: string[] = [];
  for (const [at, one] of all.entries()) {
    const isOwn = split?.isOwn(at) ?? true;
    if (!isOwn && !namesAll) continue;
    const result = await expand(one, { checkTime, maxDictionary, exclusions, purse });
    names.push(...result.artifacts.map(({ name }) => name));
    if (!isOwn) continue;
    expanded.set(one, result);
    problems.push(...result.problems);
    skipped.push(...result.skipped);
  }
  const results = [...expanded.values()];
  const expandedOf = (file: FoundFile) => expanded.get(wanted.get(file) as WantedFile);
  const taken = new Set<string>();
  for (const [{ file }, { artifacts }] of expanded) if (artifacts.length > 0) taken.add(file.path);
  return {
    artifacts: results.flatMap((one) => one.artifacts),
    opened: results.flatMap(({ opened }) => opened ?? []),
    files: [...taken],
    problems: byPath(problems),
    unmatched: unmatchedIn(found, searched, expandedOf),
    places: placesOf(found, expandedOf),
    skipped: byPath(skipped).filter(({ path }) => !taken.has(path)),
    unused: exclusions.unused(),
    split: split
      ? split.of(
          all.map((one) => expanded.get(one)?.artifacts),
          names,
        )
      : null,
  };
}

/** Whether a file, or a member of an archive, is excluded that a PATH names, and no pattern. */
function isExcluded({ kind, text, inArchives }: PathWord, { excludes }: Exclusions): boolean {
  const isFile = kind === 'file' || (kind !== 'search' && inArchives?.archives.kind === 'file');
  return isFile && excludes(text);
}

async function filesOf(word: PathWord, searched: Searched): Promise<readonly FoundFile[]> {
  return word.kind === 'file' ? [await namedFile(word.text)] : searched.filesOf(word);
}

function placesOf(
  found: readonly MatchedWord[],
  expandedOf: (file: FoundFile) => Expanded | undefined,
): Place[] {
  return found.flatMap(({ word, files }) => {
    if (word.kind !== 'search') return [];
    // A kernel and the links to it are one.
    const each = new Set(files.map(expandedOf));
    const count = [...each].reduce((sum, one) => sum + (one?.whole ?? 0), 0);
    return count > 0 ? [{ path: word.text, kernels: count }] : [];
  });
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
class WantedFiles {
  readonly #byRealPath = new Map<string, WantedFile>();
  readonly #added = new Set<FoundFile>();

  /** @param want what is wanted in it. Default: the file itself, or the kernels in it. */
  add(file: FoundFile, want?: Into): void {
    if (want === undefined && this.#added.has(file)) return;
    if (want === undefined) this.#added.add(file);
    const key = keyOf(file.real);
    const known = this.#byRealPath.get(key);
    const isBetter = known?.file.isLink === true && !file.isLink;
    const isMet = want === undefined && file.isMet === true;
    const next: WantedFile = {
      file: known === undefined || isBetter ? file : known.file,
      isWhole: want === undefined || known?.isWhole === true,
      // Named once, it is named.
      isMet: isMet && known?.isMet !== false,
      into: [...(known?.into ?? []), ...(want ? [want] : [])],
    };
    if (isBetter) this.#byRealPath.delete(key);
    this.#byRealPath.set(key, next);
  }

  get(file: FoundFile): WantedFile | undefined {
    return this.#byRealPath.get(keyOf(file.real));
  }

  all(): readonly WantedFile[] {
    return [...this.#byRealPath.values()];
  }
}
