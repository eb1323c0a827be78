import { type ByteSource, bytesSource } from '../../kernel/bytes.ts';
import { isElf } from '../../kernel/elf.ts';
import type { BzImage, Contents, Fault, Kernel, Payload } from '../../kernel/kernel.ts';
import type { Codec } from '../../kernel/payload/codec.ts';
import type { Has } from '../behaviours.ts';
import type { Refusal, RefusalKind } from '../refusal.ts';
import { resized } from './resized.ts';
import {
  CODEC_UNSUPPORTED,
  describeFault,
  FIRST_PROTOCOL_WITH_PAYLOAD,
  faultKind,
  isLz4Broken,
  LZ4_BROKEN,
  PROTOCOL_TOO_OLD,
  payloadOutside,
  refuse,
  type Unpacked,
  unknownCodec,
  wrongSize,
} from './unpacked.ts';

const MIB = 1 << 20;

/** `XC_DOM_DECOMPRESS_MAX`. */
const MAX_SIZE = 1024 * MIB;

/** The file as the toolstack's loaders find it, or why they are never asked. */
export type KernelBlob = { readonly blob: ByteSource } | { readonly refusal: Refusal };

/**
 * `xc_dom_kernel_file` (tools/libs/guest/xg_dom_core.c): gzip around a file of any kind is undone,
 * into as much memory as the file's last four bytes declare, and a little.
 */
export function readKernelFile({ file, wrapper }: Kernel): KernelBlob {
  if (wrapper?.codec !== 'gzip') return { blob: file };
  const { fault, size, content } = wrapper;
  const declared = wrapper.declaredSize ?? 0;
  if (content && !fault && fitsGzip(declared, size ?? 0)) {
    return { blob: resized(content, declared + GZIP_SLACK) };
  }
  // What looks insane is left as it is, and then no loader knows it.
  const xenSays = declared > MAX_SIZE ? NO_LOADER : inflateFailed(fault);
  if (fault) return refuse(faultKind(fault), 'container', describeFault('gzip', fault, 0), xenSays);
  const message = `The gzip around the kernel unpacks to ${size} bytes, but the last four bytes of the file, which Xen takes for that size, say ${declared}.`;
  return refuse('size-mismatch', 'container', message, xenSays);
}

/** `Z_DATA_ERROR`, or `Z_BUF_ERROR` where the input or the output is too short. */
function inflateFailed(fault: Fault | null): string {
  return `xc_dom_do_gunzip: inflate failed (rc=${fault?.kind === 'corrupt' ? -3 : -5})`;
}

/**
 * The probes of the toolstack's loaders (xg_dom_bzimageloader.c, xg_dom_elfloader.c): how they get at
 * the ELF image of a domU kernel. The payload of a bzImage may have any codec.
 */
export function unpackForDomU(kernel: Kernel, blob: ByteSource, has: Has): Unpacked {
  const { bzimage, payload } = kernel;
  if (!bzimage) {
    if (isElf(blob)) return { elf: blob };
    const message = 'The file is neither a bzImage nor an ELF file.';
    return refuse('not-a-kernel', 'container', message, NO_LOADER);
  }
  const unpacked = probeBzImage(bzimage, payload, has);
  // The probe of the bzImage loader moves on to the payload before it looks into it. When it gives
  // up before, the ELF loader gets the whole file, which may be ELF with a stray `HdrS`.
  const giveUp: readonly RefusalKind[] = ['boot-protocol-too-old', 'payload-outside-file'];
  const untouched = 'refusal' in unpacked && giveUp.includes(unpacked.refusal.kind);
  return untouched && isElf(blob) ? { elf: blob } : unpacked;
}

