import { harmlessJson } from '../report/json.ts';
import { outcomeOf } from '../report/outcome.ts';
import type { Report } from '../report/report.ts';

/** The runner takes 1 MiB of all outputs of a job together, counted in UTF-16 units of two bytes. */
const MAX_MATRIX = 256 * 1024;

/**
 * Who boots where, as JSON for the steps that follow: an entry for each kernel, boot path and
 * outcome, with the releases that share it. `null` where it would be larger than the runner takes;
 * the JSON report has all of it.
 */
export function matrixOutput(report: Report): string | null {
  const entries = report.kernels.flatMap(({ path, verdicts }) =>
    verdicts.map((verdict) => ({
      kernel: path,
      boot: verdict.boot,
      releases: verdict.releases,
      products: verdict.products,
      outcome: outcomeOf(verdict),
    })),
  );
  const text = harmlessJson(entries);
  return text.length <= MAX_MATRIX ? text : null;
}
