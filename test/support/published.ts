import { type PublishedReport, publishKernel } from '../../src/contract/published.ts';
import { publishBinary } from '../../src/contract/published-binary.ts';
import type { Report } from '../../src/contract/report.ts';

/** A report as its JSON parses. */
export function publishReport({ binaries, ...report }: Report): PublishedReport {
  return {
    ...report,
    ...(binaries && { binaries: binaries.map(publishBinary) }),
    kernels: report.kernels.map(publishKernel),
  };
}