function probeBzImage(bzimage: BzImage, payload: Payload | null, has: Has): Unpacked {
  if (bzimage.protocol < FIRST_PROTOCOL_WITH_PAYLOAD) {
    const version = bzimage.protocol.toString(16).padStart(4, '0');
    return refuse(
      'boot-protocol-too-old',
      'container',
      PROTOCOL_TOO_OLD(bzimage.protocol),
      probe(`: boot protocol too old (${version})`),
    );
  }
  if (!payload || isOutOfReach(payload, has)) return refusePlace(bzimage, has);
  const { codec, content } = payload;
  if (codec === null) {
    const xenSays = probe(': unknown compression format');
    return refuse('unknown-codec', 'payload', unknownCodec(payload), xenSays);
  }
  if (codec === 'none') return content ? { elf: content } : refusePlace(bzimage, has);
  const refused = refusePayload(codec, payload, has);
  if (refused) return refused;
  const elf = decompressed(codec, payload, has);
  return isElf(elf) ? { elf } : refuse('not-a-kernel', 'payload', unknownCodec(payload), NO_LOADER);
}

/** No loader's probe took the file. */
export const NO_LOADER = 'xc_dom_find_loader: no loader found';

/** What the probe of the bzImage loader says when it fails; no other loader takes the file then. */
const probe = (text: string) => `xc_dom_probe_bzimage_kernel${text}\n${NO_LOADER}`;

const cannotDecompress = (codec: Codec) =>
  codec === 'gzip'
    ? probe(': unable to gzip decompress kernel')
    : probe(` unable to ${codec.toUpperCase()} decompress kernel`);

const TOO_LARGE = 'kernel image too large';

/**
 * Before payloads were held against the file, a stream that says itself where it ends was read to
 * there and not beyond. gzip is not among them: its size is looked up at the end of the payload.
 */
function isOutOfReach({ cut, codec }: Payload, has: Has): boolean {
  if (!cut) return false;
  const endsByItself = codec === 'bzip2' || codec === 'lzma' || codec === 'lzo';
  return has('domu-checks-payload-bounds') || !endsByItself;
}

function refusePlace(bzimage: BzImage, has: Has): Unpacked {
  const beyond = bzimage.codeOffset + bzimage.payloadOffset >= bzimage.fileSize;
  const xenSays = has('domu-checks-payload-bounds')
    ? probe(`: payload ${beyond ? 'offset' : 'length'} overflow`)
    : null;
  return refuse('payload-outside-file', 'container', payloadOutside(bzimage), xenSays);
}

function refusePayload(codec: Codec, payload: Payload, has: Has): Unpacked | null {
  if (!has(`domu-${codec}`)) {
    const message = CODEC_UNSUPPORTED(codec, 'the toolstack');
    return refuse('codec-unsupported', 'payload', message, withoutCodec(codec, has));
  }
  if (isLz4Broken(codec, has)) {
    return refuse('lz4-decoder-broken', 'payload', LZ4_BROKEN, cannotDecompress('lz4'));
  }
  return refuseDictionary(codec, payload, has) ?? refuseContents(codec, payload, has);
}

/**
 * What a toolstack says to a codec that it cannot unpack. One that was built without its library
 * still knows its name. The hypervisor learnt each codec in the same releases and has no such
 * libraries: one that it has and the toolstack lacks was left out.
 */
function withoutCodec(codec: Codec, has: Has): string {
  if (!has(`dom0-${codec}`)) return probe(': unknown compression format');
  const [name, library] = codec === 'lzo' ? ['lzo1x', 'LZO1x'] : [codec, codec.toUpperCase()];
  return `xc_try_${name}_decode: ${library} decompress support unavailable\n${cannotDecompress(codec)}`;
}

/**
 * liblzma is told how much memory it may take, and takes a little more than the dictionary: a limit
 * of 128 MiB is too little for a dictionary of 128 MiB.
 */
