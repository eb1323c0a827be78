import type { ByteSource } from '../../bytes/bytes.ts';
import { type Decompress, PayloadError, type Remark, type RemarkKind } from '../../codecs/codec.ts';
import type { Fault } from '../kernel.ts';
import type { WorkBudget } from './work-budget.ts';

const MiB = 1 << 20;

/** A compressed stream and what undoes it. */
export interface CompressedStream {
  readonly decompress: Decompress;
  readonly input: ByteSource;
  /** The largest dictionary that may be allocated, in bytes. */
  readonly maxDictionary: number;
  /** Of the kernel that it is a part of. */
  readonly budget: WorkBudget;
}

/** What became of a stream: `size` bytes came out, of one with a fault before it. */
export type Decoded =
  /** the stream took `consumed` bytes of the input; its remarks are the first of each kind */
  | {
      readonly fault: null;
      readonly size: number;
      readonly consumed: number;
      readonly remarks: readonly Remark[];
    }
  | { readonly fault: Fault; readonly size: number };

/**
 * Decompresses a stream and hands every chunk to `take`, with its position in the output. The
 * chunk is the decoder's: `take` copies what it keeps.
 *
 * @param limit bytes of output; one more, and the decompression stops with the fault `too-large`
 * @throws {UnreadableError} where the budget of the kernel is spent.
 */
export async function decode(
  stream: CompressedStream,
  limit: number,
  take: (chunk: Uint8Array, position: number) => void,
): Promise<Decoded> {
  const { decompress, input, maxDictionary, budget } = stream;
  const remarks = new Map<RemarkKind, Remark>();
  const remark = (one: Remark) => {
    if (!remarks.has(one.kind)) remarks.set(one.kind, one);
  };
  const chunks = decompress(input, { maxDictionary, remark });
  let size = 0;
  try {
    for (;;) {
      const step = await chunks.next();
      if (step.done) {
        return { fault: null, size, consumed: step.value, remarks: [...remarks.values()] };
      }
      budget.spend(step.value.length);
      if (size + step.value.length > limit) return { fault: tooLarge(limit), size };
      take(step.value, size);
      size += step.value.length;
    }
  } catch (error) {
    if (!(error instanceof PayloadError)) throw error;
    const { fault: kind, offset, message: detail, reason } = error;
    return { fault: { kind, offset, detail, reason }, size };
  } finally {
    await chunks.return(0);
  }
}

/** The fault of a stream that decompresses to more than `limit` bytes. */
export function tooLarge(limit: number): Fault {
  return {
    kind: 'too-large',
    offset: 0,
    reason: null,
    detail: `it decompresses to more than ${limit / MiB} MiB`,
  };
}
