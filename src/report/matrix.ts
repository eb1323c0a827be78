import { BOOT_PATHS, type BootPath } from '../xen/boot-path.ts';
import { labelRun, releasesAsked, splitRuns } from './release-ranges.ts';
import type { KernelReport, VerdictStatus } from './report.ts';

/** One boot path of a kernel: what neighbouring releases do with it alike. */
export interface MatrixRow {
  readonly boot: BootPath;
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  /** `4.0–4.1` */
  readonly releases: string;
  readonly status: VerdictStatus;
}

/** How each status is shown where there is room for little. */
export const SYMBOLS: Readonly<Record<VerdictStatus, string>> = {
  boots: '✓',
  warns: '!',
  fails: '✗',
  unsupported: 'n/a',
};

/** The verdicts of a kernel, a row for each boot path that it was judged on. */
export function matrixOf(kernel: KernelReport): MatrixRow[] {
  return BOOT_PATHS.filter((boot) => kernel.verdicts.some((verdict) => verdict.boot === boot)).map(
    (boot) => {
      const statuses = new Map(
        kernel.verdicts
          .filter((verdict) => verdict.boot === boot)
          .flatMap(({ releases, status }) => releases.map((release) => [release, status] as const)),
      );
      const runs = splitRuns(releasesAsked(kernel, boot), (release) => statuses.get(release));
      const cells = runs.flatMap(({ value, releases }) =>
        value === undefined ? [] : [{ releases: labelRun(releases), status: value }],
      );
      return { boot, cells };
    },
  );
}
