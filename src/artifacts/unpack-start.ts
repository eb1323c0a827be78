import { type ByteSource, sliceSource } from '../kernel/bytes.ts';
import { type Codec, DEFAULT_MAX_DICTIONARY, PayloadError } from '../kernel/payload/codec.ts';
import { CODECS, type CodecTraits } from '../kernel/payload/codecs.ts';

/**
 * How much may still be decompressed to find out what files are, in bytes of the fastest codec;
 * decompressing takes from it.
 */
export interface Budget {
  left: number;
}

/** Seconds, whatever the files are. */
export function newBudget(): Budget {
  return { left: 1024 * 1024 * 1024 };
}

/** How many times longer than the fastest a codec takes for a byte, about (measured). */
const COST: Readonly<Record<Codec, number>> = {
  gzip: 1,
  zstd: 1,
  lzo: 1,
  lz4: 1,
  xz: 4,
  lzma: 4,
  bzip2: 8,
};

/**
 * The start of a compressed file, as far as it can be decompressed: what is wrong with the rest is for
 * the check to report.
 *
 * @param enough how many bytes are wanted, asked again each time that so many are there.
 * @returns `null` where the budget is spent before.
 */
export async function unpackStart(
  file: ByteSource,
  codec: Codec,
  enough: (start: Uint8Array) => number,
  budget: Budget,
): Promise<Uint8Array | null> {
  const { decompress, endsAtSizeTrailer }: CodecTraits = CODECS[codec];
  const input = endsAtSizeTrailer ? sliceSource(file, 0, file.size - 4) : file;
  const chunks = decompress(input, { maxDictionary: DEFAULT_MAX_DICTIONARY });
  let start = new Uint8Array(0);
  let length = 0;
  try {
    for (let wanted = enough(start); length < wanted; ) {
      if (budget.left <= 0) return null;
      const step = await chunks.next();
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
  return start.subarray(0, length);
}

/** Of these codecs so much of the file, in bytes, gives the first bytes; the others go by blocks. */
const PROBED: Partial<Record<Codec, number>> = { gzip: 16384, xz: 4096, lzma: 4096 };

/** The first bytes of a compressed file, at little cost; `null` where the budget is spent. */
export async function probeStart(
  file: ByteSource,
  codec: Codec,
  budget: Budget,
): Promise<Uint8Array | null> {
  const part = sliceSource(file, 0, PROBED[codec] ?? file.size);
  return unpackStart(part, codec, () => 1, budget);
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
