import { plural } from '../text/plural.ts';
import { paceOf } from './pace.ts';

/** Follows a run by printing; what it does is no part of the result. */
export interface ProgressLines {
  readonly onStart: (name: string) => void;
  readonly onEnd: () => void;
}

/** In milliseconds. A run that is shorter prints nothing. */
const EVERY = 10_000;

/**
 * A line now and then, for logs: `checked 120 of 1000 kernels: 3 a second, 5 min left`.
 *
 * @param now milliseconds from any start.
 */
export function progressLines(
  total: number,
  now: () => number,
  print: (line: string) => void,
): ProgressLines {
  const pace = paceOf(total, now);
  let next = now() + EVERY;
  return {
    onStart: () => {},
    onEnd: () => {
      pace.onEnd();
      if (now() < next || pace.done === total) return;
      next = now() + EVERY;
      print(`checked ${pace.done} of ${plural(total, 'kernel')}: ${pace.describe()}`);
    },
  };
}
