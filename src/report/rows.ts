import type { KernelReport, VerdictReport } from '../contract/report.ts';
import { BOOT_PATHS, type BootPath } from '../programs/boot-path.ts';
import { formatMemory } from '../text/size.ts';
import { memo } from './memo.ts';

/** What a kernel does on one boot path with one size of memory: a row wherever verdicts are shown. */
export interface Row {
  readonly boot: BootPath;
  /** `with 256 MiB` where the kernel was checked there with several sizes; else empty. */
  readonly which: string;
  /** `pv-domu`, or `pv-domu with 256 MiB` */
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
  BOOT_PATHS.flatMap((boot) => rowsOn(boot, verdicts)),
);

function rowsOn(boot: BootPath, verdicts: readonly VerdictReport[]): Row[] {
  const own = verdicts.filter((verdict) => verdict.boot === boot);
  const sizes = [...new Set(own.map(({ memory }) => memory))].sort((a, b) => a - b);
  return sizes.map((memory) => {
    const which = sizes.length === 1 ? '' : `with ${formatMemory(memory)}`;
    return {
      boot,
      which,
      label: `${boot} ${which}`.trimEnd(),
      memory,
      verdicts: own.filter((verdict) => verdict.memory === memory),
    };
  });
}
