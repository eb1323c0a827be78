import { posix } from 'node:path';
import type { Problem } from '../contract/report.ts';
import { describeError } from '../files/file-error.ts';
import { type FsPath, keyOf, realPathOf } from '../files/fs-path.ts';
import type { Exclusions } from '../glob/exclusions.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';
import type { Findings, FoundFile } from './found.ts';
import type { PathWord } from './path-words.ts';
import { newReader, type Reader } from './reader.ts';
import { search } from './search.ts';
import type { Skipped } from './skipped.ts';

/** What searches came to. */
export interface Searched {
  /** The files that a word stands for, in the order of their names. */
  readonly filesOf: (word: PathWord) => readonly FoundFile[];
  /** Whether something kept a word from finding a file. */
  readonly isTroubled: (word: PathWord) => boolean;
  /** Whether something that a word stands for is excluded. */
  readonly isExcluding: (word: PathWord) => boolean;
  readonly problems: readonly Problem[];
  readonly skipped: readonly Skipped[];
}

/** Words that start at one directory: they are searched for together. */
interface Group {
  readonly base: string;
  readonly realBase: FsPath;
  /** The parts of each pattern, by how they are written. */
  readonly patterns: Map<string, { readonly index: number; readonly parts: readonly string[] }>;
}

/** Searches for all words that are directories or patterns, with one walk for each directory. */
export async function searchAll(
  words: readonly PathWord[],
  checkTime: CheckTime,
  exclusions: Exclusions,
): Promise<Searched> {
  const reader = newReader(checkTime, exclusions);
  const groups = new Map<string, Group>();
  const places = new Map<PathWord, { readonly group: Group; readonly pattern: number }>();
  const unreached = new Map<PathWord, Problem>();
  for (const word of words) {
    if (word.kind !== 'search') continue;
    const base = await baseOf(word.base);
    if (base instanceof Error) {
      if (base.code !== 'ENOENT' && base.code !== 'ENOTDIR') {
        unreached.set(word, { path: word.path, message: describeError(base) });
      }
      continue;
    }
    const key = `${base.base}\0${keyOf(base.realBase)}`;
    const group: Group = groups.get(key) ?? { ...base, patterns: new Map() };
    groups.set(key, group);
    const text = word.parts.join('/');
    const known = group.patterns.get(text) ?? { index: group.patterns.size, parts: word.parts };
    group.patterns.set(text, known);
    places.set(word, { group, pattern: known.index });
  }
  const found = new Map<Group, Findings>();
  for (const group of groups.values()) found.set(group, await searchOne(group, reader));
  const placeOf = (word: PathWord) => {
    const place = places.get(word);
    const findings = place && found.get(place.group);
    return findings ? { findings, pattern: place.pattern } : null;
  };
  const all = [...found.values()];
  return {
    filesOf: (word) => {
      const place = placeOf(word);
      return place?.findings.filesOf(place.pattern) ?? [];
    },
    isTroubled: (word) => {
      const place = placeOf(word);
      return unreached.has(word) || (place?.findings.isTroubled(place.pattern) ?? false);
    },
    isExcluding: (word) => {
      const place = placeOf(word);
      return place?.findings.isExcluding(place.pattern) ?? false;
    },
    problems: [...unreached.values(), ...all.flatMap(({ problems }) => problems)],
    skipped: all.flatMap(({ skipped }) => skipped),
  };
}

async function searchOne(group: Group, reader: Reader): Promise<Findings> {
  const patterns = [...group.patterns.values()].map(({ parts }) => parts);
  return search(group.base, group.realBase, patterns, reader);
}

/** A directory by its shortest name, if that leads to the same place: a `..` may follow a link. */
async function baseOf(
  path: string,
): Promise<Pick<Group, 'base' | 'realBase'> | NodeJS.ErrnoException> {
  try {
    const realBase = await realPathOf(path);
    const base = posix.normalize(path).replace(/(?<=.)\/$/, '');
    const real = await realPathOf(base).catch(() => null);
    return { base: real !== null && keyOf(real) === keyOf(realBase) ? base : path, realBase };
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}
