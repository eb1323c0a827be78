import { headline } from '../report/headline.ts';
import { renderMarkdown } from '../report/markdown/markdown.ts';
import type { Report } from '../report/report.ts';
import { type AnnotationOptions, annotationsOf, type Limits } from './annotations.ts';
import type { CheckRunRequest } from './api/check-runs.ts';
import type { Origin } from './origin.ts';
import type { Run } from './run.ts';

const NAME = 'Xen boot gate';

/** GitHub takes as many characters for the summary of a check run, and text has more bytes. */
const MAX_SUMMARY = 65_535;

/** How much a check run annotates: ten requests, whatever a stranger sends to be judged. */
const LIMITS: Limits = { error: 350, warning: 100, notice: 50 };

/**
 * The result as a check run of the commit that was asked about.
 *
 * @param lines that it comes from.
 */
export function checkRunOf(
  report: Report,
  { key, workspace }: Pick<Run, 'key' | 'workspace'>,
  origin: Origin,
  lines: Pick<AnnotationOptions, 'locate' | 'locateProblem'>,
): CheckRunRequest {
  return {
    repository: origin.repository,
    headSha: origin.headSha,
    name: origin.names.length === 0 ? NAME : `${NAME}: ${origin.names.join(' / ')}`,
    externalId: key,
    detailsUrl: origin.runUrl,
    passed: report.gate.passed,
    title: headline(report),
    summary: renderMarkdown(report, MAX_SUMMARY),
    annotations: annotationsOf(report, workspace, { ...lines, limits: LIMITS, whole: 'summary' }),
  };
}
