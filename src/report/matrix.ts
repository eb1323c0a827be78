import { type Outcome, outcomeOf, remarkOf } from '../contract/outcome.ts';
import type { KernelReport, VerdictReport, VerdictStatus } from '../contract/report.ts';
import { type BootWay, wayOf } from '../programs/boot-way.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { needsOf } from './memory.ts';
import { areMany, describeProducts, describeRest } from './product-names.ts';
import { buildsIn, labelRun, splitRuns } from './release-ranges.ts';
import { type Row, rowsOf } from './rows.ts';

/** One way to boot a kernel, with one size of memory: what neighbouring releases do with it alike. */
export interface MatrixRow extends BootWay {
  /** As in a `Row`. */
  readonly which: string;
  readonly label: string;
  readonly cells: readonly MatrixCell[];
  /** The least memory that the kernel needs there; one for each group of releases. */
  readonly needs: readonly string[];
}

export interface MatrixCell {
  /** `4.0–4.1`, `Debian 12 · 4.17.7` or, of many products, `9 products: Debian 12, …`. */
  readonly releases: string;
  /** Whether it stands for a group of products, by their names. */
  readonly isGroup: boolean;
  readonly status: VerdictStatus;
  readonly outcome: Outcome;
  /** What the policy says of it, in a word; empty where it says nothing. */
  readonly remark: string;
}

type Kind = Omit<MatrixCell, 'releases' | 'isGroup'>;

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
 * The verdicts of a kernel, a row for each way to boot.
 *
 * @param pick those that are wanted; all by default.
 */
export function matrixOf(
  kernel: KernelReport,
  pick: (verdict: VerdictReport) => boolean = () => true,
): MatrixRow[] {
  return rowsOf(kernel).flatMap((row) => {
    const picked = row.verdicts.filter(pick);
    if (picked.length === 0) return [];
    const { which, label } = row;
    const cells = cellsOf(picked, row);
    return [{ ...wayOf(row), which, label, cells, needs: needsOf({ verdicts: picked }) }];
  });
}

function cellsOf(picked: readonly VerdictReport[], { verdicts }: Row): MatrixCell[] {
  const kinds = new Map<string, Kind>();
  for (const verdict of picked) {
    const { status } = verdict;
    const kind = { status, outcome: outcomeOf(verdict), remark: remarkOf(verdict) };
    for (const { id } of verdict.builds) kinds.set(id, kind);
  }
  const asked = buildsIn(verdicts);
  const grouped = areMany(asked) ? asked.filter(({ product }) => product !== null) : [];
  const single = asked.filter((build) => !grouped.includes(build));
  const runs = splitRuns(single, ({ id }) => {
    const kind = kinds.get(id);
    return kind && symbolsOf(kind);
  });
  const cells = runs.flatMap(({ builds }): MatrixCell[] => {
    const kind = kinds.get(builds[0].id);
    return kind ? [{ releases: labelRun(builds), isGroup: false, ...kind }] : [];
  });
  return [...cells, ...groupsOf(grouped, kinds)];
}

/** Many products, those with the same result together: what boots comes last, and may need no names. */
function groupsOf(products: readonly XenBuild[], kinds: ReadonlyMap<string, Kind>): MatrixCell[] {
  const groups = new Map<string, { kind: Kind; builds: XenBuild[] }>();
  for (const build of products) {
    const kind = kinds.get(build.id);
    if (kind === undefined) continue;
    const key = symbolsOf(kind);
    const group = groups.get(key) ?? { kind, builds: [] };
    group.builds.push(build);
    groups.set(key, group);
  }
  const all = products.length;
  return [...groups.values()]
    .sort((a, b) => Number(isGood(a.kind)) - Number(isGood(b.kind)))
    .map(({ kind, builds }) => ({
      releases:
        isGood(kind) || builds.length === all
          ? describeRest(builds, all)
          : describeProducts(builds),
      isGroup: true,
      ...kind,
    }));
}

function isGood({ outcome }: Kind): boolean {
  return outcome === 'boots';
}
