import type { Report } from '../../contract/report.ts';
import { forMarkdown } from '../../report/escape.ts';
import { renderMarkdown } from '../../report/markdown/markdown.ts';
import { renderNoVerdict } from '../../report/markdown/no-verdict.ts';
import type { MarkdownLinks } from '../../report/markdown/parts.ts';
import { clip } from '../../text/clip.ts';
import type { Origin } from '../step/origin.ts';
import type { Run } from '../step/run.ts';

/** GitHub takes 65,536 characters in a comment; fewer bytes than that are fewer characters, too. */
export const MAX_COMMENT = 65_535;

/** Limit for the names of a workflow, a job and a step, in characters. */
const MAX_NAMES = 300;

/**
 * The result as a comment on a pull request, in GitHub's Markdown: its marker, the job summary as
 * far as it fits, and the run.
 */
export function commentBody(report: Report, run: CommentRun, links: MarkdownLinks = {}): string {
  return frame(run, (limit) => renderMarkdown(report, limit, links));
}

/** The comment where there is no result, so that none of an earlier run is taken for it. */
export function noVerdictBody(reasons: readonly string[], run: CommentRun): string {
  return frame(run, () => renderNoVerdict(reasons));
}

/** Which run a comment is of. */
type CommentRun = Pick<Run, 'key' | 'origin'>;

function frame({ key, origin }: CommentRun, render: (limit: number) => string): string {
  const marker = `${commentMarker(key)}\n`;
  const source = origin ? `\n${sourceOf(origin)}\n` : '';
  const limit = MAX_COMMENT - Buffer.byteLength(marker + source);
  return marker + render(limit) + source;
}

/** Several jobs, and legs of a matrix, have each a comment, and may check one path. */
function sourceOf({ headSha, runUrl, names }: Origin): string {
  const by = names.length > 0 ? ` by ${forMarkdown(clip(names.join(' / '), MAX_NAMES))},` : '';
  return `For ${headSha},${by} [in this run](${runUrl}).`;
}

/**
 * The hidden first line that identifies a comment for updates. No text of a report can look like
 * one.
 *
 * @param key distinguishes this result from those of other jobs and steps.
 */
export function commentMarker(key: string): string {
  return `<!-- xen-boot-gate ${key} -->`;
}
