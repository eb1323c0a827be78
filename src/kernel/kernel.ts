import type { ByteSource } from '../bytes/bytes.ts';
import type { Marks } from '../bytes/marks.ts';
import type { Codec, Decompress, FaultReason, PayloadFault, Remark } from '../codecs/codec.ts';

/**
 * A file, opened as a kernel, by its format: facts about the file, no verdict. Whatever is wrong with
 * it is a fact too, because only a Xen release can say whether it matters.
 */
export type Kernel = ElfKernel | BzImageKernel | NoKernel;

/** What is known of a file in any format. */
interface OpenedFile {
  /** The file as it is. */
  readonly file: ByteSource;
  /** The file as a whole, where it starts as a compressed stream and is no bzImage. */
  readonly wrapper: CompressedPayload | null;
  /** The ELF file that the kernel consists of; `null` where none was reached. */
  readonly elf: ByteSource | null;
  /** Where the patterns of `OpenOptions` are in that ELF file. */
  readonly marks: () => Marks;
  /**
   * Runs a pure function that reads decompressed data. Of that, only the parts that kernels need
   * are held; when `run` reads beyond them the stream is decompressed again, those parts are kept,
   * and `run` is called again.
   *
   * @throws {UnreadableError} when `run` wants more of a payload than may be held.
   */
  examine<T>(run: () => T): Promise<T>;
  /** Streams that only some loader finds in the file. */
  readonly later: LaterStreams;
}

/**
 * Decompresses streams that only some loader finds: bytes after another filter, or a payload where no
 * other loader looks. Call both inside `examine`, which runs the function again once the stream is there.
 */
export interface LaterStreams {
  /** @param key names the stream: the same bytes, undone in the same way, have the same one */
  open(key: string, stream: LaterStream): Contents;
  /** The same, all of it in memory, to be read anywhere; `null` where it has more than `limit` bytes. */
  hold(key: string, stream: LaterStream, limit: number): ByteSource | null;
}

export interface LaterStream {
  readonly input: ByteSource;
  readonly decompress: Decompress;
}

/** An ELF file, as it is or compressed as a whole. */
export interface ElfKernel extends OpenedFile {
  readonly format: 'elf';
  readonly elf: ByteSource;
}

/** A bzImage, as it is or in gzip. It may be an ELF file as well, with a stray `HdrS`. */
export interface BzImageKernel extends OpenedFile {
  readonly format: 'bzimage';
  readonly header: BzImageHeader;
  /** `null` where the header names none, or one that starts outside the file. */
  readonly payload: Payload | null;
}

/** Neither a bzImage nor an ELF file, nor a compression of one. */
export interface NoKernel extends OpenedFile {
  readonly format: null;
  readonly elf: null;
}

/** The fields of the Linux/x86 boot protocol that matter here (Documentation/arch/x86/boot.rst). */
export interface BzImageHeader {
  /** Size of the bzImage (of the decompressed one, if there is gzip around it), in bytes. */
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

/** The payload of a bzImage that starts inside its file, by its first bytes. */
export type Payload = CompressedPayload | PlainPayload | UnknownPayload;

interface PayloadPlace {
  /**
   * Where it starts in the file (in the decompressed one, if there is gzip around), in bytes. In a
   * bzImage that is a sum of 32 bits: whether a release makes such a one is its loader's business.
   */
  readonly offset: number;
  /** `payload_length`: the stream and its size trailer, in bytes. */
  readonly length: number;
  /** The file ends inside it: what follows is known of the part that is there. */
  readonly cut: boolean;
  /** Its first bytes, as many as there are up to 8. */
  readonly magic: Uint8Array;
  /**
   * The last four bytes of the payload, little endian, which Xen takes for the decompressed size.
   * `null` if they are outside the file, or the payload is shorter.
   */
  readonly declaredSize: number | null;
}

/** A compressed stream: the payload of a bzImage, or a whole file. */
export interface CompressedPayload extends PayloadPlace, Contents {
  readonly codec: Codec;
  /** The dictionary that an xz or lzma stream, or the window that a zstd frame asks for, in bytes. */
  readonly dictionary: number | null;
  /**
   * The contents for a decoder that does not get the four bytes of the size. For zstd, the contents
   * for a decoder that reads the bytes after the first frame as more frames. For gzip the same as
   * `contents`, because the size is part of its stream.
   */
  readonly withoutTrailer: Contents;
}

/** An ELF file that is not compressed. */
export interface PlainPayload extends PayloadPlace {
  readonly codec: 'none';
  readonly content: ByteSource;
  /** Where the patterns of `OpenOptions` are in it. */
  readonly marks: () => Marks;
}

/** Its first bytes are those of no codec, and of no ELF file. */
export interface UnknownPayload extends PayloadPlace {
  readonly codec: null;
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
  /** What came out, where there is a fault before it. */
  readonly content: ByteSource;
  /** Where the patterns of `OpenOptions` are in it. */
  readonly marks: () => Marks;
}

/** Why a compressed stream could not be undone. */
export interface Fault {
  readonly kind:
    | PayloadFault
    /** decompresses to more than Xen's toolstack (1 GiB) or this program (a file in gzip) takes */
    | 'too-large';
  /** In bytes, from the start of the compressed stream; 0 for `too-large`, which has no place. */
  readonly offset: number;
  /** A clause: `block CRC does not match`. */
  readonly detail: string;
  readonly reason: FaultReason | null;
}
