import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import { createColors } from 'picocolors';
import type { Report } from '../../contract/report.ts';
import type { UnmatchedPath } from '../../contract/shard-report.ts';
import { describeError } from '../../files/file-error.ts';
import type { Calendar } from '../../programs/xen/targets.ts';
import { causesOf } from '../../report/causes.ts';
import { forMarkdown, forTerminal } from '../../report/escape.ts';
import { headline } from '../../report/headline.ts';
import { pageParts } from '../../report/html/page.ts';
import { reportParts } from '../../report/json.ts';
import { renderMarkdown } from '../../report/markdown/markdown.ts';
import { renderNoVerdict } from '../../report/markdown/no-verdict.ts';
import type { MarkdownLinks } from '../../report/markdown/parts.ts';
import { sarifParts } from '../../report/sarif/sarif.ts';
import type { Locate } from '../../report/source-region.ts';
import { textParts } from '../../report/text/text.ts';
import { findProblemPlaces } from '../../source-lines/problem-places.ts';
import { findSourceLines } from '../../source-lines/source-lines.ts';
import { nameSome } from '../../text/quote.ts';
import { UsageError } from '../../text/usage-error.ts';
import type { PolicySource } from '../policy/policy-source.ts';
import type { IfNoKernels, Inputs } from '../step/inputs.ts';
import type { Run } from '../step/run.ts';
import { type Annotation, annotationsOf, linesOf } from './annotations.ts';
import { checkRunOf, noVerdictCheckRun, skippedCheckRun } from './check-run.ts';
import { commentBody, noVerdictBody } from './comment.ts';
import { matrixOutput } from './matrix.ts';
import { setOutputs, UNDECIDED } from './outputs.ts';
import { post } from './post.ts';
import { type OfResults, writeResults } from './results.ts';

/** What GitHub's log shows without wrapping, in characters. */
const LOG_WIDTH = 120;

/** The runner drops a larger summary as a whole (runner 2.336, `FileCommandManager.cs`), in bytes. */
const MAX_SUMMARY = 1024 * 1024;

/** Without it, a later job would assume that there was nothing to do. */
const NO_MATRIX =
  'The output "matrix" is empty, because it exceeds the limit of the runner. The JSON report has all of it.';

/** How many patterns without a kernel a message names. */
const MOST_NAMED = 10;

const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice };

/** The other data that publishing a result needs. */
export interface PublishContext {
  readonly inputs: Inputs;
  readonly run: Run;
  /** The paths and globs that kernels were looked for by. */
  readonly patterns: readonly string[];
  readonly source: PolicySource;
  readonly calendar: Calendar;
  /** Paths of the result files. */
  readonly paths: OfResults<string>;
  /** Whether the kernels themselves say which boot paths are checked. */
  readonly isAutomatic: boolean;
}

/** Publishes the result of a run on GitHub, and fails the step or not. */
export async function publish(report: Report, context: PublishContext): Promise<void> {
  const { inputs, run, patterns, source, paths, calendar, isAutomatic } = context;
  const repository = { ...run, patterns, policies: source.files };
  const locate = findSourceLines(causesOf(report), repository);
  const locateProblem = findProblemPlaces(repository, source.policy.baseline);
  const { checkout, pages } = run;
  const links = { locate, ...(pages && { pages }) };
  const lines = { ...links, locateProblem, checkout, isAutomatic };
  if (inputs.summary) writeSummary(summaryOf(report, source, links));
  logReport(report, run);
  const whole = inputs.summary ? 'job summary' : 'log';
  if (inputs.annotations) annotate(annotationsOf(report, run.workspace, { ...lines, whole }));
  writeReport(report, { paths, run, calendar, locate });
  const { passed, failed } = report.gate;
  const body = commentBody(report, run, links);
  outputReport(report, paths, body);
  if (!passed) core.setFailed(`${headline(report)}. The ${whole} has the reasons.`);
  // With `fail-on: never` the gate passes in spite of failures.
  const settled = passed && failed === 0 && inputs.comment === 'on-failure';
  const comment = { body, settled };
  await post({ comment, checkRun: () => checkRunOf(report, run.workspace, lines) }, context);
}

/** Prints a report to the log. */
export function logReport(report: Report, run: Run): void {
  const more = (rule: string) => pageOf(rule, run);
  const layout = { width: LOG_WIDTH, colors: createColors(false), more };
  for (const part of textParts(report, layout)) core.info(part.replace(/\n$/, ''));
}

