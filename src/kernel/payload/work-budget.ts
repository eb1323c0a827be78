import { type ByteSource, UnreadableError } from '../../bytes/bytes.ts';

const MiB = 1 << 20;

/**
 * How many bytes decompression may put out for one kernel, over all of its streams and attempts.
 * The largest payload that Xen's toolstack takes has 1 GiB; gzip around a bzImage of 256 MiB is
 * decompressed twice.
 */
export const MAX_DECOMPRESSED = 1536 * MiB;

/** To be called again and again in long work; throws where the time for it is over. */
export type CheckTime = () => void;

/** What the decompression of one kernel may still cost. */
export interface WorkBudget {
  readonly checkTime: CheckTime;
  /**
   * Takes the output of a decompressor, in bytes, from the budget.
   *
   * @throws {UnreadableError} where the budget does not have as many; what `checkTime` throws.
   */
  readonly spend: (bytes: number) => void;
  /**
   * The same without taking them: before work of a known size is started.
   *
   * @throws {UnreadableError}
   */
  readonly requireLeft: (bytes: number) => void;
}

/** The budget of one kernel. */
export function workBudget(checkTime: CheckTime = () => {}, bytes = MAX_DECOMPRESSED): WorkBudget {
  let left = bytes;
  const requireLeft = (wanted: number) => {
    if (wanted > left) {
      throw new UnreadableError(
        `Its check takes more than ${bytes / MiB} MiB of decompression, the limit for one kernel: its contents are large, with references that are far apart.`,
      );
    }
  };
  return {
    checkTime,
    requireLeft,
    spend: (wanted) => {
      checkTime();
      requireLeft(wanted);
      left -= wanted;
    },
  };
}

/** A source that looks at the time at every read: what is analysed is read part by part. */
export function timedSource(source: ByteSource, checkTime: CheckTime): ByteSource {
  return {
    size: source.size,
    read: (offset, length) => {
      checkTime();
      return source.read(offset, length);
    },
  };
}
