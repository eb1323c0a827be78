import type { ByteSource } from '../../bytes/bytes.ts';
import type { Codec } from '../../codecs/codec.ts';
import type { CompressedPayload, Contents, Fault } from '../../kernel/kernel.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { isLz4Broken, refuse, refuseFault, wrongSize } from './decompressed.ts';
import type { Refused } from './loader.ts';
import { resized } from './resized.ts';
import { growthLimit } from './toolstack-growth.ts';
import {
  fitsGzip,
  GZIP_SLACK,
  inflateFailed,
  MAX_SIZE,
  saysToLeaveGzip,
} from './toolstack-gzip.ts';
import { cannotDecompress, contentsTooLarge, withoutCodec } from './toolstack-says.ts';

const MIB = 1 << 20;

/** Why a release does not take a payload that is compressed; `null` where it does. */
export function refusePayload(payload: CompressedPayload, has: Has): Refused | null {
  const { codec } = payload;
  if (!has(`domu-${codec}`)) {
    const evidence = { codec, check: null, by: 'toolstack', whole: false } as const;
    return refuse('codec-unsupported', 'payload', evidence, withoutCodec(codec, has));
  }
  if (isLz4Broken(codec, has)) {
    return refuse('lz4-decoder-broken', 'payload', {}, complaint(payload, has));
  }
  return (
    refuseDictionary(payload, has) ??
    refuseContents(payload, has) ??
    refuseEarlyEnd(payload, has) ??
    refuseLateMatch(payload) ??
    refuseStoredBlock(payload)
  );
}

/** liblzma refuses an end marker before the declared size, unless its output is full before that. */
function refuseEarlyEnd(payload: CompressedPayload, has: Has): Refused | null {
  const { codec } = payload;
  const early = payload.remarks.find(({ kind }) => kind === 'early-end');
  const isFullBefore =
    stopsWhenFull(codec, has) && (payload.declaredSize ?? 0) < (payload.size ?? 0);
  if (!early || isFullBefore) return null;
  return refuseFault(payload, { ...early, kind: 'corrupt' }, 'payload', cannotDecompress(codec));
}

/** `lz4_uncompress_unknownoutputsize` wants more input behind a match than the hypervisor's decoder. */
function refuseLateMatch(payload: CompressedPayload): Refused | null {
  const { codec } = payload;
  const late = payload.remarks.find(({ kind }) => kind === 'late-match');
  if (!late) return null;
  const fault = { ...late, kind: 'corrupt' } as const;
  return refuseFault(payload, fault, 'payload', cannotDecompress(codec));
}

/** `xc_try_lzo1x_decode` decompresses every block, also one that lzop stored as it is. */
function refuseStoredBlock({ codec, offset: stream, remarks }: CompressedPayload): Refused | null {
  const stored = remarks.find(({ kind }) => kind === 'stored-block');
  if (!stored) return null;
  const { offset } = stored;
  return refuse('lzo-stored-block', 'payload', { stream, offset }, cannotDecompress(codec));
}

/**
 * The toolstack sets liblzma a memory limit, and liblzma needs a little more than the dictionary.
 * So a limit of 128 MiB is too small for a dictionary of 128 MiB.
 */
function refuseDictionary({ codec, dictionary }: CompressedPayload, has: Has): Refused | null {
  if ((codec !== 'xz' && codec !== 'lzma') || dictionary === null) return null;
  if (!has('domu-lzma-memory-128-mib')) return null;
  const limit = has('domu-lzma-memory-256-mib') ? 256 * MIB : 128 * MIB;
  if (dictionary + DECODER_MEMORY <= limit) return null;
  const evidence = { codec, wanted: dictionary, limit, stream: null, detail: null };
  return refuse('dictionary-too-large', 'payload', evidence, cannotDecompress(codec));
}

/** What liblzma needs beside the dictionary (`lzma_lzma_decoder_memusage` and the stream's own), in bytes. */
const DECODER_MEMORY = 64 * 1024;

