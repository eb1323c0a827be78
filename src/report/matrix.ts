import { type Outcome, outcomeOf, remarkOf } from '../contract/outcome.ts';
import type { KernelReport, VerdictReport, VerdictStatus } from '../contract/report.ts';
import { type BootWay, wayOf } from '../programs/boot-way.ts';
import { needsOf } from './memory.ts';
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
  const kinds = new Map<string, Omit<MatrixCell, 'releases'>>();
  for (const verdict of picked) {
    const { status } = verdict;
    const kind = { status, outcome: outcomeOf(verdict), remark: remarkOf(verdict) };
    for (const { id } of verdict.builds) kinds.set(id, kind);
  }
  const runs = splitRuns(buildsIn(verdicts), ({ id }) => {
    const kind = kinds.get(id);
    return kind && symbolsOf(kind);
  });
  return runs.flatMap(({ builds }) => {
    const kind = kinds.get(builds[0].id);
    return kind ? [{ releases: labelRun(builds), ...kind }] : [];
  });
}
