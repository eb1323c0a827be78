import { type ByteSource, sliceSource } from '../../bytes/bytes.ts';
import type { Codec } from '../../codecs/codec.ts';
import type { Contents, Fault, Kernel } from '../../kernel/kernel.ts';

/** A read that GRUB ends with an error (`grub_errno`). */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  /** What GRUB prints of it. */
  readonly says: string;
  /** The damage in the stream, where that is the reason. */
  readonly damage: Damage | null;

  constructor(says: string, damage: Damage | null = null) {
    super(says);
    this.says = says;
    this.damage = damage;
  }
}

/** What a read gives; `null` where GRUB ends it with an error. */
export function unlessError<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

/** What is wrong with a stream, and where that shows. */
export interface Damage {
  readonly codec: Codec;
  readonly fault: Pick<Fault, 'kind' | 'offset' | 'detail'>;
}

/** A file as GRUB's code reads it, with what its filters undo (kern/file.c). */
export interface GrubFile {
  /** As GRUB takes it to be, in bytes: what is there may be less. */
  readonly size: number;
  /** What `%s` of a message shows: GRUB gives a payload no name. */
  readonly name: string;
  /** The filters that undo something, the outermost first. */
  readonly filters: readonly Codec[];
  /** Memory that the filters hold, in bytes: the dictionary of xz. */
  readonly buffers: number;
  /** Distinguishes it from other files of the same kernel. */
  readonly key: string;
  /**
   * How many bytes a read at `offset`, which is in the file, gives: fewer where it ends.
   *
   * @throws {ReadError}
   */
  readable(offset: number, length: number): number;
  /** The bytes themselves, without a look at whether GRUB gets at them. */
  readonly content: ByteSource;
  /** What was decompressed of it when the kernel was opened, by a codec; `null` where it was not. */
  opened(codec: Codec): Contents | null;
  /** The bytes as one source of known length, for the next filter; `null` where they are too many. */
  whole(): ByteSource | null;
}

/** The text that stands for the name of the kernel in GRUB's messages. */
export const KERNEL_NAME = '/vmlinuz';

/** What C prints for a name that is not there. */
export const NO_NAME = '(null)';

const SEEK_OUTSIDE = 'attempt to seek outside of the file';

export const prematureEnd = (name: string) => `premature end of file ${name}`;

/** `grub_file_seek`. @throws {ReadError} */
export function seek(file: GrubFile, offset: number): void {
  if (offset > file.size) throw new ReadError(SEEK_OUTSIDE);
}

/**
 * `grub_file_seek` and `grub_file_read`: as many bytes as there are, at most `length`.
 *
 * @throws {ReadError} if the offset is outside of the file, or a filter fails
 */
export function readable(file: GrubFile, offset: number, length: number): number {
  seek(file, offset);
  const wanted = Math.min(length, file.size - offset);
  return wanted <= 0 ? 0 : file.readable(offset, wanted);
}

/** The same with the bytes. */
export function readAt(file: GrubFile, offset: number, length: number): Uint8Array {
  const count = readable(file, offset, length);
  // A copy that starts its buffer, also where the source is a Buffer.
  return new Uint8Array(file.content.read(offset, count));
}

/** The file of a kernel, as it is on the disk. */
export function kernelFile({ file, wrapper }: Pick<Kernel, 'file' | 'wrapper'>): GrubFile {
  return {
    size: file.size,
    name: KERNEL_NAME,
    filters: [],
    buffers: 0,
    key: '',
    readable: (offset, length) => Math.max(0, Math.min(length, file.size - offset)),
    content: file,
    opened: (codec) => (wrapper?.codec === codec ? wrapper : null),
    whole: () => file,
  };
}

/**
 * `grub_file_offset_open` (io/offset.c): a part of a file, of a length that is not checked.
 *
 * @param opened as `GrubFile` has it
 */
export function partOf(
  file: GrubFile,
  start: number,
  size: number,
  opened: GrubFile['opened'],
): GrubFile {
  return {
    size,
    name: NO_NAME,
    filters: file.filters,
    buffers: file.buffers,
    key: `${file.key}[${start}+${size}]`,
    readable: (offset, length) => readable(file, start + offset, length),
    content: sliceSource(file.content, start, size),
    opened,
    whole() {
      const all = file.whole();
      return all && sliceSource(all, start, size);
    },
  };
}
