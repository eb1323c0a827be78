import type { Report } from '../../contract/report.ts';
import { forMarkdown } from '../../report/escape.ts';
import { headline } from '../../report/headline.ts';
import { renderMarkdown } from '../../report/markdown/markdown.ts';
import { NO_VERDICT, renderNoVerdict } from '../../report/markdown/no-verdict.ts';
import type { MarkdownLinks } from '../../report/markdown/parts.ts';
import { clip } from '../../text/clip.ts';
import type { CheckRunText } from '../api/check-runs.ts';
import type { Origin } from '../step/origin.ts';
import { type AnnotationOptions, annotationsOf, type Limits } from './annotations.ts';

const NAME = 'Xen boot gate';

/** GitHub takes as many characters for the summary of a check run, and text has more bytes. */
const MAX_SUMMARY = 65_535;

/** How much a check run annotates: ten requests, for any input. */
const LIMITS: Limits = { error: 350, warning: 100, notice: 50 };

/** `Xen boot gate: Kernels / build / gate` */
export function checkRunName({ names }: Pick<Origin, 'names'>): string {
  return names.length === 0 ? NAME : `${NAME}: ${names.join(' / ')}`;
}

/**
 * The result as a check run.
 *
 * @param workspace the directory that paths are relative to.
 * @param lines that it comes from.
 */
export function checkRunOf(
  report: Report,
  workspace: string,
  lines: Pick<AnnotationOptions, 'locate' | 'locateProblem' | 'checkout' | 'isAutomatic'> &
    MarkdownLinks,
): CheckRunText {
  return {
    conclusion: report.gate.passed ? 'success' : 'failure',
    title: headline(report),
    summary: renderMarkdown(report, MAX_SUMMARY, lines),
    annotations: annotationsOf(report, workspace, { ...lines, limits: LIMITS, whole: 'summary' }),
  };
}

/** The check run where there is no result. */
export function noVerdictCheckRun(reasons: readonly string[]): CheckRunText {
  const summary = renderNoVerdict(reasons);
  return { conclusion: 'failure', title: NO_VERDICT, summary, annotations: [] };
}

/**
 * Limit for the list of places without a kernel, in characters: a policy may name any number of
 * places.
 */
const MAX_NOTHING = 400;

/** The check run if there was nothing to check, and that is allowed. */
export function skippedCheckRun(message: string): CheckRunText {
  return {
    conclusion: 'skipped',
    title: 'skipped',
    summary: forMarkdown(clip(message, MAX_NOTHING)),
    annotations: [],
  };
}
