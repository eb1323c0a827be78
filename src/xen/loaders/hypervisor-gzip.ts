import type { FaultReason } from '../../codecs/codec.ts';
import type { CompressedPayload, Fault } from '../../kernel/kernel.ts';

const DEFLATE = 8;

/** The flags as gzip had them before RFC 1952, which gave 0x02 to a checksum of the header. */
const CONTINUATION = 0x02;
const ENCRYPTED = 0x20;
const RESERVED = 0xc0;

/**
 * What `gunzip` of the hypervisor (xen/common/inflate.c, later xen/common/gzip/inflate.c) has
 * against the header of a stream: it panics with these words. `null` where it reads on.
 */
export function headerComplaint({ magic }: Pick<CompressedPayload, 'magic'>): string | null {
  const [, , method, flags] = magic;
  if (method === undefined || flags === undefined) return null;
  if (method !== DEFLATE) return 'internal error, invalid method';
  if (flags & ENCRYPTED) return 'Input is encrypted';
  if (flags & CONTINUATION) return 'Multi part input';
  return flags & RESERVED ? 'Input has invalid flags' : null;
}

/** Behind it stands the number of the error, which only Xen's own inflate knows. */
const INVALID = 'invalid compressed format (err=';

const TRAILER: Readonly<Partial<Record<FaultReason, string>>> = {
  'wrong-crc': 'crc error',
  'wrong-size': 'length error',
};

/** What it says of a stream with a sound header. */
export function streamComplaint({ kind, reason }: Fault): string {
  if (kind === 'truncated') return 'ran out of input data';
  return (reason && TRAILER[reason]) ?? INVALID;
}
