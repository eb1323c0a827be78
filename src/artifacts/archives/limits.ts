import { DEFAULT_MAX_DICTIONARY } from '../../codecs/codec.ts';
import type { CheckTime } from '../../kernel/payload/work-budget.ts';
import { ArchiveError } from './archive-error.ts';

const KiB = 1024;
const MiB = 1024 * KiB;
const GiB = 1024 * MiB;

/** How many members one file may have, with those of the archives in it. A root file system has 300,000. */
export const MOST_MEMBERS = 2_000_000;

/** How long the names that one file lists may be together, in characters; they are held. */
const MOST_LISTED = 64 * MiB;

/** An archive in an archive in an archive: a package in a zip in a zip. */
export const MOST_NESTED = 3;

/** What is held of a compressed archive at once, in bytes: a kernel, or an archive in it. */
export const MOST_HELD = GiB;

/** What one file may decompress to, with the archives in it, in bytes. A root file system has 8 GiB. */
const MOST_DECOMPRESSED = 32 * GiB;

/** What one file that is not named may cost, in bytes of the fastest codec: a second or two. */
const MOST_FOR_ONE = GiB;

/** From here on, in bytes, the ratio of contents to file is looked at: little data may be all zeros. */
const RATIO_FROM = GiB;

/** A package of kernels has 10. */
const MOST_RATIO = 200;

/** How many compressed streams may follow each other: bgzip starts one every 64 KiB. */
export const MOST_STREAMS = 100_000;

/** What it may cost to go through one file. Each throws an `ArchiveError` where it is too much. */
export interface ArchiveWork {
  /** Throws what it likes where the time of the run is over. */
  readonly checkTime: CheckTime;
  /** The largest dictionary that a decompressor may allocate, in bytes. */
  readonly maxDictionary: number;
  /** Takes the output of a decompressor, in bytes; `cost` is how much longer than the fastest it takes. */
  readonly spend: (bytes: number, cost?: number) => void;
  readonly countMember: () => void;
  /** Takes the length of a name, in characters, that is held with others: those that an archive lists. */
  readonly countName: (length: number) => void;
}

export interface WorkLimits {
  readonly checkTime: CheckTime;
  readonly maxDictionary?: number | undefined;
  /** What all files together may still cost, in bytes of the fastest codec. Default: anything. */
  readonly purse?: Purse | undefined;
}

/** What searching files that are not named may cost. */
export interface Purse {
  left: number;
}

/** Some seconds. */
export function newPurse(): Purse {
  return { left: 4 * GiB };
}

/** @param size of the file, in bytes. */
export function archiveWork(size: number, limits: WorkLimits): ArchiveWork {
  const { checkTime, maxDictionary = DEFAULT_MAX_DICTIONARY, purse } = limits;
  let spent = 0;
  let paid = 0;
  let members = 0;
  let listed = 0;
  return {
    checkTime,
    maxDictionary,
    spend: (bytes, cost = 1) => {
      checkTime();
      spent += bytes;
      paid += bytes * cost;
      if (purse) purse.left -= bytes * cost;
      if (purse && (purse.left < 0 || paid > MOST_FOR_ONE)) {
        throw new ArchiveError('limit', 'takes too long to search');
      }
      if (spent > MOST_DECOMPRESSED) {
        const limit = `${MOST_DECOMPRESSED / GiB} GiB`;
        throw new ArchiveError('limit', `decompresses to more than ${limit}, the limit`);
      }
      if (spent > RATIO_FROM && spent > MOST_RATIO * size) {
        throw new ArchiveError(
          'limit',
          `decompresses to more than ${MOST_RATIO} times its size, the limit`,
        );
      }
    },
    countMember: () => {
      checkTime();
      members++;
      if (members > MOST_MEMBERS) {
        throw new ArchiveError('limit', `has more than ${MOST_MEMBERS} members, the limit`);
      }
    },
    countName: (length) => {
      checkTime();
      listed += length;
      if (listed > MOST_LISTED) {
        const limit = `${MOST_LISTED / MiB} MiB`;
        throw new ArchiveError('limit', `lists names of more than ${limit}, the limit`);
      }
    },
  };
}
