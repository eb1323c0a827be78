import type { Report } from '../../src/contract/report.ts';
import { type CodeQualityOptions, codeQualityParts } from '../../src/report/code-quality.ts';
import { pageParts } from '../../src/report/html/page.ts';
import { jsonParts, reportParts } from '../../src/report/json.ts';
import { junitParts } from '../../src/report/junit.ts';
import { type SarifOptions, sarifParts } from '../../src/report/sarif/sarif.ts';
import { CALENDAR } from './builds.ts';

/** Outputs that are written in parts, as a whole. */
export function renderHtml(report: Report, today = CALENDAR.today): string {
  return [...pageParts(report, { ...CALENDAR, today })].join('');
}

export function renderSarif(report: Report, options: SarifOptions): string {
  return [...sarifParts(report, options)].join('');
}

export function renderJunit(report: Report): string {
  return [...junitParts(report)].join('');
}

export function renderCodeQuality(report: Report, options: CodeQualityOptions): string {
  return [...codeQualityParts(report, options)].join('');
}

export function renderReport(report: Report): string {
  return [...reportParts(report)].join('');
}

export function renderJson(value: unknown): string {
  return [...jsonParts(value)].join('');
}
