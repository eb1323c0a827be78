import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { renderJson } from '../report/json.ts';
import type { Report } from '../report/report.ts';

/** The outputs of `action.yml`. */
export interface Outputs {
  readonly verdict: 'passed' | 'failed' | 'skipped';
  readonly passed: boolean;
  readonly failedCount: number;
  /** A path; empty where there is no report. */
  readonly reportJson: string;
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
};

export function setOutputs(outputs: Outputs): void {
  core.setOutput('verdict', outputs.verdict);
  core.setOutput('passed', outputs.passed);
  core.setOutput('failed-count', outputs.failedCount);
  core.setOutput('report-json', outputs.reportJson);
}

/**
 * Writes the report to a directory of its own, so that a second step of the job does not overwrite
 * it, and outside the workspace, where the next step may pack everything up.
 *
 * @returns the path of the file.
 */
export function writeReport(report: Report): string {
  const directory = mkdtempSync(join(process.env.RUNNER_TEMP || tmpdir(), 'xen-boot-gate-'));
  const path = join(directory, 'report.json');
  writeFileSync(path, renderJson(report));
  return path;
}
