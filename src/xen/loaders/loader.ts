import type { Kernel } from '../../kernel/kernel.ts';
import type { Has } from '../behaviours.ts';
import type { Refusal } from '../refusal.ts';

/** What loads a kernel on one boot path, in any release. */
export interface Loader {
  /** Whether a release offers the path to its users. */
  readonly exists: (has: Has) => boolean;
  /** Loads the kernel step by step as Xen does; the first step that fails is the answer. */
  readonly load: (kernel: Kernel, has: Has) => Refusal | null;
}
