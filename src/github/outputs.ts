import * as core from '@actions/core';

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

export function setOutputs(outputs: Outputs): void {
  core.setOutput('verdict', outputs.verdict);
  core.setOutput('passed', outputs.passed);
  core.setOutput('failed-count', outputs.failedCount);
  core.setOutput('matrix', outputs.matrix);
  core.setOutput('report-json', outputs.reportJson);
  core.setOutput('report-html', outputs.reportHtml);
  core.setOutput('sarif', outputs.sarif);
  core.setOutput('comment-body', outputs.commentBody);
}
