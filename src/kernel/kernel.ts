import type { ByteSource } from '../bytes/bytes.ts';
import type { Marks } from '../bytes/marks.ts';
import type { Codec, PayloadFault, Remark } from '../codecs/codec.ts';

/**
 * A kernel, opened: facts about the file, no judgement. Whatever is wrong with it is a fact too,
 * because only a Xen release can say whether it matters.
 */
export interface Kernel {
  /** `null`: neither a bzImage nor an ELF file, nor a compression of one. */
  readonly format: 'bzimage' | 'elf' | null;
  /** The file as it is. */
  readonly file: ByteSource;
  /** The file as a whole, where it starts as a compressed stream and is no bzImage. */
  readonly wrapper: Payload | null;
  /** The file itself, or what gzip around it holds. */
  readonly bzimage: BzImage | null;
  /** Of the bzImage. */
  readonly payload: Payload | null;
  /** The ELF file inside, or the file itself; `null` where none was reached. */
  readonly elf: ByteSource | null;
  /** Where the patterns of `OpenOptions` are in that ELF file. */
  readonly marks: () => Marks;
  /**
   * Runs a pure function that reads what was unpacked. Of that, only the parts that kernels need
   * are held; when `run` reads beyond them the stream is decompressed again, those parts are kept,
   * and `run` is called again.
   *
   * @throws {UnreadableError} when `run` wants more of a payload than may be held.
   */
  examine<T>(run: () => T): Promise<T>;
}

/** The fields of the Linux/x86 boot protocol that matter here (Documentation/arch/x86/boot.rst). */
export interface BzImage {
  /** Size of the file (of the unpacked one, if there is a gzip around), in bytes. */
  readonly fileSize: number;
  /** `0x020f` is 2.15. */
  readonly protocol: number;
  /** As it stands: boot loaders read 0 as 4, Xen's loaders read it as 0 (measured). */
  readonly setupSects: number;
  /** Where the protected-mode code starts in the file, `(setup_sects + 1) * 512`, in bytes. */
  readonly codeOffset: number;
  /** `payload_offset`, relative to `codeOffset`, in bytes; 0 before protocol 2.08. */
  readonly payloadOffset: number;
  readonly payloadLength: number;
  /** The `kernel_version` string, `6.12.94+deb13-amd64 (…)`. */
  readonly kernelVersion: string | null;
}

/** A compressed stream: the payload of a bzImage that starts inside its file, or a whole file. */
export interface Payload extends Contents {
  /**
   * Where it starts in the file (in the unpacked one, if there is gzip around), in bytes. In a bzImage
   * that is a sum of 32 bits: whether a release makes such a one is its loader's business.
   */
  readonly offset: number;
  /** `payload_length`: the stream and its size trailer, in bytes. */
  readonly length: number;
  /** The file ends inside it: what follows is known of the part that is there. */
  readonly cut: boolean;
  /** Its first bytes, as many as there are up to 8. */
  readonly magic: Uint8Array;
  /** By magic; `'none'` for an ELF file that is not compressed, `null` for an unknown magic. */
  readonly codec: Codec | 'none' | null;
  /** The dictionary that an xz or lzma stream, or the window that a zstd frame asks for, in bytes. */
  readonly dictionary: number | null;
  /**
   * The last four bytes of the payload, little endian: what Xen takes for the decompressed size;
   * `null` where they lie beyond the file, or are not as many.
   */
  readonly declaredSize: number | null;
  /**
   * What the same stream holds for a decoder that is not given these four bytes; of zstd, for one that
   * takes what follows the first frame for more of them; of gzip the same, whose own end they are.
   */
  readonly withoutTrailer: Contents;
}

/** What a decoder makes of a compressed stream. */
export interface Contents {
  /** The real size in bytes; `null` where decompression failed. */
  readonly size: number | null;
  /** How many bytes of the payload the compressed stream took; `null` where it failed. */
  readonly consumed: number | null;
  readonly fault: Fault | null;
  /** What is peculiar about a stream without a fault: the first of each kind. */
  readonly remarks: readonly Remark[];
  /** What came out, where there is a fault before it; `null` where the codec is not known. */
  readonly content: ByteSource | null;
  /** Where the patterns of `OpenOptions` are in it. */
  readonly marks: () => Marks;
}

/** Why a compressed stream could not be undone. */
export interface Fault {
  readonly kind:
    | PayloadFault
    /** unpacks to more than Xen's toolstack (1 GiB) or this program (a file in gzip) takes */
    | 'too-large';
  /** In bytes, from the start of the compressed stream; 0 for `too-large`, which lies nowhere. */
  readonly offset: number;
  /** A clause: `block CRC does not match`. */
  readonly detail: string;
}
