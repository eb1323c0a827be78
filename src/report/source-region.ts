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

/** The lines that a cause comes from; `null` where nobody knows. */
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
export function regionOf(file: string, text: string, { start, end }: Span): SourceRegion {
  const from = positionOf(text, start);
  const to = positionOf(text, end);
  return { file, ...from, endLine: to.line, endColumn: to.column };
}

function positionOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - (before.lastIndexOf('\n') + 1) + 1 };
}
