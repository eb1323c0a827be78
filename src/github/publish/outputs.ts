import { existsSync } from 'node:fs';
import * as core from '@actions/core';
import { UsageError } from '../../text/usage-error.ts';

/** The outputs of `action.yml`. */
export interface Outputs {
  readonly verdict: 'passed' | 'failed' | 'skipped';
  readonly passed: boolean;
  readonly failedCount: number;
  /** JSON; an empty list where there is none, or more than the runner takes. */
  readonly matrix: string;
  /** A path; empty where there is no report. */
  readonly reportJson: string;
  /** A path; empty where there is no report. */
  readonly reportHtml: string;
  /** A path; empty where there is no report. */
  readonly sarif: string;
  /** Markdown for a pull request; empty where there is nothing to say. */
  readonly commentBody: string;
}

/**
 * What the steps after this one read when it ends before a verdict, in whatever way. Set first: of
 * two values for one output the runner takes the later.
 */
export const UNDECIDED: Outputs = {
  verdict: 'failed',
  passed: false,
  failedCount: 0,
  matrix: '[]',
  reportJson: '',
  reportHtml: '',
  sarif: '',
  commentBody: '',
};

/**
 * Hands the outputs to the runner.
 *
 * @throws {UsageError} where the file that it reads them from does not exist.
 */
export function setOutputs(outputs: Outputs): void {
  const path = process.env.GITHUB_OUTPUT;
  if (path && !existsSync(path)) {
    throw new UsageError(
      `GITHUB_OUTPUT names ${path}, which does not exist. The runner creates this file for each step. An earlier step removed it, or the container lacks the directory.`,
    );
  }
  core.setOutput('verdict', outputs.verdict);
  core.setOutput('passed', outputs.passed);
  core.setOutput('failed-count', outputs.failedCount);
  core.setOutput('matrix', outputs.matrix);
  core.setOutput('report-json', outputs.reportJson);
  core.setOutput('report-html', outputs.reportHtml);
  core.setOutput('sarif', outputs.sarif);
  core.setOutput('comment-body', outputs.commentBody);
}
