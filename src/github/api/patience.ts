import { setTimeout } from 'node:timers/promises';
import { type ApiError, isRateLimit, readApiError } from './api-error.ts';

const MAX_TRIES = 4;

/** What GitHub asks to wait at least where a rate limit names no time, and all that we wait. */
const MAX_PAUSE_MS = 60_000;

/** Does a task, again where that may help. */
export type Patience = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * Retries a task that failed for a temporary reason. After a 5xx answer or none, it waits 1, 2 and
 * 4 seconds; after a rate limit, as long as GitHub says.
 *
 * @param task may be complete although it failed, so it must be safe to repeat.
 * @param deadline ends the waiting.
 * @throws the last error of the task.
 */
export async function patiently<T>(
  task: () => Promise<T>,
  deadline: AbortSignal,
  sleep: (ms: number) => Promise<unknown> = (ms) => setTimeout(ms, null, { signal: deadline }),
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await task();
    } catch (error) {
      const pause = pauseAfter(error, tries);
      if (pause === null || tries === MAX_TRIES || deadline.aborted) throw error;
      await sleep(pause).catch(() => {
        throw error;
      });
    }
  }
}

/** In milliseconds; `null` where the same would come of it again, or only after too long. */
function pauseAfter(thrown: unknown, tries: number): number | null {
  const error = readApiError(thrown);
  if (!isRateLimit(error)) return (error.status ?? 0) >= 500 ? 1000 * 2 ** (tries - 1) : null;
  const pause = pauseOfLimit(error.headers);
  return pause >= 0 && pause <= MAX_PAUSE_MS ? pause : null;
}

/**
 * In the order that GitHub's documentation gives. The hourly limit names no time to wait, but one when
 * it ends, in seconds since 1970.
 */
function pauseOfLimit(headers: ApiError['headers']): number {
  const { 'retry-after': wait, 'x-ratelimit-remaining': left, 'x-ratelimit-reset': end } = headers;
  if (wait !== undefined) return Number(wait) * 1000;
  return left === '0' ? Number(end) * 1000 - Date.now() : MAX_PAUSE_MS;
}
