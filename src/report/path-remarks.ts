import type { KernelReport } from '../contract/report.ts';
import { describeSameLoaders } from './same-loader.ts';
import { describeUnknownGrub } from './unknown-grub.ts';

/** What a reader has to know of the boot paths that were checked, as clauses. */
export function pathRemarks(kernels: readonly KernelReport[]): string[] {
  return [...describeSameLoaders(kernels), ...describeUnknownGrub(kernels)];
}
