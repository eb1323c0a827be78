import type { Cause } from './causes.ts';

/** A stretch of a text file of the workspace. Lines and columns count from 1. */
export interface SourceRegion {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Of the character behind the end, in UTF-16 units as in SARIF. */
  readonly endColumn: number;
}

/** The lines that a cause comes from; `null` if unknown. */
export type Locate = (cause: Cause) => SourceRegion | null;

/** A stretch of a text, in UTF-16 units; the end is the first that is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The one character that a place is known by. */
export function regionAt(
  file: string,
  { line, column }: Pick<SourceRegion, 'line' | 'column'>,
): SourceRegion {
  return { file, line, column, endLine: line, endColumn: column + 1 };
}

/** Where in `file` a stretch of its text is. */
export function regionOf(file: string, text: string, span: Span): SourceRegion {
  return regionsOf(file, text)(span);
}

/** The same for many stretches of one text, whose lines are counted once. */
export function regionsOf(file: string, text: string): (span: Span) => SourceRegion {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const position = (at: number) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
  return ({ start, end }) => {
    const to = position(end);
    return { file, ...position(start), endLine: to.line, endColumn: to.column };
  };
}
