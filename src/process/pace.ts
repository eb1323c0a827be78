import { plural } from '../text/plural.ts';

/** How fast a run is. */
export interface Pace {
  readonly total: number;
  /** How many are done. */
  readonly done: number;
  readonly onEnd: () => void;
  /** `3 a second, 4 min left`; empty while that is not known. */
  readonly describe: () => string;
}

/** Of less time than this, in milliseconds, nothing follows. */
const SHORTEST = 1000;

/** @param now milliseconds from any start. */
export function paceOf(total: number, now: () => number): Pace {
  const start = now();
  let done = 0;
  return {
    total,
    get done() {
      return done;
    },
    onEnd: () => {
      done++;
    },
    describe: () => {
      const time = now() - start;
      if (done === 0 || time < SHORTEST) return '';
      const perSecond = (done / time) * 1000;
      const left = (total - done) / perSecond;
      return `${describeRate(perSecond)}, ${describeTime(left)} left`;
    },
  };
}

function describeRate(perSecond: number): string {
  return perSecond >= 1 ? `${Math.round(perSecond)} a second` : `${round(perSecond * 60)} a minute`;
}

/** Two digits are enough. */
function round(value: number): string {
  return value >= 10 ? String(Math.round(value)) : value.toFixed(1);
}

/** @param seconds of at least 0. */
function describeTime(seconds: number): string {
  if (seconds < 60) return plural(Math.ceil(seconds), 'second');
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
