import { remarkOf, shadeOf } from '../../contract/outcome.ts';
import type { VerdictReport, VerdictStatus } from '../../contract/report.ts';
import type { XenBuild } from '../../programs/xen/xen-build.ts';
import { labelRun, splitRuns } from '../release-ranges.ts';

/** Neighbouring releases that do the same with a kernel. */
export interface Cell {
  /** How many columns it covers. */
  readonly span: number;
  /** `null`: the kernel was not checked there. */
  readonly status: VerdictStatus | null;
  /** `4.0–4.1`, `Debian 12 · 4.17.7` */
  readonly releases: string;
  readonly builds: readonly XenBuild[];
  /** The verdicts that make the status; several where they are of several boot paths. */
  readonly verdicts: readonly VerdictReport[];
}

/**
 * A row of the map.
 *
 * @param verdicts of one kernel: those of one boot path, or of all for the worst of them.
 * @param columns every build, in the order of the columns.
 */
export function cellsOf(verdicts: readonly VerdictReport[], columns: readonly XenBuild[]): Cell[] {
  const worst = worstOf(verdicts);
  // Only kernels that do not boot are distinguished by their reasons.
  const outcome = ({ id }: XenBuild) => {
    const found = worst.get(id) ?? [];
    if (isHit(found[0])) return found.map((one) => verdicts.indexOf(one)).join();
    return found[0] && [found[0].status, ...new Set(found.map(remarkOf))].join();
  };
  return splitRuns(columns, outcome).map(({ builds }) => {
    const found = worst.get(builds[0].id) ?? [];
    return {
      span: builds.length,
      status: found[0]?.status ?? null,
      releases: labelRun(builds),
      builds,
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

/**
 * The severity of a verdict: first the decision of the policy, so that accepted and ignored
 * verdicts hide no other, then what Xen does.
 */
function badness(verdict: VerdictReport): number {
  return 4 * SEVERITY[shadeOf(verdict)] + SEVERITY[verdict.status];
}

/** For each build, by its id, the worst verdicts there are on it, all as bad; never none. */
export function worstOf(verdicts: readonly VerdictReport[]): Map<string, VerdictReport[]> {
  const worst = new Map<string, VerdictReport[]>();
  for (const verdict of verdicts) {
    const own = badness(verdict);
    for (const { id } of verdict.builds) {
      const found = worst.get(id);
      const more = found?.[0] ? own - badness(found[0]) : 1;
      if (more > 0) worst.set(id, [verdict]);
      else if (more === 0) found?.push(verdict);
    }
  }
  return worst;
}

/** For each build, by its id, the first of the worst verdicts: of many kernels, all would be too many. */
export function worstOfAll(verdicts: readonly VerdictReport[]): Map<string, VerdictReport> {
  const worst = new Map<string, VerdictReport>();
  // The first of them stays.
  const mildestFirst = [...verdicts].reverse().sort((a, b) => badness(a) - badness(b));
  for (const verdict of mildestFirst) {
    for (const { id } of verdict.builds) worst.set(id, verdict);
  }
  return worst;
}

function isHit(verdict: VerdictReport | undefined): boolean {
  return verdict?.status === 'fails' || verdict?.status === 'warns';
}
