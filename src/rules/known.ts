import type { BootPath } from '../programs/boot-path.ts';
import type { Has } from '../programs/xen/facts/facts.ts';
import type { Evidence } from '../xen/evidence.ts';
import type { RefusalKind, Stage } from '../xen/refusal.ts';
import type { System } from '../xen/system.ts';

/** What is known of a finding when its fix is chosen. */
export interface Known<K extends RefusalKind = RefusalKind> {
  readonly evidence: Evidence<K>;
  readonly stage: Stage;
  readonly system: System;
  /** Every boot of the kernel that has this finding, with the same message. */
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
