import type { UnmatchedPath } from '../contract/shard-report.ts';
import { quote } from '../text/quote.ts';
import { type Expanded, WHOLE } from './expand.ts';
import type { FoundFile } from './found.ts';
import { describeNone } from './opened.ts';
import type { PathWord } from './path-words.ts';
import type { Searched } from './search-all.ts';

/** What a word came to. */
export interface MatchedWord {
  readonly word: PathWord;
  readonly files: readonly FoundFile[];
  /** The archives that it leads into. */
  readonly into: readonly FoundFile[];
}

/** Why a PATH is unmatched that has other files. */
const NO_KERNEL = 'there is no kernel';

/** The words without a kernel, those that are missing first. */
export function unmatchedIn(
  found: readonly MatchedWord[],
  searched: Searched,
  expandedOf: (file: FoundFile) => Expanded | undefined,
): UnmatchedPath[] {
  const unmatched = found.flatMap(({ word, files, into }, at) => {
    const { kind, inArchives } = word;
    const leads = inArchives?.archives;
    if (leads?.kind === 'nothing' && kind !== 'search')
      return [unmatchedOf(word, at, leads.message, 'missing')];
    if (kind === 'nothing' && !leads) return [unmatchedOf(word, at, word.message, 'missing')];
    if (kind === 'problem' || searched.isTroubled(word) || (leads && searched.isTroubled(leads)))
      return [];
    const isDone = (file: FoundFile, by: number) => {
      const { fulfilled, troubled } = expandedOf(file) ?? {};
      return fulfilled?.has(by) || troubled?.has(by);
    };
    if (files.some((file) => isDone(file, WHOLE)) || into.some((file) => isDone(file, at)))
      return [];
    const isExcluding =
      searched.isExcluding(word) ||
      (leads !== undefined && searched.isExcluding(leads)) ||
      [...files, ...into].some((file) => expandedOf(file)?.isExcluding);
    const reason = isExcluding ? null : describeLost(word, files, expandedOf);
    if (reason !== null) return [unmatchedOf(word, at, reason, 'explained')];
    return isExcluding
      ? [unmatchedOf(word, at, `${NO_KERNEL} that is not excluded`, 'excluded')]
      : [unmatchedOf(word, at, NO_KERNEL, 'none')];
  });
  return missingFirst(unmatched);
}

/** In the order of the words, but those that are missing first. */
export function missingFirst(unmatched: readonly UnmatchedPath[]): UnmatchedPath[] {
  return [...unmatched].sort((a, b) => rankOf(a) - rankOf(b) || a.at - b.at);
}

function rankOf({ why }: UnmatchedPath): number {
  return why === 'missing' ? 0 : 1;
}

/** Whether there is nothing to say but that there is no kernel; to name an alternative is to say more. */
export function isUnexplained({ path, word, why }: UnmatchedPath): boolean {
  return path === word && (why === 'excluded' || why === 'none');
}

/** Why a word gave no kernel, though there is something, as a clause; `null` where nothing shows it. */
function describeLost(
  { kind, inArchives }: PathWord,
  [first]: readonly FoundFile[],
  expandedOf: (file: FoundFile) => Expanded | undefined,
): string | null {
  if (inArchives) return 'there is no such member, or no kernel in it';
  const opened = first && expandedOf(first)?.opened;
  return kind === 'file' && opened ? describeNone(opened) : null;
}

function unmatchedOf(
  { path, text }: PathWord,
  at: number,
  message: string,
  why: UnmatchedPath['why'],
): UnmatchedPath {
  const full = path === text ? message : `its alternative ${quote(text)}: ${message}`;
  return { path, word: text, message: full, at, why };
}
