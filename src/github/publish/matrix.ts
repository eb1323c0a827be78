import { type Outcome, outcomeOf } from '../../contract/outcome.ts';
import { type PublishedVerdict, publishVerdict } from '../../contract/published.ts';
import type { Report } from '../../contract/report.ts';
import { wayOf } from '../../programs/boot-way.ts';
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
  for (const entry of entriesOf(report)) {
    const text = harmlessJson(entry);
    length += text.length + (entries.length > 0 ? 1 : 0);
    if (length > MAX_MATRIX) return null;
    entries.push(text);
  }
  return `[${entries.join()}]`;
}

interface Entry
  extends Pick<PublishedVerdict, 'boot' | 'grub' | 'releases' | 'products' | 'binaries'> {
  readonly kernel: string;
  readonly outcome: Outcome | 'not-claimed';
}

/** One after the other: of many kernels, there may be too many. */
function* entriesOf({ kernels }: Report): Generator<Entry> {
  for (const kernel of kernels) {
    const { path, verdicts } = kernel;
    for (const verdict of verdicts) {
      const { releases, products, binaries } = publishVerdict(verdict);
      const builds = { releases, products, ...(binaries && { binaries }) };
      yield { kernel: path, ...wayOf(verdict), ...builds, outcome: outcomeOf(verdict) };
    }
    for (const boot of uncheckedPaths(kernel)) {
      yield { kernel: path, boot, releases: [], products: [], outcome: 'not-claimed' };
    }
  }
}
