import type { Codec } from '../../codecs/codec.ts';
import { isElf } from '../../kernel/elf.ts';
import { SIZES } from '../../kernel/elf-layout.ts';
import type {
  BzImageKernel,
  CompressedPayload,
  Fault,
  Kernel,
  Payload,
} from '../../kernel/kernel.ts';
import { PAYLOAD_PROTOCOL } from '../../kernel/setup-header.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { noKernel } from '../../rules/no-kernel.ts';
import { notAnElf } from '../libelf/says.ts';
import { LOW_RAM } from '../machine.ts';
import {
  type Decompressed,
  isLz4Broken,
  isWrapped,
  noElfInside,
  payloadOutside,
  protocolTooOld,
  refuse,
  refuseFault,
  unknownCodec,
  wrongSize,
} from './decompressed.ts';
import { headerComplaint } from './hypervisor-gzip.ts';
import {
  DECODING_FAILED,
  decoderSays,
  LZO_VIOLATION,
  protocolBelow208,
  REFUSED_REMARKS,
  XZ_UNSUPPORTED,
} from './hypervisor-says.ts';
import type { Refused } from './loader.ts';
import { resized } from './resized.ts';

/**
 * `bzimage_parse` (xen/arch/x86/bzimage.c): how the hypervisor gets at the ELF image of a dom0
 * kernel. Nothing is checked against the file's size; a payload outside it is a page fault in early
 * boot, without a word.
 */
export function decompressForDom0(kernel: Kernel, has: Has): Decompressed {
  if (kernel.wrapper) return decompressBare(kernel, kernel.wrapper, has);
  switch (kernel.format) {
    case 'bzimage':
      return decompressBzImage(kernel, has);
    case 'elf':
      return { elf: kernel.elf };
    case null:
      return refuse('not-a-kernel', 'container', noKernel('file'), notAnElf(has));
  }
}

function decompressBzImage({ header, payload }: BzImageKernel, has: Has): Decompressed {
  const { protocol } = header;
  if (protocol < PAYLOAD_PROTOCOL) return protocolTooOld(protocol, protocolBelow208(protocol));
  const isOutside = isWrapped(header) && !has('dom0-wraps-payload-offset');
  if (!payload || payload.cut || isOutside) return payloadOutside(header, null);
  return decompressPayload(payload, refuseNoElf(payload, has), has);
}

/** Only a compressed ELF file may stand for itself; a bzImage inside is not looked for. */
function decompressBare({ format }: Kernel, wrapper: CompressedPayload, has: Has): Decompressed {
  const { codec } = wrapper;
  if (!has('dom0-bare-compressed-elf')) {
    const evidence = { ...unsupported(codec), whole: true };
    return refuse('codec-unsupported', 'container', evidence, notAnElf(has));
  }
  const found = format === 'bzimage' ? noKernel('bzimage', { codec }) : noKernel('file');
  const otherwise = refuse('not-a-kernel', 'container', found, notAnElf(has));
  return decompressPayload(wrapper, otherwise, has);
}

function refuseNoElf(payload: Payload, has: Has): Decompressed {
  return payload.codec === null || payload.codec === 'none'
    ? unknownCodec(payload, notAnElf(has))
    : noElfInside(payload, notAnElf(has));
}

/** @param otherwise why a payload that holds no ELF file is refused */
function decompressPayload(payload: Payload, otherwise: Decompressed, has: Has): Decompressed {
  const unfit = refuseHeadroom(payload, has);
  if (unfit) return unfit;
  if (payload.codec === null) return otherwise;
  if (payload.codec === 'none') return { elf: payload.content };
  const refused = refusePayload(payload, has);
  if (refused) return refused;
  const { content, declaredSize } = payload;
  return isElf(content) ? { elf: resized(content, declaredSize ?? 0) } : otherwise;
}

const PAGE = 4096;

/**
 * `bzimage_headroom` and its caller (xen/arch/x86/setup.c): first, the image is moved to a place
 * where it can be decompressed in place. The declared size sets the size of that place.
 */
