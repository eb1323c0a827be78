import type { KernelReport } from '../contract/report.ts';
import { BOOT_PATHS, sameLoaderAs } from '../programs/boot-path.ts';

/** `pygrub-domu has the answer of pv-domu, …`: of each checked path that another one answers for. */
export function describeSameLoaders(kernels: readonly KernelReport[]): string[] {
  const checked = new Set(kernels.flatMap(({ verdicts }) => verdicts.map(({ boot }) => boot)));
  return BOOT_PATHS.filter((path) => checked.has(path)).flatMap((path) => {
    const same = sameLoaderAs(path);
    return same === null
      ? []
      : [`${path} has the answer of ${same}, because the same code loads the kernel`];
  });
}
