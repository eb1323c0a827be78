import { isElf } from '../../kernel/elf.ts';
import type { BzImage, Kernel, Payload } from '../../kernel/kernel.ts';
import type { Codec } from '../../kernel/payload/codec.ts';
import type { BehaviourId, Has } from '../behaviours.ts';
import type { Refusal } from '../refusal.ts';
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

/** What the toolstack must have learnt, and been built with, to unpack a codec. */
const UNPACKS = {
  gzip: 'domu-gzip',
  bzip2: 'domu-bzip2',
  lzma: 'domu-lzma',
  lzo: 'domu-lzo',
  xz: 'domu-xz',
  lz4: 'domu-lz4',
  zstd: 'domu-zstd',
} as const satisfies Record<Codec, BehaviourId>;

const MIB = 1 << 20;

/** `XC_DOM_DECOMPRESS_MAX`. */
const MAX_SIZE = 1024 * MIB;

/**
 * `xc_dom_kernel_file` and the probes of the toolstack's loaders (tools/libs/guest/xg_dom_core.c,
 * xg_dom_bzimageloader.c): how the toolstack gets at the ELF image of a domU kernel. Any file may be
 * gzipped as a whole; the payload of a bzImage may have any codec.
 */
export function unpackForDomU(kernel: Kernel, has: Has): Unpacked {
  const unpacked = unpack(kernel, has);
  return 'refusal' in unpacked ? (untouchedElf(kernel, unpacked.refusal) ?? unpacked) : unpacked;
}

/**
 * The probe of the bzImage loader moves on to the payload before it looks into it. When it gives up
 * before, the ELF loader gets the whole file, which may be ELF with a stray `HdrS`.
 */
function untouchedElf(kernel: Kernel, { kind }: Refusal): Unpacked | null {
  const { file, bzimage } = kernel;
  if (!bzimage || !file || !isElf(file)) return null;
  if (kind !== 'boot-protocol-too-old' && kind !== 'payload-outside-file') return null;
  return { elf: resized(file, sizeInToolstack(kernel)) };
}

function unpack(kernel: Kernel, has: Has): Unpacked {
  const { bzimage, payload, elf } = kernel;
  const packed = refuseGzip(kernel);
  if (packed) return packed;
  if (!bzimage) {
    if (elf) return { elf: resized(elf, sizeInToolstack(kernel)) };
    const message = 'The file is neither a bzImage nor an ELF file.';
    return refuse('not-a-kernel', 'container', message, NO_LOADER);
  }
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
  if (payload.codec === 'none' && elf) return { elf };
  if (payload.codec === null || payload.codec === 'none') {
    const xenSays = probe(': unknown compression format');
    return refuse('unknown-codec', 'payload', unknownCodec(payload), xenSays);
  }
  const refused = refusePayload(payload.codec, payload, has);
  if (refused) return refused;
  if (!elf) return refuse('not-a-kernel', 'payload', unknownCodec(payload), NO_LOADER);
  return { elf: resized(elf, unpackedSize(payload, has)) };
}

/** `xc_dom_kernel_file`: gzip is undone into what the file's last four bytes declare, and a little. */
export function refuseGzip({ gzip }: Kernel): Unpacked | null {
  if (!gzip) return null;
  const { fault, size } = gzip;
  const declared = gzip.declaredSize ?? 0;
  // `Z_DATA_ERROR`, or `Z_BUF_ERROR` where the input or the output is too short.
  const rc = fault?.kind === 'corrupt' ? -3 : -5;
  // What looks insane is left as it is, and then no loader knows it.
  const xenSays = declared > MAX_SIZE ? NO_LOADER : `xc_dom_do_gunzip: inflate failed (rc=${rc})`;
  if (fault) return refuse(faultKind(fault), 'container', describeFault('gzip', fault, 0), xenSays);
  if (fitsGzip(declared, size ?? 0)) return null;
  const message = `The gzip around the kernel unpacks to ${size} bytes, but the last four bytes of the file, which Xen takes for that size, say ${declared}.`;
  return refuse('size-mismatch', 'container', message, xenSays);
}

/** How large the toolstack takes a file to be, once gzip around it is undone. */
export function sizeInToolstack({ gzip, size }: Kernel): number {
  return gzip ? (gzip.declaredSize ?? 0) + GZIP_SLACK : size;
}

/** How large it takes the ELF file to be that was in a payload. */
function unpackedSize({ codec, declaredSize, size }: Payload, has: Has): number {
  if (codec === 'gzip') return (declaredSize ?? 0) + GZIP_SLACK;
  return stopsWhenFull(codec, has) ? (declaredSize ?? 0) : (size ?? 0);
}

/** liblzma and libbz2 are content when the output is full, and since 4.16 so is their caller. */
function stopsWhenFull(codec: Payload['codec'], has: Has): boolean {
  return (
    (codec === 'xz' || codec === 'lzma' || codec === 'bzip2') && has('domu-trusts-size-trailer')
  );
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
  if (!has(UNPACKS[codec])) {
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
  const { fault, size, declaredSize } = payload;
  const declared = declaredSize ?? 0;
  const tooLarge = has('domu-limits-size') ? `${TOO_LARGE}\n${cannotDecompress(codec)}` : null;
  if (fault) {
    const message = describeFault(codec, fault, payload.offset);
    const xenSays = fault.kind === 'too-large' ? tooLarge : cannotDecompress(codec);
    return refuse(faultKind(fault), 'payload', message, xenSays);
  }
  if (fits(codec, declared, size ?? 0, has)) return null;
  return refuse('size-mismatch', 'payload', wrongSize(payload), sizeComplaint());

  function sizeComplaint(): string | null {
    if (declared <= MAX_SIZE) return cannotDecompress(codec);
    // What gzip calls insane is handed on as it is.
    return codec === 'gzip' ? NO_LOADER : tooLarge;
  }
}

/** `xc_dom_check_gzip` adds this to the declared size, in bytes. */
const GZIP_SLACK = 16;

function fitsGzip(declared: number, size: number): boolean {
  return declared <= MAX_SIZE && declared + GZIP_SLACK >= size;
}

/** Whether a release takes a payload whose declared size is not its real one. */
function fits(codec: Codec, declared: number, size: number, has: Has): boolean {
  if (declared === size) return true;
  if (codec === 'gzip') return fitsGzip(declared, size);
  if (stopsWhenFull(codec, has)) return declared < size;
  return codec !== 'lz4' && codec !== 'zstd' && !has('domu-trusts-size-trailer');
}
