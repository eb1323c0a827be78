import type { KernelReport, VerdictReport } from '../contract/report.ts';
import { type BootWay, wayId, wayLabel, waysOf } from '../programs/boot-way.ts';
import { formatMemory } from '../text/size.ts';
import { memo } from './memo.ts';

/** What a kernel does in one way to boot with one size of memory: a row wherever verdicts are shown. */
export interface Row extends BootWay {
  /** `with 256 MiB` where the kernel was checked there with several sizes; else empty. */
  readonly which: string;
  /** `pv-domu`, `pv-domu with 256 MiB`, `pvgrub-domu · GRUB 2.06` */
  readonly label: string;
  /** In bytes. */
  readonly memory: number;
  readonly verdicts: readonly VerdictReport[];
}

/** The rows of a kernel, by boot path, those with the least memory first. */
export function rowsOf({ verdicts }: Pick<KernelReport, 'verdicts'>): readonly Row[] {
  return rowsOfVerdicts(verdicts);
}

/** By the verdicts of kernels, which alike kernels share. */
const rowsOfVerdicts = memo((verdicts: readonly VerdictReport[]): readonly Row[] =>
  waysOf(verdicts).flatMap((way) => rowsOn(way, verdicts)),
);

function rowsOn(way: BootWay, verdicts: readonly VerdictReport[]): Row[] {
  const own = verdicts.filter((verdict) => wayId(verdict) === wayId(way));
  const sizes = [...new Set(own.map(({ memory }) => memory))].sort((a, b) => a - b);
  return sizes.map((memory) => {
    const which = sizes.length === 1 ? '' : `with ${formatMemory(memory)}`;
    return {
      ...way,
      which,
      label: `${wayLabel(way)} ${which}`.trimEnd(),
      memory,
      verdicts: own.filter((verdict) => verdict.memory === memory),
    };
  });
}
