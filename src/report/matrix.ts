import { BOOT_PATHS, type BootPath } from '../xen/boot-path.ts';
import { type Outcome, outcomeOf, remarkOf } from './outcome.ts';
import { labelRun, releasesAsked, splitRuns } from './release-ranges.ts';
import type { KernelReport, VerdictReport, VerdictStatus } from './report.ts';

/** One boot path of a kernel: what neighbouring releases do with it alike. */
export interface MatrixRow {
  readonly boot: BootPath;
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  /** `4.0–4.1` */
  readonly releases: string;
  readonly status: VerdictStatus;
  readonly outcome: Outcome;
  /** What the policy says of it, in a word; empty where it says nothing. */
  readonly remark: string;
}

/** How each status is shown where there is room for little. */
export const SYMBOLS: Readonly<Record<VerdictStatus, string>> = {
  boots: '✓',
  warns: '!',
  fails: '✗',
  unsupported: 'n/a',
};

/** A symbol, and what the policy says of it. */
export function symbolsOf({ status, remark }: Pick<MatrixCell, 'status' | 'remark'>): string {
  return [SYMBOLS[status], remark].join(' ').trimEnd();
}

/**
 * The verdicts of a kernel, a row for each boot path.
 *
 * @param pick those that are wanted; all by default.
 */
export function matrixOf(
  kernel: KernelReport,
  pick: (verdict: VerdictReport) => boolean = () => true,
): MatrixRow[] {
  const verdicts = kernel.verdicts.filter(pick);
  return BOOT_PATHS.filter((boot) => verdicts.some((verdict) => verdict.boot === boot)).map(
    (boot) => {
      const kinds = new Map<string, Omit<MatrixCell, 'releases'>>();
      for (const verdict of verdicts.filter((one) => one.boot === boot)) {
        const { status } = verdict;
        const kind = { status, outcome: outcomeOf(verdict), remark: remarkOf(verdict) };
        for (const release of verdict.releases) kinds.set(release, kind);
      }
      const runs = splitRuns(releasesAsked(kernel, boot), (release) => {
        const kind = kinds.get(release);
        return kind && symbolsOf(kind);
      });
      const cells = runs.flatMap(({ releases }) => {
        const kind = kinds.get(releases[0] ?? '');
        return kind ? [{ releases: labelRun(releases), ...kind }] : [];
      });
      return { boot, cells };
    },
  );
}
