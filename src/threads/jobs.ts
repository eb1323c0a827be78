import { availableParallelism, totalmem } from 'node:os';
import { DEFAULT_MAX_DICTIONARY } from '../codecs/codec.ts';
import { quote } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';

/** Each has memory of its own: more of them than this is a mistake. */
const MOST_JOBS = 64;

/** What the check of one kernel takes beside the dictionary, in bytes: rarely more. */
const MEMORY = 384 * 1024 * 1024;

/**
 * Reads a number of jobs.
 *
 * @throws {UsageError} with a clause that follows the name of the option.
 */
export function parseJobs(text: string, mark: "'" | '"' = "'"): number {
  const jobs = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new UsageError(
    `cannot be ${quote(text, mark)}: write a number from 1 to ${MOST_JOBS}, or leave it out for one for each core`,
  );
}

/** One for each core, and fewer where there is not the memory. */
export function defaultJobs(maxDictionary = DEFAULT_MAX_DICTIONARY): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  const room = Math.floor(memory / (MEMORY + maxDictionary));
  return Math.max(1, Math.min(availableParallelism(), room, MOST_JOBS));
}
