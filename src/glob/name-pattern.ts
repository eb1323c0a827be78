/** One character that a pattern asks for, or any number of them. */
type Token = string | typeof STAR | ((char: string) => boolean);
const STAR = Symbol('*');

/** The steps that matching may still take; matching takes from them. */
export interface Work {
  left: number;
}

/** A name, and its characters, which are split when the first pattern needs them. */
export interface Name {
  readonly text: string;
  chars?: readonly string[];
}

/** A pattern for one name of a path. */
export interface NamePattern {
  /** Whether it says any name but itself. */
  readonly varies: boolean;
  readonly fits: (name: Name, work: Work) => boolean;
}

/**
 * Compiles a pattern for a name: `*` stands for any characters, `?` for one, `[a-z]` and `[!a-z]` for
 * one of a set. A `[` that does not close is a character like any other.
 *
 * Not a regular expression: pattern and name may be hostile, and this never takes longer than the
 * length of the one times that of the other.
 */
export function namePattern(text: string): NamePattern {
  const tokens = tokensOf(Array.from(text));
  const start = text.replace(/[*?[].*$/s, '');
  const least = tokens.filter((token) => token !== STAR).length;
  const varies = tokens.some((token) => typeof token !== 'string');
  return {
    varies,
    fits: (name, work) => {
      work.left--;
      if (!varies) return name.text === text;
      if (!name.text.startsWith(start)) return false;
      name.chars ??= Array.from(name.text);
      return name.chars.length >= least && matches(tokens, name.chars, work);
    },
  };
}

function tokensOf(chars: readonly string[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    const set = char === '[' ? readSet(chars, at) : null;
    if (set !== null) {
      tokens.push(set.has);
      at = set.end;
    } else if (char === '?') tokens.push(() => true);
    else if (char !== '*') tokens.push(char);
    else if (tokens.at(-1) !== STAR) tokens.push(STAR);
  }
  return tokens;
}

/** A set from its `[` on, and where its `]` is; a `]` that comes first is one of its characters. */
function readSet(
  chars: readonly string[],
  start: number,
): { readonly has: (char: string) => boolean; readonly end: number } | null {
  const negated = chars[start + 1] === '!' || chars[start + 1] === '^';
  const first = start + (negated ? 2 : 1);
  const end = chars.indexOf(']', first + 1);
  if (end < 0) return null;
  const ranges: [from: string, to: string][] = [];
  for (let at = first; at < end; at++) {
    const from = chars[at] ?? '';
    const isRange = chars[at + 1] === '-' && at + 2 < end;
    ranges.push([from, isRange ? (chars[at + 2] ?? '') : from]);
    if (isRange) at += 2;
  }
  const has = (char: string) => ranges.some(([from, to]) => from <= char && char <= to);
  return { has: negated ? (char) => !has(char) : has, end };
}

/** Where nothing fits, only the last star takes one more: the ones before it need not. */
function matches(tokens: readonly Token[], chars: readonly string[], work: Work): boolean {
  let at = 0;
  let lastStar = -1;
  let taken = 0;
  for (let i = 0; i < chars.length; ) {
    work.left--;
    const token = tokens[at];
    if (token === STAR) {
      lastStar = at++;
      taken = i;
    } else if (token !== undefined && fitsChar(token, chars[i] ?? '')) {
      at++;
      i++;
    } else if (lastStar >= 0) {
      at = lastStar + 1;
      i = ++taken;
    } else {
      return false;
    }
  }
  while (tokens[at] === STAR) at++;
  return at === tokens.length;
}

function fitsChar(token: Exclude<Token, typeof STAR>, char: string): boolean {
  return typeof token === 'string' ? token === char : token(char);
}
