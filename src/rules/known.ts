import type { BootPath } from '../programs/boot-path.ts';
import type { Has } from '../programs/xen/facts/facts.ts';
import type { Stage } from './stages.ts';

/** Whose kernel it is, as far as its file says: an option of Linux means nothing to the others. */
export type System = 'linux' | 'other' | 'unknown';

/** What is known of a finding when its fix is chosen. */
export interface Known<Evidence = unknown> {
  readonly evidence: Evidence;
  readonly stage: Stage;
  readonly system: System;
  /** Every boot of the kernel that has this finding, with the same evidence. */
  readonly boots: readonly FailedBoot[];
}

export interface FailedBoot {
  readonly path: BootPath;
  readonly has: Has;
}

/** A fix for Linux, another for kernels of all others, and the fix of the page where neither is known. */
export function bySystem(linux: string, other: string) {
  return ({ system }: Pick<Known, 'system'>): string | null =>
    ({ linux, other, unknown: null })[system];
}
