import { type Outcome, outcomeOf } from '../../contract/outcome.ts';
import { type PublishedVerdict, publishVerdict } from '../../contract/published.ts';
import type { KernelReport, Report } from '../../contract/report.ts';
import { harmlessJson } from '../../report/json.ts';
import { uncheckedPaths } from '../../report/unclaimed.ts';

/** The runner takes 1 MiB of all outputs of a job together, counted in UTF-16 units of two bytes. */
const MAX_MATRIX = 256 * 1024;

/**
 * The results as JSON for later steps: an entry for each kernel, boot path and outcome, with the
 * releases that share it. A path that the kernel does not claim was not checked, and has no
 * releases. `null` if it exceeds the limit of the runner; the JSON report has all of it.
 */
export function matrixOutput(report: Report): string | null {
  const entries: string[] = [];
  let length = '[]'.length;
  for (const entry of report.kernels.flatMap(entriesOf)) {
    const text = harmlessJson(entry);
    length += text.length + (entries.length > 0 ? 1 : 0);
    if (length > MAX_MATRIX) return null;
    entries.push(text);
  }
  return `[${entries.join()}]`;
}

interface Entry extends Pick<PublishedVerdict, 'boot' | 'releases' | 'products'> {
  readonly kernel: string;
  readonly outcome: Outcome | 'not-claimed';
}

function entriesOf(kernel: KernelReport): Entry[] {
  const { path, verdicts } = kernel;
  return [
    ...verdicts.map((verdict): Entry => {
      const { boot, releases, products } = publishVerdict(verdict);
      return { kernel: path, boot, releases, products, outcome: outcomeOf(verdict) };
    }),
    ...uncheckedPaths(kernel).map((boot): Entry => {
      return { kernel: path, boot, releases: [], products: [], outcome: 'not-claimed' };
    }),
  ];
}
