import { labelRun, splitRuns } from '../release-ranges.ts';
import type { VerdictReport, VerdictStatus } from '../report.ts';

/** Neighbouring releases that do the same with a kernel. */
export interface Cell {
  /** How many columns it covers. */
  readonly span: number;
  /** `null`: the kernel was not judged there. */
  readonly status: VerdictStatus | null;
  /** `4.0–4.1` */
  readonly releases: string;
  /** The verdicts that make the status; several where they are of several boot paths. */
  readonly verdicts: readonly VerdictReport[];
}

/**
 * A row of the map.
 *
 * @param verdicts of one kernel: those of one boot path, or of all for the worst of them.
 * @param columns every release and product, in the order of the columns.
 */
export function cellsOf(verdicts: readonly VerdictReport[], columns: readonly string[]): Cell[] {
  const worst = worstOf(verdicts);
  // What boots, boots: only what does not is told apart by its reasons.
  const outcome = (column: string) => {
    const found = worst.get(column) ?? [];
    return isHit(found[0]) ? found.map((one) => verdicts.indexOf(one)).join() : found[0]?.status;
  };
  return splitRuns(columns, outcome).map(({ releases }) => {
    const found = worst.get(releases[0] ?? '') ?? [];
    return {
      span: releases.length,
      status: found[0]?.status ?? null,
      releases: labelRun(releases),
      verdicts: found,
    };
  });
}

const SEVERITY: Readonly<Record<VerdictStatus, number>> = {
  unsupported: 0,
  boots: 1,
  warns: 2,
  fails: 3,
};

/** For each release and product the verdicts with the worst status there is on it; never none. */
export function worstOf(verdicts: readonly VerdictReport[]): Map<string, VerdictReport[]> {
  const worst = new Map<string, VerdictReport[]>();
  for (const verdict of verdicts) {
    for (const target of [...verdict.releases, ...verdict.products]) {
      const found = worst.get(target);
      const more = found?.[0] ? SEVERITY[verdict.status] - SEVERITY[found[0].status] : 1;
      if (more > 0) worst.set(target, [verdict]);
      else if (more === 0) found?.push(verdict);
    }
  }
  return worst;
}

function isHit(verdict: VerdictReport | undefined): boolean {
  return verdict?.status === 'fails' || verdict?.status === 'warns';
}
