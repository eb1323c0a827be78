import type { ByteSource } from '../bytes/bytes.ts';

/** The compressions that Linux offers for a bzImage payload (CONFIG_KERNEL_*). */
export const CODEC_NAMES = ['gzip', 'bzip2', 'lzma', 'xz', 'lzo', 'lz4', 'zstd'] as const;

export type Codec = (typeof CODEC_NAMES)[number];

export interface DecompressOptions {
  /** The largest dictionary (window) that may be allocated, in bytes. */
  readonly maxDictionary: number;
  /** Is given what is peculiar about a stream that can be decoded. */
  readonly remark?: (remark: Remark) => void;
}

/**
 * What some readers of a stream refuse and others take, or do not look at. The contents come out
 * all the same.
 */
export interface Remark {
  readonly kind: RemarkKind;
  /** Offset in the compressed stream, in bytes, shortly after which it shows. */
  readonly offset: number;
  /** A clause: `the Adler-32 of a block does not match`. */
  readonly detail: string;
}

export type RemarkKind =
  /** a checksum contradicts what it stands for (lzo: no Xen reads them) */
  | 'wrong-checksum'
  /** a block holds its contents as they are (lzo) */
  | 'stored-block'
  /** a block has more than 256 KiB of contents (lzo) */
  | 'large-block'
  /** a block before the last has less than 8 MiB of contents (lz4) */
  | 'short-block'
  /** a match stands nearer to the end of a block than the format allows (lz4) */
  | 'late-match'
  /** the last match of a block begins in its last 15 bytes and ends in its last 7, as it may (lz4) */
  | 'match-near-end'
  /** a match has the distance 0: what it copies is whatever was in memory (lz4) */
  | 'self-match'
  /** a match refers to bytes outside the declared dictionary (lzma) */
  | 'far-match'
  /** the end marker comes before the size that the header says (lzma) */
  | 'early-end'
  /** the x86 filter starts from another address than 0 (xz) */
  | 'filter-start';

/** Linux ≥ 6.12 asks xz for 128 MiB, `zstd -22 --ultra` for as much: the most a kernel is built with. */
export const DEFAULT_MAX_DICTIONARY = 128 * 1024 * 1024;

/**
 * A decompressor: reads one compressed stream from the start of `input` and yields its contents in
 * chunks of about 1 MiB. A chunk is valid until the next one is asked for (it may be a view of the
 * decoder's window); a caller that keeps it must copy it.
 *
 * Returns how many bytes of `input` the stream has. The caller handles the bytes after it: a
 * bzImage has four, a package may have padding. Every checksum that the format has is verified.
 * Memory is bounded by the format's window or block, never by the size of input or output.
 *
 * @throws {PayloadError} if the stream is incomplete or damaged. xz, lzma and bzip2 yield all
 *   contents before the fault, because Xen's toolstack needs only the declared size.
 */
export type Decompress = (
  input: ByteSource,
  options: DecompressOptions,
) => Generator<Uint8Array, number> | AsyncGenerator<Uint8Array, number>;

/** What is wrong with a compressed stream. */
export type PayloadFault =
  /** the input ends inside the stream */
  | 'truncated'
  /** the bytes contradict the format or its checksum */
  | 'corrupt'
  /** well formed, but with a feature that no kernel build uses (a filter, a method) */
  | 'unsupported'
  /** asks for a larger dictionary than `maxDictionary` */
  | 'dictionary-too-large';

/** What exactly is wrong, where a decoder of Xen has words of its own for it. */
export type FaultReason = 'wrong-crc' | 'wrong-size' | 'no-header' | 'large-block' | 'bad-length';

/** A compressed stream that cannot be decoded, and where that showed. */
export class PayloadError extends Error {
  override readonly name = 'PayloadError';
  readonly codec: Codec;
  readonly fault: PayloadFault;
  /** Offset in the compressed stream, in bytes, at or shortly before the fault. */
  readonly offset: number;

  readonly reason: FaultReason | null;

  /** @param detail what contradicts the format, as a clause: `block CRC does not match` */
  constructor(
    codec: Codec,
    fault: PayloadFault,
    offset: number,
    detail: string,
    reason: FaultReason | null = null,
  ) {
    super(detail);
    this.codec = codec;
    this.fault = fault;
    this.offset = offset;
    this.reason = reason;
  }
}
