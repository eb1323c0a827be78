import { type ByteSource, bytesSource, sliceSource } from '../bytes/bytes.ts';
import { type Codec, DEFAULT_MAX_DICTIONARY, PayloadError } from '../codecs/codec.ts';
import { CODECS, type CodecTraits } from '../codecs/codecs.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';

/** What it may still cost to find out what files are. */
export interface Budget {
  /** How much may be decompressed, in bytes of the fastest codec; decompressing takes from it. */
  left: number;
  readonly checkTime: CheckTime;
}

/** Seconds, whatever the files are. */
export function newBudget(checkTime: CheckTime): Budget {
  return { left: 1024 * 1024 * 1024, checkTime };
}

/** How many times longer than the fastest a codec takes for a byte, about (measured). */
export const COST: Readonly<Record<Codec, number>> = {
  gzip: 1,
  zstd: 1,
  lzo: 1,
  lz4: 1,
  xz: 4,
  lzma: 4,
  bzip2: 8,
};

/** What a compressed file starts with. */
export interface Start {
  readonly bytes: Uint8Array;
  /** Whether it is all. */
  readonly isWhole: boolean;
}

/**
 * The start of a compressed file, as far as it can be decompressed: what is wrong with the rest is for
 * the check to report.
 *
 * @param enough how many bytes are wanted, asked again each time that so many are there.
 * @returns `null` where the budget is spent before.
 */
export async function decompressStart(
  file: ByteSource,
  codec: Codec,
  enough: (start: Uint8Array) => number,
  budget: Budget,
): Promise<Start | null> {
  const { decompress, endsAtSizeTrailer }: CodecTraits = CODECS[codec];
  const input = endsAtSizeTrailer ? sliceSource(file, 0, file.size - 4) : file;
  const chunks = decompress(input, { maxDictionary: DEFAULT_MAX_DICTIONARY });
  let start = new Uint8Array(0);
  let length = 0;
  let isWhole = false;
  try {
    for (let wanted = enough(start); length < wanted; ) {
      budget.checkTime();
      if (budget.left <= 0) return null;
      const step = await chunks.next();
      isWhole = step.done === true;
      if (step.done) break;
      start = append(start, length, step.value);
      length += step.value.length;
      budget.left -= step.value.length * COST[codec];
      if (length >= wanted) wanted = enough(start.subarray(0, length));
    }
  } catch (error) {
    if (!(error instanceof PayloadError)) throw error;
  } finally {
    await chunks.return(0);
  }
  return { bytes: start.subarray(0, length), isWhole };
}

/** What is not there yet reads as zeros, so that no header leads out of the file. */
export function sourceOf({ bytes, isWhole }: Start): ByteSource {
  const source = bytesSource(bytes);
  if (isWhole) return source;
  return {
    size: ENDLESS,
    read: (offset, length) => {
      const found = source.read(offset, length);
      if (offset < 0 || found.length >= length || length > MOST_PADDED) return found;
      const padded = new Uint8Array(Math.max(Math.min(length, ENDLESS - offset), 0));
      padded.set(found.subarray(0, padded.length));
      return padded;
    },
  };
}

/** A header may ask for more at once, in bytes; that is a short read. */
const MOST_PADDED = 1024 * 1024;

/** Larger than any kernel, in bytes. */
const ENDLESS = 1024 * 1024 * 1024;

/** Of these codecs so much of the file, in bytes, gives the first bytes; the others go by blocks. */
const PROBED: Partial<Record<Codec, number>> = { gzip: 16384, xz: 4096, lzma: 4096 };

/** The first bytes of a compressed file, at little cost; `null` where the budget is spent. */
export async function probeStart(
  file: ByteSource,
  codec: Codec,
  budget: Budget,
): Promise<Uint8Array | null> {
  const part = sliceSource(file, 0, PROBED[codec] ?? file.size);
  return (await decompressStart(part, codec, () => 1, budget))?.bytes ?? null;
}

/** Grows by doubling, so that many chunks are not copied again each time. */
function append(
  held: Uint8Array<ArrayBuffer>,
  length: number,
  chunk: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const end = length + chunk.length;
  const fits = held.length >= end;
  const room = fits ? held : new Uint8Array(Math.max(2 * length, end));
  if (!fits) room.set(held.subarray(0, length));
  room.set(chunk, length);
  return room;
}
