import type { Problem } from '../report/report.ts';
import type { Skipped } from './skipped.ts';

/** What a PATH came to. */
export interface Found {
  /** Files to judge, in the order in which they were found. */
  readonly files: readonly string[];
  /** Paths that are missing or cannot be read. */
  readonly problems: readonly Problem[];
  /** What was found and is not judged, though somebody may have meant it. */
  readonly skipped: readonly Skipped[];
}