function refuseHeadroom(payload: Payload, has: Has): Refused | null {
  const { codec, declaredSize } = payload;
  const decompressed = declaredSize ?? 0;
  if (codec === 'none' && has('headroom-is-long')) return null;
  const headroom = headroomOf(payload);
  const fits = has('headroom-is-long')
    ? headroom <= LOW_RAM
    : (headroom | 0) >= 0 && (headroom | 0) <= LOW_RAM;
  if (fits) return null;
  const stop = has('no-memory-without-full-stop') ? '' : '.';
  const evidence = {
    fault: 'payload',
    wanted: headroom,
    limit: LOW_RAM,
    start: null,
    end: null,
    declared: decompressed,
  } as const;
  const xenSays = `Not enough memory to relocate the dom0 kernel image${stop}`;
  return refuse('too-large-for-memory', 'payload', evidence, xenSays);
}

/** In bytes. */
function headroomOf({ codec, declaredSize, length }: Payload): number {
  const decompressed = declaredSize ?? 0;
  const bytes =
    codec === 'gzip'
      ? decompressed + Math.floor(decompressed / 4096) + 32768 + 18
      : decompressed + length;
  return Math.ceil(bytes / PAGE) * PAGE;
}

function refusePayload(payload: CompressedPayload, has: Has): Refused | null {
  const { codec } = payload;
  if (!has(`dom0-${codec}`)) {
    return refuse('codec-unsupported', 'payload', unsupported(codec), notAnElf(has));
  }
  if (isLz4Broken(codec, has) || isLz4Overrun(payload, has)) {
    return refuse('lz4-decoder-broken', 'payload', {}, DECODING_FAILED);
  }
  const check = codec === 'xz' ? xzCheck(payload) : null;
  if (check !== null && check > XZ_CHECK_CRC32) {
    return refuse('codec-unsupported', 'payload', { ...unsupported(codec), check }, XZ_UNSUPPORTED);
  }
  const gzipHeader = codec === 'gzip' ? headerComplaint(payload) : null;
  if (payload.fault) {
    const xenSays = gzipHeader ?? decoderSays(codec, payload.fault, payload.dictionary);
    return refuseFault(payload, payload.fault, 'payload', xenSays);
  }
  if (gzipHeader !== null) {
    return refuseFault(payload, CHECKED_HEADER, 'payload', gzipHeader);
  }
  const refused = payload.remarks.find(({ kind }) => kind in REFUSED_REMARKS);
  if (refused) {
    const xenSays = REFUSED_REMARKS[refused.kind] ?? null;
    return refuseFault(payload, { ...refused, kind: 'unsupported' }, 'payload', xenSays);
  }
  return refuseSize(payload, has);
}

/** With the first half of the fix alone, the decoder of the hypervisor still refuses some sound data. */
function isLz4Overrun({ remarks }: CompressedPayload, has: Has): boolean {
  if (!has('lz4-overrun-check') || has('lz4-overrun-check-fixed')) return false;
  return remarks.some(({ kind }) => kind === 'match-near-end');
}

const unsupported = (codec: Codec) =>
  ({ codec, check: null, by: 'hypervisor', whole: false }) as const;

/** What RFC 1952 allows in a header, and the hypervisor does not know. */
const CHECKED_HEADER: Omit<Fault, 'reason'> = {
  kind: 'unsupported',
  offset: 0,
  detail:
    'a checksum of its header, which the hypervisor takes for the mark of one part of several',
};

const XZ_CHECK_CRC32 = 1;

/** The check type in the stream flags (.xz file format, section 2.1.1.2). */
function xzCheck({ magic }: CompressedPayload): number | null {
  const flags = magic[7];
  return flags === undefined ? null : flags & 0x0f;
}

/**
 * The decompressors write as much as there is; the declared size decides where to, and how much of
 * it counts. A smaller one runs over input that is still to be read. Only lz4 compares the two.
 */
function refuseSize(payload: CompressedPayload, has: Has): Refused | null {
  const { codec } = payload;
  const [declared, size] = [payload.declaredSize ?? 0, payload.size ?? 0];
  if (declared === size || (declared > size && codec !== 'lz4')) return null;
  if (codec === 'lz4') return wrongSize(payload, DECODING_FAILED);
  // The output has run over all of the input: a bare file that lzop wrote ends with four zeros.
  const isOverrun = size > headroomOf(payload) + payload.offset + payload.length;
  if (codec === 'lzo' && isOverrun) return wrongSize(payload, LZO_VIOLATION);
  return wrongSize(payload, declared < SIZES[32].ehdr ? notAnElf(has) : null);
}
