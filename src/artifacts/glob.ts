import { type Dirent, readdir } from 'node:fs';
import { readdir as list } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type FileSystemAdapter, glob } from 'tinyglobby';
import type { Problem } from '../report/report.ts';
import { fitsName, literalStart } from '../wildcards.ts';
import { describeError } from './file-error.ts';
import { IGNORED_DIRECTORIES } from './walk.ts';

/** What nothing but `*`, `?` and `**` varies, and what does not turn back: all of a stranger's policy. */
const PLAIN = /^(?!(?:.*\/)?\.\.(?:\/|$))[^{}()[\]\\]*$/s;

/** What a pattern names. */
export interface Matches {
  /** The directory before the first part of the pattern that may vary. */
  readonly base: string;
  /** Files, and links to whatever, in the order of their names. */
  readonly files: readonly string[];
  /** Directories that are there and cannot be listed: one may have what the pattern names. */
  readonly problems: readonly Problem[];
}

/** The files that a pattern names. No link is followed. */
export async function filesOf(pattern: string): Promise<Matches> {
  const [base, rest] = splitPattern(pattern);
  const problems: Problem[] = [];
  if (PLAIN.test(rest)) {
    return { base, files: (await search(base, partsOf(rest), problems)).sort(), problems };
  }
  const matches = await glob(rest, {
    // From where the pattern starts to vary, or what is to be ignored is not, in other places.
    cwd: base,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: linksAsFiles(base, problems),
    ignore: IGNORED_DIRECTORIES.map((name) => `**/${name}/**`),
  });
  return { base, files: matches.sort().map((name) => join(base, name)), problems };
}

/** What lists a directory for the library, which would pass over links without a word. */
function linksAsFiles(base: string, problems: Problem[]): FileSystemAdapter {
  return {
    readdir: ((path: string, options: { withFileTypes: true }, done: Listed) =>
      readdir(path, options, (error, entries) => {
        if (error) tellUnlisted(join(base, relative(base, path)), error, problems);
        done(
          error,
          entries?.map((one) => (one.isSymbolicLink() ? asFile(one) : one)),
        );
      })) as typeof readdir,
  };
}

type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

function asFile(link: Dirent): Dirent {
  return Object.assign(Object.create(link), { isFile: () => true, isSymbolicLink: () => false });
}

/** The base of a pattern, and the pattern from there. */
function splitPattern(pattern: string): [base: string, rest: string] {
  const cut = literalStart(pattern).lastIndexOf('/') + 1;
  return [pattern.slice(0, cut) || '.', pattern.slice(cut)];
}

function partsOf(pattern: string): string[] {
  return pattern.split('/').filter((part) => part !== '' && part !== '.');
}

/**
 * Each directory once, with all the places in the pattern that lead to it: a regular expression, as
 * others make one of it, can take for ever for one name.
 */
async function search(
  base: string,
  parts: readonly string[],
  problems: Problem[],
): Promise<string[]> {
  const files: string[] = [];
  const pending = [{ directory: base, places: withNone([0], parts) }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of await entriesOf(next.directory, problems)) {
      const places = withNone(placesBehind(entry.name, next.places, parts), parts);
      const path = join(next.directory, entry.name);
      const isFile = entry.isFile() || entry.isSymbolicLink();
      if (isFile && places.includes(parts.length)) files.push(path);
      const isOpen = entry.isDirectory() && !IGNORED_DIRECTORIES.includes(entry.name);
      if (isOpen && places.some((at) => at < parts.length))
        pending.push({ directory: path, places });
    }
  }
  return files;
}

/** Where in the pattern one is behind a name; `**` may take more names. */
function placesBehind(name: string, places: readonly number[], parts: readonly string[]): number[] {
  return places.flatMap((at) => {
    const part = parts[at];
    if (part === undefined) return [];
    if (part === '**') return [at];
    return fitsName(part, name) ? [at + 1] : [];
  });
}

/** These places, and those behind a `**` that takes no name; each once. */
function withNone(places: readonly number[], parts: readonly string[]): number[] {
  const all = new Set(places);
  for (const at of all) if (parts[at] === '**') all.add(at + 1);
  return [...all];
}

async function entriesOf(directory: string, problems: Problem[]): Promise<Dirent[]> {
  return list(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    tellUnlisted(directory, error, problems);
    return [];
  });
}

/** What is not there has nothing that a pattern could name; of anything else nobody knows. */
function tellUnlisted(path: string, error: NodeJS.ErrnoException, problems: Problem[]): void {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return;
  problems.push({ path, message: describeError(error) });
}
