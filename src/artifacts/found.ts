import type { Problem } from '../contract/report.ts';
import { type FsPath, keyOf } from '../files/fs-path.ts';
import type { Skipped } from './skipped.ts';

/** A file to check. */
export interface FoundFile {
  readonly path: string;
  /** The same without links. */
  readonly real: FsPath;
  readonly isLink: boolean;
  /** Whether it is an archive that was met in a directory, and not named. */
  readonly isMet?: true;
}

/** What a search collects for some patterns, which are known by their index. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly skipped: Skipped[] = [];
  readonly #files = new Map<number, FoundFile[]>();
  readonly #skipped = new Set<string>();
  readonly #troubled = new Set<number>();
  readonly #excluding = new Set<number>();

  /** The files of a pattern, in the order of their names. */
  filesOf(pattern: number): FoundFile[] {
    return (this.#files.get(pattern) ?? []).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Whether something kept a pattern from finding a file. */
  isTroubled(pattern: number): boolean {
    return this.#troubled.has(pattern);
  }

  /** Whether something that a pattern matches is excluded. */
  isExcluding(pattern: number): boolean {
    return this.#excluding.has(pattern);
  }

  addFile(file: FoundFile, patterns: readonly number[]): void {
    for (const pattern of patterns) {
      const files = this.#files.get(pattern);
      if (files) files.push(file);
      else this.#files.set(pattern, [file]);
    }
  }

  addProblem(path: FsPath, message: string, patterns: Iterable<number>): void {
    this.problems.push({ path: String(path), message });
    for (const pattern of patterns) this.#troubled.add(pattern);
  }

  addExcluded(path: FsPath, real: FsPath, patterns: Iterable<number>): void {
    this.skip(path, real, 'excluded');
    for (const pattern of patterns) this.#excluding.add(pattern);
  }

  /** @param real the path without links to directories: what has several paths is skipped once. */
  skip(path: FsPath, real: FsPath, reason: Skipped['reason']): void {
    const key = keyOf(real);
    if (this.#skipped.has(key)) return;
    this.#skipped.add(key);
    this.skipped.push({ path: String(path), reason });
  }
}
