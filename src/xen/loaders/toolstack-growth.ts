import type { CompressedPayload } from '../../kernel/kernel.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { MAX_SIZE } from './toolstack-gzip.ts';

/** `INT_MAX`, which a size of type `int` may not exceed. */
const INT_MAX = 2 ** 31 - 1;

/**
 * Before the toolstack trusted the declared size, its buffer for bzip2, lzma and xz was as long as the
 * payload and doubled whenever it was full (`xc_try_bzip2_decode`, `xc_try_lzma_decode`). The length
 * beyond which it cannot be doubled, in bytes, where the contents would need that; `null` where they
 * fit.
 */
export function growthLimit({ length, size }: CompressedPayload, has: Has): number | null {
  const largest = has('domu-limits-size') ? MAX_SIZE : INT_MAX;
  let room = length;
  for (; room < (size ?? 0); room *= 2) if (room * 2 > largest) return room;
  // The oldest loops double it once more when the stream has ended.
  return !has('domu-stops-at-stream-end') && room * 2 > largest ? room : null;
}
