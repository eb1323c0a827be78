import { quote } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';

/** One part of a run that several machines share: the second of eight is `2/8`. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** GitHub starts no more jobs for one matrix. */
export const MOST_SHARDS = 256;

/**
 * Reads `2/8`.
 *
 * @throws {UsageError} with a clause that follows the name of the option.
 */
export function parseShard(text: string, mark: "'" | '"' = "'"): Shard {
  const [, index = '', count = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (index === '' || shard.count === 0) throw refused(text, mark, 'write I/N, such as 2/8');
  if (shard.count > MOST_SHARDS) {
    throw refused(text, mark, `there are at most ${MOST_SHARDS} shards`);
  }
  if (shard.index < 1 || shard.index > shard.count) {
    throw refused(text, mark, `the first number is from 1 to ${shard.count}`);
  }
  return shard;
}

function refused(text: string, mark: "'" | '"', why: string): UsageError {
  return new UsageError(`cannot be ${quote(text, mark)}: ${why}`);
}

/** Something that takes the longer the larger it is. */
export interface Sized {
  /** No other has it. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * Deals files to shards: the largest first, each to the shard that has least so far. No shard has more
 * bytes than another by more than one file. The order of the files makes no difference.
 *
 * @returns the shard of each file, from 1.
 */
export function splitBySize(files: readonly Sized[], count: number): number[] {
  const loads = Array.from({ length: count }, () => ({ bytes: 0, files: 0 }));
  const shards = new Array<number>(files.length).fill(1);
  for (const { size, place } of largestFirst(files)) {
    const index = lightest(loads);
    const load = loads[index];
    if (load === undefined) continue;
    load.bytes += size;
    load.files++;
    shards[place] = index + 1;
  }
  return shards;
}

function largestFirst(files: readonly Sized[]): (Sized & { readonly place: number })[] {
  return files
    .map(({ name, size }, place) => ({ name, size, place }))
    .sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
}

/** Of those with as many bytes, the one with fewer files: empty files would all go to one shard. */
function lightest(loads: readonly { readonly bytes: number; readonly files: number }[]): number {
  let best = 0;
  for (const [i, { bytes, files }] of loads.entries()) {
    const least = loads[best];
    if (least === undefined) continue;
    if (bytes < least.bytes || (bytes === least.bytes && files < least.files)) best = i;
  }
  return best;
}
