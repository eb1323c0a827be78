import type { Problem } from '../report/report.ts';
import type { Skipped } from './skipped.ts';

/** What a PATH came to. */
export interface Found {
  /** Files to judge, in the order in which they were found. */
  readonly files: readonly string[];
  /** Paths that are missing or cannot be read. */
  readonly problems: readonly Problem[];
  /** Files of directories that are not judged, though somebody may have meant them. */
  readonly skipped: readonly Skipped[];
}
