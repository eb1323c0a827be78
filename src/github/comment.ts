import { createHash } from 'node:crypto';
import type { Report } from '../report/report.ts';
import { jobSummary } from './summary.ts';

/** GitHub takes 65,536 characters in a comment; fewer bytes than that are fewer characters, too. */
export const MAX_COMMENT = 65_535;

/**
 * The result as a comment on a pull request, in GitHub's Markdown, for whoever may post it. It begins
 * with a marker that nobody sees, by which the comment is found again to be updated; no text of a
 * report can look like one.
 *
 * @param category what tells this result from those of other jobs and steps.
 */
export function commentBody(report: Report, category: string): string {
  const marker = `${commentMarker(category)}\n`;
  return marker + jobSummary(report, MAX_COMMENT - Buffer.byteLength(marker));
}

/** A name of a workflow may hold what ends a comment of HTML, so the marker has only its hash. */
export function commentMarker(category: string): string {
  const key = createHash('sha256').update(category).digest('hex').slice(0, 16);
  return `<!-- xen-boot-gate ${key} -->`;
}