function refuseDictionary(codec: Codec, { dictionary }: Payload, has: Has): Unpacked | null {
  if ((codec !== 'xz' && codec !== 'lzma') || dictionary === null) return null;
  if (!has('domu-lzma-memory-128-mib')) return null;
  const limit = has('domu-lzma-memory-256-mib') ? 256 * MIB : 128 * MIB;
  if (dictionary + DECODER_MEMORY <= limit) return null;
  return refuse(
    'dictionary-too-large',
    'payload',
    `The ${codec} stream asks for a dictionary of ${dictionary / MIB} MiB, and the toolstack of this release gives ${codec} ${limit / MIB} MiB of memory in all.`,
    cannotDecompress(codec),
  );
}

/** What liblzma needs beside the dictionary (`lzma_lzma_decoder_memusage` and the stream's own), in bytes. */
const DECODER_MEMORY = 64 * 1024;

function refuseContents(codec: Codec, payload: Payload, has: Has): Unpacked | null {
  const contents = contentsOf(codec, payload, has);
  const declared = payload.declaredSize ?? 0;
  if (fits(codec, declared, contents, has)) return null;
  // A sound stream lacks its end where it is not followed by its size.
  const fault = payload.fault ?? (declared === payload.size ? contents.fault : null);
  const tooLarge = has('domu-limits-size') ? `${TOO_LARGE}\n${cannotDecompress(codec)}` : null;
  if (fault) {
    const message = describeFault(codec, fault, payload.offset);
    const xenSays = fault.kind === 'too-large' ? tooLarge : complaint();
    return refuse(faultKind(fault), 'payload', message, xenSays);
  }
  return refuse('size-mismatch', 'payload', wrongSize(payload), complaint());

  function complaint(): string | null {
    if (codec !== 'gzip') return declared <= MAX_SIZE ? cannotDecompress(codec) : tooLarge;
    // What looks insane is left as it is here as well.
    return declared > MAX_SIZE ? NO_LOADER : `${inflateFailed(fault)}\n${cannotDecompress(codec)}`;
  }
}

/** What a decoder makes of the payload; since 4.16 it is not given the size that follows the stream. */
function contentsOf(codec: Codec, payload: Payload, has: Has): Contents {
  const keepsTrailer = codec !== 'gzip' && has('domu-trusts-size-trailer');
  return keepsTrailer ? payload.withoutTrailer : payload;
}

/** `xc_dom_check_gzip` adds this to the declared size, in bytes. */
const GZIP_SLACK = 16;

function fitsGzip(declared: number, size: number): boolean {
  return declared <= MAX_SIZE && declared + GZIP_SLACK >= size;
}

/** Whether a release takes a payload: the stream as it is, and the size that is declared for it. */
function fits(codec: Codec, declared: number, contents: Contents, has: Has): boolean {
  if (stopsWhenFull(codec, has)) return fills(declared, contents);
  if (contents.fault) return false;
  const size = contents.size ?? 0;
  if (codec === 'gzip') return fitsGzip(declared, size);
  if (declared === size) return true;
  return codec !== 'lz4' && codec !== 'zstd' && !has('domu-trusts-size-trailer');
}

/** liblzma and libbz2 are content when the output is full, and since 4.16 so is their caller. */
function stopsWhenFull(codec: Codec, has: Has): boolean {
  return (
    (codec === 'xz' || codec === 'lzma' || codec === 'bzip2') && has('domu-trusts-size-trailer')
  );
}

/** Whether an output of `declared` bytes is full before anything wrong is met; an end is not awaited. */
function fills(declared: number, { fault, content }: Contents): boolean {
  const size = content?.size ?? 0;
  return fault === null || fault.kind === 'truncated' ? declared <= size : declared < size;
}

/** The payload's contents in memory, as long as the toolstack takes them to be. */
function decompressed(codec: Codec, payload: Payload, has: Has): ByteSource {
  const declared = payload.declaredSize ?? 0;
  const content = contentsOf(codec, payload, has).content ?? EMPTY;
  if (codec === 'gzip') return resized(content, declared + GZIP_SLACK);
  return stopsWhenFull(codec, has) ? resized(content, declared) : content;
}

const EMPTY = bytesSource(new Uint8Array(0));
