/** A word to avoid, and what to write in its place. */
export interface Word {
  /** Without flags; matched against whole words, in any case. */
  readonly pattern: string;
  readonly better: string;
}

/** Words that are nowhere: neither in texts nor in the names of code. */
export const WORDS: readonly Word[] = [
  { pattern: 'barren', better: 'unmatched' },
  { pattern: 'judg(?:e[ds]?|ing|e?ments?)', better: 'check' },
  { pattern: 'mend(?:s|ed|ing)?', better: 'fix' },
  { pattern: 'strangers?', better: 'untrusted user, or fork author' },
  { pattern: 'wish(?:es)?', better: 'overrides' },
  { pattern: 'occasion(?:s|ally)?', better: 'publish context, or sometimes' },
  { pattern: 'anew', better: 'again' },
  { pattern: 'who(?:m|so)?ever', better: 'the actor: the author, the toolstack, …' },
  { pattern: 'nobody|somebody', better: 'the actor: the author, the toolstack, …' },
  { pattern: 'tells?|told', better: 'report, print, or distinguish' },
  // A program of Android is called unpack_bootimg.
  { pattern: 'unpack(?:s|ed|er|ing)?(?! bootimg)', better: 'decompress, or extract for a package' },
];

/** Words and phrases that are in no text; code may have them. */
export const PHRASES: readonly Word[] = [
  { pattern: 'lies?|lying|lain', better: 'is loaded at, or is in' },
  { pattern: 'as its schema says', better: 'match its schema' },
  { pattern: 'excuses?|excused', better: 'accept, or unused for a waiver' },
  { pattern: 'takes it that', better: 'assumes' },
  { pattern: 'any ?more', better: 'no longer, or nothing' },
];
