import type { TimeLeft } from '../gate/time-limit.ts';
import type { PeContainer } from '../kernel/pe-kernel.ts';
import type { BootPath } from '../programs/boot-path.ts';
import type { PlainAsked } from './plain-asked.ts';
import type { PlainReport } from './plain-report.ts';

/** What goes to a thread, all of it plain data: first what is asked, then one unit after another. */
export type ToThread =
  | { readonly kind: 'asked'; readonly asked: PlainAsked }
  | { readonly kind: 'unit'; readonly unit: Unit; readonly timeLeft: TimeLeft | null };

/** What comes from a thread: that it is ready, and then an answer to each task of a unit, in order. */
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: PlainAnswer };

/** What one thread does at a stretch: a file, or the kernels in it, which share one pass over it. */
export interface Unit {
  readonly path: string;
  readonly tasks: readonly UnitTask[];
}

export interface UnitTask {
  /** What reports call the artifact. */
  readonly name: string;
  /** As in its locator. */
  readonly at: readonly number[] | null;
  readonly container: PeContainer | null;
  readonly lost: readonly BootPath[];
}

export type PlainAnswer =
  | { readonly kind: 'checked'; readonly report: PlainReport }
  | { readonly kind: 'failed' | 'out-of-time'; readonly message: string };
