import type { RemarkKind } from '../../codecs/codec.ts';
import type { CompressedPayload, Kernel } from '../../kernel/kernel.ts';
import { streamsOf } from '../../kernel/streams.ts';
import { type Refusal, refusalAt } from '../refusal.ts';

/**
 * The fault in the compressed stream of a kernel that Xen loads anyway. Its decoder reads no
 * checksums (lzo), checks no match (lz4), or stops at the declared size (xz, lzma and bzip2 in the
 * toolstack).
 */
export function findDamage(kernel: Kernel): Refusal | null {
  return (
    streamsOf(kernel)
      .map(damageOf)
      .find((damage) => damage !== null) ?? null
  );
}

/** What no decoder of Xen looks at. */
const DAMAGE: readonly RemarkKind[] = ['wrong-checksum', 'self-match'];

function damageOf(payload: CompressedPayload): Refusal | null {
  const { codec, remarks, offset: stream } = payload;
  // Of the stream itself, not of the size behind it, which some readers are not given.
  const fault = payload.fault && payload.withoutTrailer.fault;
  const isWhole = payload.size === payload.declaredSize;
  const wrong =
    fault?.kind === 'corrupt'
      ? fault
      : remarks.find(({ kind }) => DAMAGE.includes(kind) || (kind === 'early-end' && !isWhole));
  if (!wrong) return null;
  const { offset, detail } = wrong;
  const evidence = { codec, fault: 'corrupt', offset, stream, detail, loads: true } as const;
  return refusalAt('start', 'corrupt-payload', evidence, null);
}
