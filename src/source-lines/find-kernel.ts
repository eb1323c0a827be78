import { literalStart } from '../glob/literal-start.ts';
import type { Span } from '../report/source-region.ts';
import { findExpression, readExpressions, withoutDots } from './expressions.ts';

/** Names of a kernel: its path in the workspace, and the patterns of the step's input that may have found it. */
export interface KernelNames {
  readonly path: string;
  readonly patterns: readonly string[];
}

/** How many patterns are looked for: more that start like one path are in no workflow. */
const MOST_PATTERNS = 64;

/** Chooses the patterns that may have found a path: those that start as it does. */
export function openPatterns(patterns: readonly string[]): (path: string) => KernelNames {
  const starts = patterns.map((pattern) => ({
    pattern,
    start: literalStart(withoutDots(pattern)),
  }));
  return (path) => {
    const fitting = starts.filter(({ start }) => path.startsWith(start)).slice(0, MOST_PATTERNS);
    return { path, patterns: fitting.map(({ pattern }) => pattern) };
  };
}

/**
 * Reads a workflow or a policy once, to look for any number of kernels in it.
 *
 * @returns where it names a kernel. A list `kernels:` comes first: its path there, then a pattern
 *   there, then an expression there that may produce it. Otherwise, its path anywhere counts, if it
 *   has a directory, because a single name may be any word.
 */
export function readNames(text: string): (names: KernelNames) => Span | null {
  const { code, lists } = partsOf(text);
  const findListed = indexNames(text, lists);
  const findAnywhere = indexNames(text, code);
  const expressions = readExpressions(text, lists);
  return ({ path, patterns }) => {
    const listed = patterns.flatMap((pattern) => findListed(pattern) ?? []);
    return (
      findListed(path) ??
      listed.sort((a, b) => a.start - b.start)[0] ??
      findExpression([path, ...patterns], expressions) ??
      (path.includes('/') ? findAnywhere(path) : null)
    );
  };
}

/** The start of a list of kernels in YAML, and what follows on its line, which may end in CR. */
const KERNELS = /^(\s*(?:-\s+)?)kernels:(.*)$/s;

/** The parts of a text where names count: each line up to its comment, and those of lists of kernels. */
function partsOf(text: string): { code: readonly Span[]; lists: readonly Span[] } {
  const code: Span[] = [];
  const lists: Span[] = [];
  /** How far the list that the line is in is indented; `null` outside of one. */
  let list: number | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    const [, indent, value] = KERNELS.exec(line) ?? [];
    if (indent !== undefined) list = indent.length;
    else if (list !== null && endsList(line, list)) list = null;
    const end = start + (/(?:^|\s)#/.exec(line)?.index ?? line.length);
    code.push({ start, end });
    if (list !== null) lists.push({ start: start + line.length - (value ?? line).length, end });
    start += line.length + 1;
  }
  return { code, lists };
}

/** Whether a line is neither blank, nor deeper than the list, nor one of its items. */
function endsList(line: string, indentation: number): boolean {
  const text = line.trimStart();
  const indent = line.length - text.length;
  return (
    text !== '' && (indent < indentation || (indent === indentation && !text.startsWith('- ')))
  );
}

/** What most names are made of: they are found as words. Others are searched for. */
const WORD = /[\w*?./-]+/g;
const ONLY_WORD = /^[\w*?./-]+$/;
const PART = /[\w*?./-]/;

/** How many places of a name that is no word are looked at. */
const MOST_PLACES = 64;

/** The first place in some parts of a text where a name stands whole, with or without `./`. */
function indexNames(text: string, parts: readonly Span[]): (name: string) => Span | null {
  const words = new Map<string, number>();
  for (const { start, end } of parts) {
    for (const { 0: word, index } of text.slice(start, end).matchAll(WORD)) {
      if (!words.has(word)) words.set(word, start + index);
    }
  }
  const place = (name: string): Span[] => {
    const start = ONLY_WORD.test(name) ? words.get(name) : search(name);
    return start === undefined ? [] : [{ start, end: start + name.length }];
  };
  const search = (name: string): number | undefined => {
    let at = text.indexOf(name);
    for (let left = MOST_PLACES; at >= 0 && left > 0; left--) {
      const isWhole = !PART.test(text.charAt(at - 1)) && !PART.test(text.charAt(at + name.length));
      if (isWhole && isInside(at, parts)) return at;
      at = text.indexOf(name, at + 1);
    }
    return undefined;
  };
  return (name) => {
    if (name === '') return null;
    const found = [...place(name), ...place(`./${name}`)];
    return found.sort((a, b) => a.start - b.start)[0] ?? null;
  };
}

/** @param parts in order, apart from each other. */
function isInside(at: number, parts: readonly Span[]): boolean {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle] as Span;
    if (at >= part.end) low = middle + 1;
    else if (at < part.start) high = middle;
    else return true;
  }
  return false;
}
