import type { Codec, RemarkKind } from '../../codecs/codec.ts';
import type { Kernel, Payload } from '../../kernel/kernel.ts';
import { type Refusal, refusalAt } from '../refusal.ts';

/**
 * What is wrong with the compressed stream of a kernel that Xen loads all the same, because its decoder
 * reads no checksums (lzo) or looks at no match (lz4), or no further than the declared size (xz, lzma and bzip2 in the toolstack).
 */
export function findDamage({ payload, wrapper }: Kernel): Refusal | null {
  return (payload && damageOf(payload)) ?? (wrapper && damageOf(wrapper));
}

/** What no decoder of Xen looks at. */
const DAMAGE: readonly RemarkKind[] = ['wrong-checksum', 'self-match'];

function damageOf(payload: Payload): Refusal | null {
  const { codec, remarks, offset: base } = payload;
  // Of the stream itself, not of the size behind it, which some readers are not given.
  const fault = payload.fault && payload.withoutTrailer.fault;
  const isWhole = payload.size === payload.declaredSize;
  const wrong =
    fault?.kind === 'corrupt'
      ? fault
      : remarks.find(({ kind }) => DAMAGE.includes(kind) || (kind === 'early-end' && !isWhole));
  if (!wrong) return null;
  const { offset, detail } = wrong;
  const message = `The ${codec} stream at byte ${base} is corrupt at byte ${offset} of it: ${detail}. Xen does not look, and starts the damaged kernel.`;
  // Only a stream in a codec that is known has a fault or a remark.
  const evidence = { codec: codec as Codec, fault: 'corrupt', offset } as const;
  return refusalAt('start', 'corrupt-payload', message, null, evidence);
}
