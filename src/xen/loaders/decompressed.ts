import type { ByteSource } from '../../bytes/bytes.ts';
import type { Codec } from '../../codecs/codec.ts';
import { payloadStart } from '../../kernel/bzimage.ts';
import type { BzImageHeader, CompressedPayload, Fault, Payload } from '../../kernel/kernel.ts';
import { protocolName } from '../../kernel/setup-header.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { EvidenceOf, RuleId } from '../../rules/index.ts';
import { noKernel } from '../../rules/no-kernel.ts';
import type { Stage } from '../../rules/stages.ts';
import { hexBytes } from '../../text/hex.ts';
import { refusalAt } from '../refusal.ts';
import type { Refused } from './loader.ts';

/** The ELF image that a loader gets out of a file, or why it gets none. */
export type Decompressed = { readonly elf: ByteSource } | Refused;

export function refuse<K extends RuleId>(
  rule: K,
  stage: Stage,
  evidence: EvidenceOf<K>,
  xenSays: string | null,
): Refused {
  return { refusal: refusalAt(stage, rule, evidence, xenSays) };
}

/** The boot protocol of a bzImage is too old to say where the payload is. */
export function protocolTooOld(protocol: number, xenSays: string): Refused {
  const evidence = { protocol: protocolName(protocol) };
  return refuse('boot-protocol-too-old', 'container', evidence, xenSays);
}

/** The payload of a bzImage is not where its header says. */
export function payloadOutside(header: BzImageHeader, xenSays: string | null): Refused {
  const { exact: offset } = payloadStart(header);
  const { fileSize: size, payloadLength: length } = header;
  return refuse('payload-outside-file', 'container', { offset, length, size }, xenSays);
}

/** Whether the payload is where it is only if its place is added up in 32 bits. */
export function isWrapped(header: BzImageHeader): boolean {
  const { exact, wrapped } = payloadStart(header);
  return exact !== wrapped;
}

/** So many bytes of a payload in an unknown compression are shown. */
const SHOWN = 6;

export function unknownCodec({ offset, length, magic }: Payload, xenSays: string): Refused {
  const shown = magic.subarray(0, length === 0 ? 0 : SHOWN);
  return refuse('unknown-codec', 'payload', { magic: hexBytes(shown), offset }, xenSays);
}

/** A payload that was decompressed holds no ELF file. */
export function noElfInside({ codec, offset }: CompressedPayload, xenSays: string): Refused {
  const evidence = noKernel('contents', { codec, stream: offset });
  return refuse('not-a-kernel', 'payload', evidence, xenSays);
}

/** Refuses all lz4 data in practice; the hypervisor and the toolstack are built from the same decoder. */
export const isLz4Broken = (codec: Codec, has: Has) =>
  codec === 'lz4' && has('lz4-underrun-check') && !has('lz4-underrun-check-fixed');

/** A compressed stream that cannot be undone, by the rule that its fault falls under. */
export function refuseFault(
  { codec, offset: stream, dictionary }: CompressedPayload,
  { kind, offset, detail }: Omit<Fault, 'reason'>,
  stage: Stage,
  xenSays: string | null,
): Refused {
  switch (kind) {
    case 'too-large': {
      const evidence = { codec, size: null, stream, length: null, limit: null };
      return refuse('payload-too-large', stage, evidence, xenSays);
    }
    case 'dictionary-too-large': {
      const evidence = { codec, wanted: dictionary, limit: null, stream, detail };
      return refuse('dictionary-too-large', stage, evidence, xenSays);
    }
    default: {
      const evidence = { codec, fault: kind, offset, stream, detail, loads: false };
      return refuse('corrupt-payload', stage, evidence, xenSays);
    }
  }
}

/** A payload whose last four bytes do not say how much it decompresses to. */
export function wrongSize(
  { declaredSize: declared, size }: Pick<CompressedPayload, 'declaredSize' | 'size'>,
  xenSays: string | null,
): Refused {
  return refuse('size-mismatch', 'payload', { size, declared, whole: false }, xenSays);
}
