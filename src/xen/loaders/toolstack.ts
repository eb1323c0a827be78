import type { ByteSource } from '../../bytes/bytes.ts';
import { isOldGzip } from '../../codecs/codecs.ts';
import { payloadStart } from '../../kernel/bzimage.ts';
import { isElf } from '../../kernel/elf.ts';
import type {
  BzImageHeader,
  BzImageKernel,
  CompressedPayload,
  Kernel,
  Payload,
} from '../../kernel/kernel.ts';
import { PAYLOAD_PROTOCOL } from '../../kernel/setup-header.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { RuleId } from '../../rules/index.ts';
import { noKernel } from '../../rules/no-kernel.ts';
import {
  type Decompressed,
  isWrapped,
  noElfInside,
  payloadOutside,
  protocolTooOld,
  refuse,
  refuseFault,
  unknownCodec,
} from './decompressed.ts';
import { parseInToolstack } from './libelf.ts';
import type { Refused } from './loader.ts';
import { resized } from './resized.ts';
import {
  fitsGzip,
  GZIP_SLACK,
  inflateFailed,
  LEAST_GZIP,
  MAX_SIZE,
  saysToLeaveGzip,
} from './toolstack-gzip.ts';
import { decompress, refusePayload } from './toolstack-payload.ts';
import {
  emptyFile,
  FILE_TOO_LARGE,
  NO_LOADER,
  payloadOverflow,
  protocolBelow208,
  UNKNOWN_FORMAT,
} from './toolstack-says.ts';

/** The file as the toolstack's loaders find it, or why they are never asked. */
export type KernelBlob = { readonly blob: ByteSource } | Refused;

/**
 * `xc_dom_kernel_file` (tools/libs/guest/xg_dom_core.c): it maps the whole file, and decompresses
 * gzip around a file of any kind. The memory for that is the size in its last four bytes, and a
 * little more.
 */
export function readKernelFile({ file, wrapper }: Kernel, has: Has): KernelBlob {
  if (file.size > MAX_SIZE && has('domu-limits-size')) {
    const evidence = { codec: null, size: file.size, stream: null, length: null, limit: null };
    return refuse('payload-too-large', 'container', evidence, FILE_TOO_LARGE);
  }
  if (file.size === 0) {
    return refuse(
      'not-a-kernel',
      'container',
      noKernel('file', { format: 'empty' }),
      emptyFile(has),
    );
  }
  if (wrapper?.codec !== 'gzip' || isOldGzip(wrapper.magic) || file.size < LEAST_GZIP) {
    return { blob: file };
  }
  const { fault, size, content } = wrapper;
  const declared = wrapper.declaredSize ?? 0;
  if (!fault && fitsGzip(declared, size ?? 0, has)) {
    return { blob: resized(content, declared + GZIP_SLACK) };
  }
  const xenSays = saysToLeaveGzip(declared, has) ?? inflateFailed(wrapper, declared);
  if (fault) return refuseFault(wrapper, fault, 'container', xenSays);
  return refuse('size-mismatch', 'container', { size, declared, whole: true }, xenSays);
}

/**
 * The probes of the toolstack's loaders (xg_dom_bzimageloader.c, xg_dom_elfloader.c): how they get at
 * the ELF image of a domU kernel. The payload of a bzImage may have any codec.
 */
export function decompressForDomU(kernel: Kernel, blob: ByteSource, has: Has): Decompressed {
  if (kernel.format !== 'bzimage') {
    if (isElf(blob)) return { elf: blob };
    return refuse('not-a-kernel', 'container', noKernel('file'), NO_LOADER);
  }
  const decompressed = probeBzImage(kernel, has);
  // The probe of the bzImage loader moves on to the payload before it looks into it. When it gives
  // up before, the ELF loader gets the whole file, which may be ELF with a stray `HdrS`.
  const giveUp: readonly RuleId[] = ['boot-protocol-too-old', 'payload-outside-file'];
  const untouched = 'refusal' in decompressed && giveUp.includes(decompressed.refusal.rule);
  return untouched && isElf(blob) ? { elf: blob } : decompressed;
}

function probeBzImage({ header, payload }: BzImageKernel, has: Has): Decompressed {
  const { protocol } = header;
  if (protocol < PAYLOAD_PROTOCOL) return protocolTooOld(protocol, protocolBelow208(protocol));
  if (!payload || isOutOfReach(header, payload, has)) return refusePlace(header, has);
  if (payload.codec === null || isOldGzip(payload.magic)) {
    return unknownCodec(payload, UNKNOWN_FORMAT);
  }
  if (payload.codec === 'none') return { elf: payload.content };
  const refused = refusePayload(payload, has);
  if (refused) return leftByLzma(payload, refused, has);
  const elf = decompress(payload, has);
  return isElf(elf) ? { elf } : noElfInside(payload, NO_LOADER);
}

/**
 * The oldest loop for lzma replaces the kernel by its output even if it fails. The ELF loader comes
 * next, and accepts that output if it can.
 */
function leftByLzma(
  { codec, fault, content }: CompressedPayload,
  refused: Refused,
  has: Has,
): Decompressed {
  if (codec !== 'lzma' || has('domu-stops-at-stream-end')) return refused;
  if (!fault || !isElf(content)) return refused;
  const parsed = parseInToolstack(content, 'pv', has);
  if (!('refusal' in parsed)) return { elf: content };
  const { refusal } = refused;
  const probed = refusal.xenSays?.replace(`\n${NO_LOADER}`, '');
  return { refusal: { ...refusal, xenSays: `${probed}\n${parsed.refusal.xenSays}` } };
}

/**
 * Before payloads were checked against the file, their offset was a 32-bit sum. A stream with an
 * end of its own was read only to that end. This does not hold for gzip, whose size is at the end
 * of the payload.
 */
function isOutOfReach(header: BzImageHeader, { cut, codec }: Payload, has: Has): boolean {
  if (isWrapped(header) && has('domu-checks-payload-bounds')) return true;
  if (!cut) return false;
  const endsByItself = codec === 'bzip2' || codec === 'lzma' || codec === 'lzo';
  return has('domu-checks-payload-bounds') || !endsByItself;
}

function refusePlace(header: BzImageHeader, has: Has): Decompressed {
  const isBeyond = payloadStart(header).exact >= header.fileSize;
  return payloadOutside(header, payloadOverflow(isBeyond, has));
}
