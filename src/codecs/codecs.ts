import { decompressBzip2 } from './bzip2.ts';
import type { Codec, Decompress } from './codec.ts';
import { decompressGzip } from './gzip.ts';
import { decompressLz4 } from './lz4.ts';
import { decompressLzma, lzmaDictionary } from './lzma.ts';
import { decompressLzo } from './lzo.ts';
import { decompressXz, xzDictionary } from './xz.ts';
import { decompressZstd, decompressZstdFrames } from './zstd.ts';
import { zstdWindow } from './zstd-frame.ts';

/** What is particular to a compression, beside its algorithm. */
export interface CodecTraits {
  /** The first bytes of a stream, as far as both Xen's loaders and the kernel's builds fix them. */
  readonly magic: readonly number[];
  readonly decompress: Decompress;
  /** Reads from the start of a stream how large a dictionary or window it asks for, in bytes. */
  readonly dictionary?: (head: Uint8Array) => number | null;
  /** The format has no end mark: the size that the kernel's build appends is cut off before. */
  readonly endsAtSizeTrailer?: true;
  /** The last field of the stream is the size (gzip): the stream is not read without it. */
  readonly endsWithSize?: true;
  /** The same for all that is there, where some readers take what follows a stream for another one. */
  readonly decompressToEnd?: Decompress;
}

export const CODECS = {
  gzip: { magic: [0x1f, 0x8b], decompress: decompressGzip, endsWithSize: true },
  bzip2: { magic: [0x42, 0x5a, 0x68], decompress: decompressBzip2 },
  lzma: { magic: [0x5d, 0x00], decompress: decompressLzma, dictionary: lzmaDictionary },
  xz: {
    magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
    decompress: decompressXz,
    dictionary: xzDictionary,
  },
  lzo: { magic: [0x89, 0x4c, 0x5a, 0x4f], decompress: decompressLzo },
  lz4: { magic: [0x02, 0x21], decompress: decompressLz4, endsAtSizeTrailer: true },
  zstd: {
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    decompress: decompressZstd,
    decompressToEnd: decompressZstdFrames,
    dictionary: zstdWindow,
  },
} as const satisfies Record<Codec, CodecTraits>;

/** What gzip 0.5 wrote. Xen's hypervisor takes it to this day, its toolstack does not. */
const OLD_GZIP_MAGIC = [0x1f, 0x9e];

/** Names the compression of a stream by its first bytes, of which 8 are enough. */
export function codecOf(magic: Uint8Array): Codec | null {
  if (isOldGzip(magic)) return 'gzip';
  const codecs = Object.keys(CODECS) as Codec[];
  return codecs.find((codec) => startsWith(magic, CODECS[codec].magic)) ?? null;
}

/** Whether a gzip stream has the first bytes of before 1993, which zlib does not know. */
export function isOldGzip(magic: Uint8Array): boolean {
  return startsWith(magic, OLD_GZIP_MAGIC);
}

function startsWith(magic: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => magic[i] === byte);
}
