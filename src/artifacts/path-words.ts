import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { describeError } from '../files/file-error.ts';
import { UNNAMEABLE } from '../files/fs-path.ts';
import { expandBraces } from '../glob/braces.ts';
import { literally, splitPattern, varies } from '../glob/path-pattern.ts';
import { quote } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';
import { pathInside } from './path-inside.ts';

/** A PATH without braces: one that was given, or an alternative of one. */
export type PathWord = {
  /** The PATH as it was given. */
  readonly path: string;
  readonly text: string;
  /** What else it may mean: members of archives. */
  readonly inArchives?: InArchives;
} & (
  | { readonly kind: 'file' }
  /** A directory, which has no parts, or a pattern. */
  | { readonly kind: 'search'; readonly base: string; readonly parts: readonly string[] }
  /** `message` is a clause that follows the path. */
  | { readonly kind: 'nothing' | 'problem'; readonly message: string }
);

/** The archives that a PATH leads into, and where it leads in them. */
export interface InArchives {
  readonly archives: PathWord;
  /** As in `PathInside`. */
  readonly inside: readonly string[];
}

/** More patterns than this are a mistake, or an attack. */
const MOST_PATTERNS = 1000;

/** The file system has no longer path, in characters. */
const LONGEST_PATTERN = 4096;

/**
 * What PATHs stand for. One that is there is what it is, whatever characters are in it.
 *
 * @param listed paths that are no patterns, whether they are there or not.
 * @throws {UsageError} where there are too many patterns.
 */
export async function wordsOf(
  paths: readonly string[],
  listed: readonly string[] = [],
): Promise<PathWord[]> {
  const words: PathWord[] = [];
  for (const path of paths) {
    const status = await lookUp(path);
    const texts = status instanceof Error ? expand(path) : [path];
    for (const text of texts) {
      words.push(await wordOf(path, text, text === path ? status : await lookUp(text)));
    }
  }
  for (const path of listed) words.push(await wordOf(path, path, await lookUp(path), literally));
  const patterns = words.filter((word) => word.kind === 'search' && word.parts.length > 0).length;
  if (patterns > MOST_PATTERNS) throw new UsageError(`there are ${patterns} patterns ${TOO_MANY}`);
  return words;
}

const TOO_MANY = `for kernels, more than the limit of ${MOST_PATTERNS}: name directories, or use ** and fewer alternatives`;

function expand(path: string): string[] {
  if (path.length > LONGEST_PATTERN) return [path];
  const texts = expandBraces(path, MOST_PATTERNS);
  if (texts !== null) return texts;
  throw new UsageError(
    `the alternatives of ${quote(path)} make more than ${MOST_PATTERNS} paths: use fewer {a,b}, or *`,
  );
}

async function wordOf(
  path: string,
  text: string,
  status: Stats | NodeJS.ErrnoException,
  read: (text: string) => string = (pattern) => pattern,
): Promise<PathWord> {
  const isPattern = read !== literally;
  const leads = status instanceof Error ? await pathInside(text) : null;
  if (leads === null) return plainWord({ path, text }, status, isPattern);
  const { outer, inside } = leads;
  const archives = plainWord({ path, text: outer }, await lookUp(outer), isPattern);
  const word = plainWord({ path, text }, status, isPattern);
  return { ...word, inArchives: { archives, inside: inside.map(read) } };
}

function plainWord(
  word: Pick<PathWord, 'path' | 'text'>,
  status: Stats | NodeJS.ErrnoException,
  isPattern: boolean,
): PathWord {
  const { text } = word;
  if (!(status instanceof Error)) {
    if (status.isFile()) return { ...word, kind: 'file' };
    if (status.isDirectory()) return { ...word, kind: 'search', base: text, parts: [] };
    return { ...word, kind: 'problem', message: 'is not a regular file' };
  }
  // A pattern may be longer than a name, or lead through a file: it is looked for all the same.
  if (isPattern && text.length <= LONGEST_PATTERN && varies(text)) {
    return { ...word, kind: 'search', ...splitPattern(text) };
  }
  // Bytes of an argument that are not UTF-8 are lost, and with them the file that it names.
  if (text.includes('\ufffd')) return { ...word, kind: 'problem', message: UNNAMEABLE };
  const kind = NOTHING_THERE.includes(status.code) ? 'nothing' : 'problem';
  return { ...word, kind, message: describeError(status) };
}

/** Not among them is the code of what may be there and cannot be reached. */
const NOTHING_THERE: readonly (string | undefined)[] = ['ENOENT', 'ENOTDIR'];

async function lookUp(path: string): Promise<Stats | NodeJS.ErrnoException> {
  return stat(path).catch((error: NodeJS.ErrnoException) => error);
}
