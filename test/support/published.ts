import { type PublishedReport, publishKernel } from '../../src/contract/published.ts';
import type { Report } from '../../src/contract/report.ts';

/** A report as its JSON parses. */
export function publishReport(report: Report): PublishedReport {
  return { ...report, kernels: report.kernels.map(publishKernel) };
}
