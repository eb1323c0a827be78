import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import { createColors } from 'picocolors';
import { forTerminal } from '../report/escape.ts';
import { headline } from '../report/headline.ts';
import type { Report } from '../report/report.ts';
import { renderText } from '../report/text.ts';
import { annotationsOf } from './annotations.ts';
import type { IfNoKernels } from './inputs.ts';
import { setOutputs, writeReport } from './outputs.ts';
import { jobSummary } from './summary.ts';

/** What GitHub's log shows without wrapping, in characters. */
const LOG_WIDTH = 120;

/** Tells the result of a run everywhere a user of GitHub looks for it, and fails the step or not. */
export function publish(report: Report): void {
  const { passed, failed } = report.gate;
  setOutputs({
    verdict: passed ? 'passed' : 'failed',
    passed,
    failedCount: failed,
    reportJson: writeReport(report),
  });
  writeSummary(jobSummary(report));
  core.info(renderText(report, { width: LOG_WIDTH, colors: createColors(false), more: pageOf }));
  const workspace = process.env.GITHUB_WORKSPACE || process.cwd();
  for (const { level, title, message, file } of annotationsOf(report, workspace)) {
    const annotate = level === 'error' ? core.error : core.warning;
    annotate(message, { title, ...(file !== null && { file }) });
  }
  if (!passed) core.setFailed(`${headline(report)}. The job summary says why.`);
}

/** Whoever uses the Action need not have the command line, but can find its repository. */
function pageOf(rule: string): string {
  return `docs/rules/${rule}.md in the repository of this Action`;
}

/** Answers a run that found no kernel as the input `if-no-kernels` asks. */
export function publishNothing(patterns: readonly string[], answer: IfNoKernels): void {
  const message = `No kernel found: nothing matches ${forTerminal(patterns.join(', '))}.`;
  if (answer === 'error') {
    core.setFailed(`${message} Build one before this step, or correct the input "kernels".`);
    return;
  }
  setOutputs({ verdict: 'skipped', passed: true, failedCount: 0, reportJson: '' });
  if (answer === 'warn') core.warning(message);
  else core.notice(message);
}

/** Tells which patterns matched nothing beside others that did; as an error they are problems. */
export function publishBarren(patterns: readonly string[], answer: IfNoKernels): void {
  const message = `Nothing matches ${forTerminal(patterns.join(', '))}.`;
  if (answer === 'warn') core.warning(message);
  else if (answer === 'ignore') core.notice(message);
}

/** A runner that knows no job summaries sets no such variable. */
function writeSummary(text: string): void {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (path) appendFileSync(path, text);
}