function refuseContents(payload: CompressedPayload, has: Has): Refused | null {
  const { codec } = payload;
  const contents = contentsOf(payload, has);
  const declared = payload.declaredSize ?? 0;
  if (fits(codec, declared, contents, has)) {
    const limit = readsSize(codec, has) || codec === 'lzo' ? null : growthLimit(payload, has);
    if (limit === null) return null;
    const evidence = { codec, size: contents.size, stream: null, length: payload.length, limit };
    const xenSays = contentsTooLarge(codec, has) ?? cannotDecompress(codec);
    return refuse('payload-too-large', 'payload', evidence, xenSays);
  }
  // A sound stream lacks its end where it is not followed by its size.
  const fault = payload.fault ?? (declared === payload.size ? contents.fault : null);
  if (codec === 'zstd' && !payload.fault && contents.fault) return refuseRest(payload, has);
  if (fault) return refuseFault(payload, fault, 'payload', saidOf(fault));
  return wrongSize({ ...payload, size: contents.size ?? payload.size }, complaint(payload, has));

  function saidOf({ kind }: Fault): string | null {
    // This program's own limit, which Xen does not have.
    if (kind === 'dictionary-too-large') return null;
    const isGrown = kind === 'too-large' && !readsSize(codec, has);
    return isGrown ? contentsTooLarge(codec, has) : complaint(payload, has);
  }
}

/** What is said of a payload that cannot be decompressed: first the declared size is looked at. */
function complaint(payload: CompressedPayload, has: Has): string | null {
  const { codec } = payload;
  const declared = payload.declaredSize ?? 0;
  if (codec !== 'gzip') {
    const isTooLarge = declared > MAX_SIZE && readsSize(codec, has);
    return isTooLarge ? contentsTooLarge(codec, has) : cannotDecompress(codec);
  }
  return (
    saysToLeaveGzip(declared, has) ??
    `${inflateFailed(payload, declared)}\n${cannotDecompress(codec)}`
  );
}

/** `ZSTD_decompress` takes all that it is given for frames. */
function refuseRest(payload: CompressedPayload, has: Has): Refused {
  const evidence = {
    codec: payload.codec,
    fault: 'trailing-data',
    offset: payload.consumed ?? 0,
    stream: payload.offset,
    detail: 'something else than a frame or the size of the contents follows',
    loads: false,
  } as const;
  return refuse('corrupt-payload', 'payload', evidence, complaint(payload, has));
}

/**
 * What a decoder makes of the payload. With `domu-trusts-size-trailer` its input ends before the size
 * that follows the stream; that of zstd always does.
 */
function contentsOf(payload: CompressedPayload, has: Has): Contents {
  const { codec } = payload;
  const keepsTrailer = codec !== 'gzip' && has('domu-trusts-size-trailer');
  return keepsTrailer || codec === 'zstd' ? payload.withoutTrailer : payload;
}

/** Whether the declared size is looked at: then before anything is decompressed, and no more comes out. */
function readsSize(codec: Codec, has: Has): boolean {
  return ['gzip', 'lz4', 'zstd'].includes(codec) || has('domu-trusts-size-trailer');
}

/** Whether a release takes a payload: the stream as it is, and the size that is declared for it. */
function fits(codec: Codec, declared: number, contents: Contents, has: Has): boolean {
  if (stopsWhenFull(codec, has)) return fills(declared, contents);
  if (contents.fault) return false;
  const size = contents.size ?? 0;
  if (codec === 'gzip') return fitsGzip(declared, size, has);
  if (declared === size) return true;
  if (codec === 'lz4') return isLz4Lenient(has) && declared > size && declared <= MAX_SIZE;
  return !readsSize(codec, has);
}

/**
 * Xen's own decoder fills the declared size from its start, and its caller does not check how far.
 */
function isLz4Lenient(has: Has): boolean {
  return !has('domu-lz4-compares-size');
}

/** liblzma and libbz2 stop when the output is full; `domu-trusts-size-trailer` accepts that. */
function stopsWhenFull(codec: Codec, has: Has): boolean {
  return (
    (codec === 'xz' || codec === 'lzma' || codec === 'bzip2') && has('domu-trusts-size-trailer')
  );
}

/** Whether an output of `declared` bytes is full before anything wrong is met; an end is not awaited. */
function fills(declared: number, { fault, content }: Contents): boolean {
  const size = content.size;
  return fault === null || fault.kind === 'truncated' ? declared <= size : declared < size;
}

/** The payload's contents in memory, as long as the toolstack takes them to be. */
export function decompress(payload: CompressedPayload, has: Has): ByteSource {
  const { codec } = payload;
  const declared = payload.declaredSize ?? 0;
  const { content } = contentsOf(payload, has);
  if (codec === 'gzip') return resized(content, declared + GZIP_SLACK);
  const asDeclared = stopsWhenFull(codec, has) || (codec === 'lz4' && isLz4Lenient(has));
  return asDeclared ? resized(content, declared) : content;
}
