import type { Problem } from '../contract/report.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';
import { plural } from '../text/plural.ts';
import { nameSome } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';

/**
 * How long the checks of a run may take, in milliseconds, where the user does not say. A thousand
 * kernels on every release take some ten minutes on a slow runner; GitHub ends a job after six hours.
 */
export const DEFAULT_MAX_TIME = 60 * 60 * 1000;

/** The time of a run is over: the user may allow more. */
export class OutOfTimeError extends UsageError {}

/** Milliseconds from any start, never backwards: `performance.now()`. */
export type Clock = () => number;

/** The time of a run. */
export interface TimeLimit {
  /** Throws an `OutOfTimeError` where it is over. */
  readonly checkTime: CheckTime;
  readonly timeLeft: () => TimeLeft;
}

/** For another thread, which has a clock of its own; in milliseconds. */
export interface TimeLeft {
  readonly max: number;
  readonly left: number;
}

/**
 * Starts the time of a run.
 *
 * @param max in milliseconds.
 */
export function timeLimit(max: number, now: Clock): TimeLimit {
  const end = now() + max;
  return { checkTime: startTime(max, now), timeLeft: () => ({ max, left: end - now() }) };
}

/**
 * @param max of the run, in milliseconds.
 * @param left of it, in milliseconds.
 * @returns throws an `OutOfTimeError` where it is over.
 */
export function startTime(max: number, now: Clock, left = max): CheckTime {
  const end = now() + left;
  return () => {
    if (now() <= end) return;
    const limit = describeDuration(max);
    throw new OutOfTimeError(`the run took more than ${limit}, the limit of "max-time"`);
  };
}

/** How many inputs a problem names beside the first. */
const MOST_NAMED = 8;

/** One problem for all inputs that a run out of time did not come to. */
export function describeUnchecked(
  { message }: OutOfTimeError,
  [path = '', ...others]: readonly string[],
): Problem {
  const rest = nameSome(others, MOST_NAMED);
  const also = others.length > 0 ? `, nor ${plural(others.length, 'input')} after it: ${rest}` : '';
  return { path, message: `not checked, because ${message}${also}` };
}

const UNITS = { h: 3_600_000, min: 60_000, s: 1000 } as const;

/** A duration as users write it, `90s`, `30min` or `2h`, in milliseconds; `null` for anything else. */
export function parseDuration(text: string): number | null {
  const [, digits, unit] = /^(\d{1,6})(h|min|s)$/.exec(text) ?? [];
  const ms = Number(digits) * (UNITS[unit as keyof typeof UNITS] ?? 0);
  return ms > 0 ? ms : null;
}

/** The shortest way to write it: `1h`. */
function describeDuration(ms: number): string {
  const [unit, size] = Object.entries(UNITS).find(([, one]) => ms % one === 0) ?? ['s', UNITS.s];
  return `${ms / size}${unit}`;
}
