import type { KernelReport } from './report.ts';

/**
 * False: every release that was asked for lacks every boot path that the kernel was to take, or the
 * policy ignores it there.
 */
export function wasChecked(kernel: KernelReport): boolean {
  return kernel.verdicts.some(({ status, role }) => status !== 'unsupported' && role !== 'ignored');
}

/** Why a kernel that no target could take does not pass. */
export const UNCHECKED =
  'not checked: no requested release has any of its boot paths, or the policy ignores them';
