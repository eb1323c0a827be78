import { literalStart } from '../../glob/literal-start.ts';
import type { Span } from '../../report/source-region.ts';
import { findWhole } from './find-whole.ts';

/** Names of a kernel: its path in the workspace, and the patterns of the step's input that may have found it. */
export interface KernelNames {
  readonly path: string;
  readonly patterns: readonly string[];
}

/** The start of a list of kernels in YAML, and what follows on its line, which may end in CR. */
const KERNELS = /^(\s*(?:-\s+)?)kernels:(.*)$/s;

/**
 * Where a workflow or a policy names a kernel: by its path or a pattern in a list `kernels:`; or else
 * by an expression there that may stand for it; or else by its path anywhere, if that has a directory
 * and so is no mere word.
 */
export function findKernel(text: string, { path, patterns }: KernelNames): Span | null {
  const fitting = patterns.filter((pattern) => path.startsWith(literalStart(withoutDots(pattern))));
  const listed = [path, ...fitting];
  let expressed: Span | null = null;
  let elsewhere: Span | null = null;
  /** How far the list that the line is in is indented; `null` outside of one. */
  let list: number | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    const [, indent, value] = KERNELS.exec(line) ?? [];
    if (indent !== undefined) list = indent.length;
    else if (list !== null && endsList(line, list)) list = null;
    if (list !== null) {
      const part = value ?? line;
      const before = start + line.length - part.length;
      const found = findName(part, listed);
      if (found) return shift(found, before);
      const item = expressed === null ? findExpression(part, listed) : null;
      if (item) expressed = shift(item, before);
    }
    if (path.includes('/')) {
      const found = findName(line, [path]);
      if (found) elsewhere ??= shift(found, start);
    }
    start += line.length + 1;
  }
  return expressed ?? elsewhere;
}

/** An item of a list with expressions in it, as in `out/${{ matrix.flavour }}/vmlinuz`. */
const ITEM = /(?:\$\{\{[^$]*?\}\}|[^\s,'"$])+/g;
const EXPRESSION = /\$\{\{[^$]*?\}\}/;

/** The first item of a line that GitHub may have made one of some names of. */
function findExpression(line: string, names: readonly string[]): Span | null {
  for (const { 0: item, index } of line.slice(0, endOfCode(line)).matchAll(ITEM)) {
    const [first = '', ...rest] = withoutDots(item).split(EXPRESSION);
    // `${{ github.workspace }}/vmlinuz`
    const fits = names
      .flatMap((name) => [name, `/${name}`])
      .some((name) => isMadeOf(name, first, rest));
    if (rest.length > 0 && fits) return { start: index, end: index + item.length };
  }
  return null;
}

/** Whether a name starts and ends with the literal parts of an item, and has all of them in order. */
function isMadeOf(name: string, first: string, rest: readonly string[]): boolean {
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest.slice(0, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = rest.at(-1) ?? '';
  return name.length >= at + last.length && name.endsWith(last);
}

/** A path or a pattern without the `./` that may stand before it. */
function withoutDots(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}

/** Whether a line is neither blank, nor deeper than the list, nor one of its items. */
function endsList(line: string, indentation: number): boolean {
  const text = line.trimStart();
  const indent = line.length - text.length;
  return (
    text !== '' && (indent < indentation || (indent === indentation && !text.startsWith('- ')))
  );
}

/** The first of some names that a line has whole, outside of a comment. */
function findName(line: string, names: readonly string[]): Span | null {
  const end = endOfCode(line);
  for (const name of names.flatMap((one) => [one, `./${one}`])) {
    const found = findWhole(line, name, { start: 0, end }, /[\w*?./-]/);
    if (found) return found;
  }
  return null;
}

/** Where the comment of a line starts, or the line ends. */
function endOfCode(line: string): number {
  return /(?:^|\s)#/.exec(line)?.index ?? line.length;
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
