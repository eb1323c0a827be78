import { createHash } from 'node:crypto';
import { bytesSource } from '../src/bytes/bytes.ts';
import { DEFAULT_MAX_DICTIONARY, PayloadError } from '../src/codecs/codec.ts';
import { CODECS } from '../src/codecs/codecs.ts';
import type { Stream } from './inputs/streams.ts';

/** What our decoder made of a stream. */
export type Decompressed =
  | {
      readonly sha256: string;
      readonly size: number;
      /** How many bytes of the stream it took. */
      readonly consumed: number;
      /** Kinds of what some readers refuse. */
      readonly remarks: readonly string[];
    }
  | { readonly fault: string; readonly detail: string };

/** No input of a fuzzer needs to hold more, in bytes. */
export const MOST_CONTENTS = 64 << 20;

export async function decompress({ codec, bytes }: Stream): Promise<Decompressed> {
  const remarks = new Set<string>();
  const chunks = CODECS[codec].decompress(bytesSource(bytes), {
    maxDictionary: DEFAULT_MAX_DICTIONARY,
    remark: ({ kind }) => remarks.add(kind),
  });
  const sum = createHash('sha256');
  let size = 0;
  try {
    for (;;) {
      const step = await chunks.next();
      if (step.done) {
        const sha256 = sum.digest('hex');
        return { sha256, size, consumed: step.value, remarks: [...remarks] };
      }
      sum.update(step.value);
      size += step.value.length;
      if (size > MOST_CONTENTS) return { fault: 'too-large', detail: 'more than is compared' };
    }
  } catch (error) {
    if (!(error instanceof PayloadError)) throw error;
    return { fault: error.fault, detail: error.message };
  } finally {
    await chunks.return(0);
  }
}
