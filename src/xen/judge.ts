import type { Kernel } from '../kernel/kernel.ts';
import type { BootPath } from './boot-path.ts';
import type { Refusal } from './refusal.ts';
import type { Release } from './releases.ts';

/** What some releases do with a kernel on one boot path. */
export interface Verdict {
  readonly boot: BootPath;
  /** Oldest first. */
  readonly releases: readonly Release[];
  /** False: these releases have no such boot path. */
  readonly supported: boolean;
  /** Empty: the kernel loads. */
  readonly refusals: readonly Refusal[];
}

/**
 * Boots `kernel` on `boot` with every one of `releases`, and groups those that answer alike.
 * Pure, but for what it reads of `kernel.elf`: call it inside `kernel.examine`.
 */
export function judge(_kernel: Kernel, _boot: BootPath, _releases: readonly Release[]): Verdict[] {
  throw new Error('not built yet');
}
