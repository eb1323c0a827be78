import {
  type Answer,
  type Asked,
  type CheckAll,
  checkInTurn,
  failureOf,
} from '../gate/check-all.ts';
import { OutOfTimeError } from '../gate/time-limit.ts';
import type { FromThread, PlainAnswer, ToThread, Unit } from './messages.ts';
import { pays } from './pays.ts';
import { buildsOf, plainAsked } from './plain-asked.ts';
import { type PlainReport, reportReader } from './plain-report.ts';
import { type PlacedUnit, unitsOf } from './units.ts';

/** A thread that serves. */
export interface Thread {
  readonly post: (message: ToThread) => void;
  /** Ends it at once, without `onEnd`. */
  readonly stop: () => void;
}

export interface ThreadEvents {
  readonly onMessage: (message: FromThread) => void;
  /** It ended by itself; `why` is a clause. */
  readonly onEnd: (why: string) => void;
}

/** @throws where it cannot be started. */
export type StartThread = (events: ThreadEvents) => Thread;

export interface PoolOptions {
  /** How many threads there are at most. */
  readonly jobs: number;
  /** Whether threads make a run faster. Default: measured. */
  readonly isWorth?: (units: readonly Unit[]) => boolean;
}

/**
 * Checks on threads, as many files at once as there are jobs. What one thread is enough for, or cannot
 * be opened by another one, is checked in this one.
 */
export function checkOnThreads(
  start: StartThread,
  { jobs, isWorth = pays }: PoolOptions,
): CheckAll {
  return async (tasks, asked, answer, follower) => {
    const units = jobs > 1 ? unitsOf(tasks) : null;
    if (units === null || units.length < 2 || !isWorth(units.map(({ unit }) => unit))) {
      return checkInTurn(tasks, asked, answer, follower);
    }
    const end = (place: number, one: Answer) => {
      answer(place, one);
      if (one.kind !== 'out-of-time') follower.onEnd();
    };
    const left = await runPool(start, jobs, units, asked, { end, begin: follower.onStart });
    const rest = left.flatMap(({ place, unit }) => unit.tasks.map((_, i) => place + i));
    const tasksLeft = rest.flatMap((place) => tasks[place] ?? []);
    await checkInTurn(tasksLeft, asked, (i, one) => answer(rest[i] ?? -1, one), follower);
  };
}

interface Work {
  readonly begin: (name: string) => void;
  readonly end: (place: number, answer: Answer) => void;
}

/** A thread, and what it is at. */
interface Worker {
  thread: Thread | null;
  isReady: boolean;
  current: PlacedUnit | null;
  /** How many tasks of the current unit it has answered. */
  answered: number;
}

/** @returns the units for which there was no thread. */
function runPool(
  start: StartThread,
  jobs: number,
  units: readonly PlacedUnit[],
  asked: Asked,
  { begin, end }: Work,
): Promise<readonly PlacedUnit[]> {
  const queue = [...units].reverse();
  const plain = plainAsked(asked);
  const read = reportReader(buildsOf(asked), asked.releases);
  const workers = new Set<Worker>();

  return new Promise((resolve, reject) => {
    const finish = () => {
      if (workers.size === 0) resolve(queue.reverse());
    };
    /** What goes wrong in here is a bug: it ends the run instead of stopping it halfway. */
    const guard =
      <T extends unknown[]>(work: (...args: T) => void) =>
      (...args: T) => {
        try {
          work(...args);
        } catch (error) {
          for (const { thread } of workers) thread?.stop();
          workers.clear();
          reject(error);
        }
      };

    const launch = () => {
      const worker: Worker = { thread: null, isReady: false, current: null, answered: 0 };
      try {
        worker.thread = start({
          onMessage: guard((message) => onMessage(worker, message)),
          onEnd: guard((why) => onEnd(worker, why)),
        });
      } catch {
        return;
      }
      workers.add(worker);
      worker.thread.post({ kind: 'asked', asked: plain });
    };

    const onMessage = (worker: Worker, message: FromThread) => {
      if (!workers.has(worker)) return;
      if (message.kind === 'ready') {
        worker.isReady = true;
        giveNext(worker);
        return;
      }
      const { current } = worker;
      if (current === null) throw new Error('an answer that nothing was asked for');
      end(current.place + worker.answered, answerOf(message.answer, read));
      worker.answered++;
      const next = current.unit.tasks[worker.answered];
      if (next) begin(next.name);
      else giveNext(worker);
    };

    /** What it was at is lost, the rest of its unit is not. */
    const onEnd = (worker: Worker, why: string) => {
      if (!workers.delete(worker)) return;
      const { current, answered } = worker;
      if (current) {
        end(current.place + answered, { kind: 'failed', message: `cannot be checked: ${why}` });
        const rest = current.unit.tasks.slice(answered + 1);
        const place = current.place + answered + 1;
        if (rest.length > 0) queue.push({ place, unit: { ...current.unit, tasks: rest } });
      }
      // One that never was there would not be there the next time either.
      if (worker.isReady && queue.length > 0) launch();
      finish();
    };

    const giveNext = (worker: Worker) => {
      skipIfLate();
      const next = queue.pop();
      if (next === undefined) {
        workers.delete(worker);
        worker.thread?.stop();
        finish();
        return;
      }
      worker.current = next;
      worker.answered = 0;
      begin(next.unit.tasks[0]?.name ?? '');
      const timeLeft = asked.timeLeft?.() ?? null;
      worker.thread?.post({ kind: 'unit', unit: next.unit, timeLeft });
    };

    const skipIfLate = () => {
      try {
        asked.checkTime?.();
      } catch (error) {
        const late = failureOf(error);
        for (const { place, unit } of queue.splice(0)) {
          for (const i of unit.tasks.keys()) end(place + i, late);
        }
      }
    };

    for (let i = 0; i < Math.min(jobs, units.length); i++) launch();
    finish();
  });
}

function answerOf(
  answer: PlainAnswer,
  read: (report: PlainReport) => ReturnType<ReturnType<typeof reportReader>>,
): Answer {
  if (answer.kind === 'checked') return { kind: 'checked', report: read(answer.report) };
  if (answer.kind === 'failed') return { kind: 'failed', message: answer.message };
  return { kind: 'out-of-time', error: new OutOfTimeError(answer.message) };
}