/** Writes a report to the result files. */
export function writeReport(
  report: Report,
  {
    paths,
    run,
    calendar,
    locate,
  }: Pick<PublishContext, 'paths' | 'run' | 'calendar'> & { readonly locate?: Locate },
): void {
  writeResults(paths, {
    json: reportParts(report),
    sarif: sarifParts(report, { ...run, ...(locate && { locate }) }),
    html: pageParts(report, calendar),
  });
}

/** Hands a report to later steps. */
export function outputReport(report: Report, paths: OfResults<string>, commentBody: string): void {
  const { passed, failed } = report.gate;
  const matrix = matrixOutput(report);
  if (matrix === null) core.notice(NO_MATRIX);
  setOutputs({
    verdict: passed ? 'passed' : 'failed',
    passed,
    failedCount: failed,
    matrix: matrix ?? UNDECIDED.matrix,
    reportJson: paths.json,
    reportHtml: paths.html,
    sarif: paths.sarif,
    commentBody,
  });
}

function summaryOf(
  report: Report,
  { origin, isElsewhere }: PolicySource,
  links: MarkdownLinks,
): string {
  const remark = isElsewhere ? `\n${forMarkdown(origin)}\n` : '';
  return renderMarkdown(report, MAX_SUMMARY - Buffer.byteLength(remark), links) + remark;
}

function annotate(annotations: readonly Annotation[]): void {
  for (const { level, title, message, file, region } of annotations) {
    const place = { ...(file !== null && { file }), ...(region && linesOf(region)) };
    ANNOTATE[level](message, { title, ...place });
  }
}

/** Users of the Action may not have the command line, but can find its repository. */
function pageOf(rule: string, { pages }: Run): string {
  return pages ? `${pages}/${rule}.md` : `docs/rules/${rule}.md in the repository of this Action`;
}

/** Publishes that a run ended without a result, besides its errors. */
export async function publishNoVerdict(
  reasons: readonly string[],
  inputs: Inputs,
  run: Run,
): Promise<void> {
  if (inputs.summary) writeSummary(renderNoVerdict(reasons));
  const body = noVerdictBody(reasons, run);
  setOutputs({ ...UNDECIDED, commentBody: body });
  const comment = { body, settled: false };
  await post({ comment, checkRun: () => noVerdictCheckRun(reasons) }, { inputs, run });
}

/**
 * Answers a run that found no kernel as the input `if-no-kernels` asks.
 *
 * @throws {UsageError} where it asks for an error.
 */
export async function publishNothing(
  patterns: readonly string[],
  inputs: Inputs,
  run: Run,
): Promise<void> {
  const message =
    patterns.length > 0
      ? `No kernel found: nothing matches ${forTerminal(nameSome(patterns, MOST_NAMED))}.`
      : 'No kernel found: nothing in the workspace is a bzImage or an ELF file with Xen notes.';
  if (inputs.ifNoKernels === 'error') {
    const remedy = patterns.length > 0 ? 'correct the pattern' : 'name it in the input "kernels"';
    throw new UsageError(`${message} Build one before this step, or ${remedy}.`);
  }
  setOutputs({ ...UNDECIDED, verdict: 'skipped', passed: true });
  if (inputs.ifNoKernels === 'warn') core.warning(message);
  else core.notice(message);
  // The comment of an earlier run is obsolete; it keeps its text.
  const comment = { body: null, settled: true };
  await post({ comment, checkRun: () => skippedCheckRun(message) }, { inputs, run });
}

/** Reports PATHs without a kernel beside others that have one; as an error they are problems. */
export function publishUnmatched(unmatched: readonly UnmatchedPath[], answer: IfNoKernels): void {
  const words = unmatched.map(({ path, word }) => (path === word ? path : `${word} (of ${path})`));
  const message = `Nothing matches ${forTerminal(nameSome(words, MOST_NAMED))}.`;
  if (answer === 'warn') core.warning(message);
  else if (answer === 'ignore') core.notice(message);
}

/** A runner that knows no job summaries sets no such variable. */
function writeSummary(text: string): void {
  const path = process.env.GITHUB_STEP_SUMMARY;
  try {
    if (path) appendFileSync(path, text);
  } catch (error) {
    const reason = `cannot write ${path}, which GITHUB_STEP_SUMMARY names: ${describeError(error)}`;
    core.warning(forTerminal(`The job summary is missing: ${reason}.`));
  }
}
