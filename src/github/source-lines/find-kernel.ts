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
 * Where a workflow or a policy names a kernel: by its path or a pattern in a list `kernels:`, or
 * else by its path anywhere, if that has a directory and so is no mere word.
 */
export function findKernel(text: string, { path, patterns }: KernelNames): Span | null {
  const fitting = patterns.filter((pattern) => path.startsWith(literalStart(pattern)));
  const listed = [path, ...fitting];
  let elsewhere: Span | null = null;
  /** How far the list that the line is in is indented; `null` outside of one. */
  let list: number | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    const [, before, value] = KERNELS.exec(line) ?? [];
    if (before !== undefined) list = before.length;
    else if (list !== null && endsList(line, list)) list = null;
    if (list !== null) {
      const found = findName(value ?? line, listed);
      if (found) return shift(found, start + line.length - (value ?? line).length);
    }
    if (path.includes('/')) {
      const found = findName(line, [path]);
      if (found) elsewhere ??= shift(found, start);
    }
    start += line.length + 1;
  }
  return elsewhere;
}

/** A pattern up to where it starts to vary, without the `./` that may stand before it. */
function literalStart(pattern: string): string {
  return pattern.replace(/^(?:\.\/)+/, '').replace(/[*?[{(!+@\\].*$/s, '');
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
  const end = /(?:^|\s)#/.exec(line)?.index ?? line.length;
  for (const name of names.flatMap((one) => [one, `./${one}`])) {
    const found = findWhole(line, name, { start: 0, end }, /[\w*?./-]/);
    if (found) return found;
  }
  return null;
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
