import { posix } from 'node:path';
import { literalStart } from './literal-start.ts';
import { namePattern } from './name-pattern.ts';

/** A pattern for paths, without braces. */
export interface PathPattern {
  /** The directory before the first part that varies. */
  readonly base: string;
  /** The parts from there on. */
  readonly parts: readonly string[];
}

/** Whether a pattern without braces names more than one path. */
export function varies(pattern: string): boolean {
  return pattern.split('/').some((part) => namePattern(part).varies);
}

/** A pattern that stands for one path only. */
export function literally(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}

/**
 * Parses a pattern. A `..` after a variable part removes that part, whatever the file system has
 * there. The base stays unchanged, because there `..` may lead through links.
 */
export function splitPattern(pattern: string): PathPattern {
  const cut = literalStart(pattern).lastIndexOf('/') + 1;
  const parts = partsOf(pattern.slice(cut));
  const up = parts.findIndex((part) => part !== '..');
  const above = up < 0 ? parts : parts.slice(0, up);
  const base = pattern.slice(0, cut) + above.map((part) => `${part}/`).join('');
  return { base: base || '.', parts: parts.slice(above.length) };
}

/** The names in a path or pattern, `.` and `..` resolved. */
export function partsOf(path: string): string[] {
  return posix
    .normalize(path)
    .split('/')
    .filter((part) => part !== '' && part !== '.');
}
