import { outcomeOf } from '../../contract/outcome.ts';
import { publishVerdict } from '../../contract/published.ts';
import type { Report } from '../../contract/report.ts';
import { harmlessJson } from '../../report/json.ts';

/** The runner takes 1 MiB of all outputs of a job together, counted in UTF-16 units of two bytes. */
const MAX_MATRIX = 256 * 1024;

/**
 * Who boots where, as JSON for the steps that follow: an entry for each kernel, boot path and
 * outcome, with the releases that share it. `null` where it would be larger than the runner takes;
 * the JSON report has all of it.
 */
export function matrixOutput(report: Report): string | null {
  const entries: string[] = [];
  let length = '[]'.length;
  for (const { path, verdicts } of report.kernels) {
    for (const verdict of verdicts) {
      const { boot, releases, products } = publishVerdict(verdict);
      const entry = { kernel: path, boot, releases, products, outcome: outcomeOf(verdict) };
      const text = harmlessJson(entry);
      length += text.length + (entries.length > 0 ? 1 : 0);
      if (length > MAX_MATRIX) return null;
      entries.push(text);
    }
  }
  return `[${entries.join()}]`;
}
