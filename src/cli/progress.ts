import type { Follower } from '../gate/check-all.ts';
import { type Pace, paceOf } from '../process/pace.ts';
import { progressLines } from '../process/progress-lines.ts';
import { forTerminal } from '../report/escape.ts';
import { columnsOf, complain, type Io } from './io.ts';

const ERASE_LINE = '\r\x1b[K';

/** What follows the work of a run. */
export interface Progress extends Follower {
  /** Leaves the terminal as it was. */
  readonly done: () => void;
}

export const NO_PROGRESS: Progress = { onStart: () => {}, onEnd: () => {}, done: () => {} };

/** A bar on a terminal, and a line now and then in a log. */
export function progress(io: Io, total: number): Progress {
  const { stderr, now } = io;
  if (stderr.isTTY !== true) {
    return { ...progressLines(total, now, (line) => complain(io, line)), done: () => {} };
  }
  const pace = paceOf(total, now);
  const width = columnsOf(stderr) - 1;
  let last = '';
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = () => {
    if (now() - drawn < REDRAWN) return;
    drawn = now();
    const line = `${width < LEAST ? '' : barOf(pace)}${countOf(pace)} ${last}`;
    stderr.write(ERASE_LINE + Array.from(line).slice(0, width).join(''));
  };
  return {
    onStart: (name) => {
      last = forTerminal(name);
      draw();
    },
    onEnd: () => {
      pace.onEnd();
      draw();
    },
    done: () => stderr.write(ERASE_LINE),
  };
}

/** How often a line is drawn again at most, in milliseconds: no eye sees more. */
const REDRAWN = 50;

const CELLS = 20;

/** A narrower terminal has no room for a bar, in characters. */
const LEAST = 60;

/** `[#####...............] ` */
function barOf({ done, total }: Pace): string {
  const full = Math.floor((done / total) * CELLS);
  return `[${'#'.repeat(full)}${'.'.repeat(CELLS - full)}] `;
}

/** `250/1000, 12 a second, 2 min left:` */
function countOf(pace: Pace): string {
  const speed = pace.describe();
  return `${pace.done}/${pace.total}${speed && `, ${speed}`}:`;
}
