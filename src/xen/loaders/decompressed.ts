import type { ByteSource } from '../../bytes/bytes.ts';
import type { Codec } from '../../codecs/codec.ts';
import { payloadStart } from '../../kernel/bzimage.ts';
import type { BzImageHeader, CompressedPayload, Fault, Payload } from '../../kernel/kernel.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { EvidenceOf, RuleId } from '../../rules/index.ts';
import type { Stage } from '../../rules/stages.ts';
import { type EvidenceArgument, type Refusal, refusalAt } from '../refusal.ts';

/** The ELF image that a loader gets out of a file, or why it gets none. */
export type Decompressed = { readonly elf: ByteSource } | { readonly refusal: Refusal };

export function refuse<K extends RuleId>(
  rule: K,
  stage: Stage,
  evidence: EvidenceOf<K>,
  xenSays: string | null,
): { readonly refusal: Refusal };
export function refuse<K extends RuleId>(
  rule: K,
  stage: Stage,
  message: string,
  xenSays: string | null,
  ...evidence: EvidenceArgument<K>
): { readonly refusal: Refusal };
export function refuse(
  rule: RuleId,
  stage: Stage,
  given: object | string,
  xenSays: string | null,
  ...more: unknown[]
): { readonly refusal: Refusal } {
  const evidence = more as EvidenceArgument<RuleId>;
  return { refusal: refusalAt(stage, rule, given as string, xenSays, ...evidence) };
}

export const PROTOCOL_TOO_OLD = (protocol: number) =>
  `The bzImage has boot protocol ${protocol >> 8}.${String(protocol & 0xff).padStart(2, '0')}, and its payload can be found from 2.08 on only.`;

/** The payload of a bzImage is not where its header says. */
export function payloadOutside(
  header: BzImageHeader,
  xenSays: string | null,
): { readonly refusal: Refusal } {
  const { exact: start } = payloadStart(header);
  const { fileSize: size, payloadLength: length } = header;
  const end = start + length;
  const message = `The bzImage says that its payload takes bytes ${start} to ${end}, and the file ends at ${size}.`;
  const evidence = { offset: start, length, size };
  return refuse('payload-outside-file', 'container', message, xenSays, evidence);
}

/** Whether the payload is where it is only if its place is added up in 32 bits. */
export function isWrapped(header: BzImageHeader): boolean {
  const { exact, wrapped } = payloadStart(header);
  return exact !== wrapped;
}

export function unknownCodec(
  { offset, length, magic: bytes }: Payload,
  xenSays: string,
): { readonly refusal: Refusal } {
  if (length === 0) {
    const message = `The payload at byte ${offset} is empty: \`payload_length\` is 0.`;
    return refuse('unknown-codec', 'payload', message, xenSays, { magic: '' });
  }
  const digits = [...bytes.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0'));
  const magic = digits.join(' ');
  const message = `The payload at byte ${offset} starts with ${magic}, which is no compression that a kernel is built with.`;
  return refuse('unknown-codec', 'payload', message, xenSays, { magic });
}

/** Says of a payload that was decompressed that it is none. */
export function noElfInside({ codec, offset }: CompressedPayload): string {
  return `What the ${codec} stream at byte ${offset} decompresses to is no ELF file.`;
}

export const CODEC_UNSUPPORTED = (codec: Codec, who: string) =>
  `The payload is compressed with ${codec}, and ${who} of this release cannot decompress that.`;

/** The hypervisor and the toolstack are built from the same lz4 decoder. */
export const isLz4Broken = (codec: Codec, has: Has) =>
  codec === 'lz4' && has('lz4-underrun-check') && !has('lz4-underrun-check-fixed');

export const LZ4_BROKEN =
  'The payload is compressed with lz4, and the lz4 decoder of this release refuses sound data.';

/** A compressed stream that cannot be undone, by the rule that its fault falls under. */
export function refuseFault(
  { codec, offset: base, dictionary }: CompressedPayload,
  fault: Fault,
  stage: Stage,
  xenSays: string | null,
): { readonly refusal: Refusal } {
  const message = describeFault(codec, fault, base);
  const { kind, offset } = fault;
  switch (kind) {
    case 'too-large':
      return refuse('payload-too-large', stage, message, xenSays, { codec, size: null });
    case 'dictionary-too-large': {
      const evidence = { codec, wanted: dictionary, limit: null };
      return refuse('dictionary-too-large', stage, message, xenSays, evidence);
    }
    default:
      return refuse('corrupt-payload', stage, message, xenSays, { codec, fault: kind, offset });
  }
}

/** What is wrong with a compressed stream, which starts at byte `base` of the file. */
function describeFault(codec: Codec, { kind, offset, detail }: Fault, base: number): string {
  switch (kind) {
    case 'too-large':
      return `The ${codec} stream at byte ${base} decompresses to more than 1 GiB.`;
    case 'dictionary-too-large':
      return `The ${codec} stream at byte ${base} cannot be looked into: ${detail}, more than \`max-dictionary\` lets it.`;
    case 'unsupported':
      return `The ${codec} stream at byte ${base} has a feature that no kernel build uses: ${detail}.`;
    case 'truncated':
      return `The ${codec} stream at byte ${base} is cut short after ${offset} bytes: ${detail}.`;
    case 'corrupt':
      return `The ${codec} stream at byte ${base} is corrupt at byte ${offset} of it: ${detail}.`;
  }
}

/** A payload whose last four bytes do not say how much it decompresses to. */
export function wrongSize(
  { declaredSize: declared, size }: Pick<CompressedPayload, 'declaredSize' | 'size'>,
  xenSays: string | null,
): { readonly refusal: Refusal } {
  const message = `The payload decompresses to ${size} bytes, but its last four bytes, which Xen takes for that size, say ${declared}.`;
  return refuse('size-mismatch', 'payload', message, xenSays, { size, declared });
}
