import * as core from '@actions/core';

/** The outputs of `action.yml`. */
export interface Outputs {
  readonly verdict: 'passed' | 'failed' | 'skipped';
  readonly passed: boolean;
  readonly failedCount: number;
  /** A path; empty where there is no report. */
  readonly reportJson: string;
  /** A path; empty where there is no report. */
  readonly reportHtml: string;
  /** A path; empty where there is no report. */
  readonly sarif: string;
}

/**
 * What the steps after this one read when it ends before a verdict, in whatever way. Set first: of
 * two values for one output the runner takes the later.
 */
export const UNDECIDED: Outputs = {
  verdict: 'failed',
  passed: false,
  failedCount: 0,
  reportJson: '',
  reportHtml: '',
  sarif: '',
};

export function setOutputs(outputs: Outputs): void {
  core.setOutput('verdict', outputs.verdict);
  core.setOutput('passed', outputs.passed);
  core.setOutput('failed-count', outputs.failedCount);
  core.setOutput('report-json', outputs.reportJson);
  core.setOutput('report-html', outputs.reportHtml);
  core.setOutput('sarif', outputs.sarif);
}
