import type { ByteSource } from '../../bytes/bytes.ts';
import type { Codec } from '../../codecs/codec.ts';
import type { Fault } from '../../kernel/kernel.ts';
import { type GrubFile, ReadError } from './file.ts';

/** The most that a filter puts out under another filter, or around a bzImage, in bytes. */
export const MOST_HELD = 256 * 1024 * 1024;

/** What a filter makes of a file. */
export interface Undone {
  readonly codec: Codec;
  /** What the filter takes for its size, in bytes. */
  readonly size: number;
  readonly content: ByteSource;
  /** Up to here reads succeed, in bytes of the contents. */
  readonly reachable: number;
  /** What a read beyond gives: an error, or fewer bytes than it asks for. */
  readonly beyond: { readonly says: string; readonly fault: Fault | null } | null;
  /** Memory that the filter holds, in bytes. */
  readonly buffer?: number;
  /** Called with each read before it; throws where it ends the guest. */
  readonly beforeRead?: (offset: number, length: number) => void;
  /** The contents in memory, for another filter or a bzImage. */
  readonly hold: () => ByteSource | null;
}

/** The file that a filter puts in the place of another one. */
export function undoneFile(file: GrubFile, undone: Undone): GrubFile {
  const { codec, size, content, reachable, beyond, beforeRead, buffer = 0, hold } = undone;
  return {
    size,
    name: file.name,
    filters: [...file.filters, codec],
    buffers: file.buffers + buffer,
    key: `${file.key}:${codec}`,
    readable(offset, length) {
      beforeRead?.(offset, length);
      if (offset + length <= reachable) return length;
      if (beyond === null) return Math.max(0, reachable - offset);
      throw new ReadError(beyond.says, beyond.fault && { codec, fault: beyond.fault });
    },
    content,
    opened: () => null,
    whole: hold,
  };
}
