import { decompressXz, xzDictionary } from '../../codecs/xz.ts';
import {
  readStreamHeader,
  STREAM_FOOTER_BYTES,
  STREAM_HEADER_BYTES,
} from '../../codecs/xz-header.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { type GrubFile, readAt } from './file.ts';
import { MOST_HELD, type Undone } from './undone.ts';

/** The headers of the stream and of its first block are in these bytes. */
const HEAD = 2048;

const CORRUPTED = 'xz file corrupted or unsupported block options';

/** The checks that GRUB's decoder has a size for: none, CRC32, CRC64, SHA-256. */
const CHECKS = [0, 1, 4, 10];

/** "YZ" */
const FOOTER_MAGIC = [0x59, 0x5a];

/** `VLI_MAX_DIGITS` of io/xzio.c. */
const MOST_DIGITS = 9;

/** More records than a stream of 1 GiB has: a walk over an index reads no further. */
const MOST_RECORDS = 1 << 16;

/**
 * io/xzio.c: the file starts with the header of a stream and ends with a footer, and the index before
 * the footer has the size of the contents.
 */
export function openXz(file: GrubFile, kernel: Kernel): Undone | null {
  const header = readAt(file, 0, STREAM_HEADER_BYTES);
  if (header.length < STREAM_HEADER_BYTES) return null;
  const read = readStreamHeader(header);
  if ('fault' in read || !CHECKS.includes(read.checkId)) return null;
  const size = sizeInIndex(file);
  if (size === null) return null;
  const input = file.whole();
  if (input === null) return null;
  const stream = { input, decompress: decompressXz };
  const contents = file.opened('xz') ?? kernel.later.open(`${file.key}:xz`, stream);
  const { content, fault, remarks } = contents;
  // The decoder takes no start of the x86 filter, not even 0.
  const filterStart = remarks.find(({ kind }) => kind === 'filter-start') ?? null;
  const wrong = filterStart
    ? {
        kind: 'unsupported' as const,
        offset: filterStart.offset,
        detail: filterStart.detail,
        reason: null,
      }
    : fault;
  return {
    codec: 'xz',
    size,
    content,
    reachable: filterStart ? 0 : content.size,
    buffer: xzDictionary(readAt(file, 0, HEAD)) ?? 0,
    beyond: wrong && { says: CORRUPTED, fault: wrong },
    hold: () => kernel.later.hold(`${file.key}:xz`, stream, MOST_HELD),
  };
}

/** The size of all blocks by the index that the footer points at, in bytes; `null` where it is none. */
function sizeInIndex(file: GrubFile): number | null {
  if (file.size < STREAM_FOOTER_BYTES) return null;
  const footer = readAt(file, file.size - STREAM_FOOTER_BYTES, STREAM_FOOTER_BYTES);
  if (footer.length < STREAM_FOOTER_BYTES) return null;
  if (FOOTER_MAGIC.some((byte, i) => footer[10 + i] !== byte)) return null;
  const backward = (((new DataView(footer.buffer).getUint32(4, true) + 1) >>> 0) * 4) % 2 ** 32;
  const start = file.size - STREAM_FOOTER_BYTES - backward;
  // A place outside of the file is not looked at: the walk goes on behind what was read last.
  const index = { file, at: start < 0 ? file.size - 4 : start };
  if (readAt(file, index.at, 1).length < 1) return null;
  index.at++;
  const records = readInteger(index);
  if (records === null) return null;
  let size = 0;
  for (let i = 0; i < records; i++) {
    const unpadded = readInteger(index);
    const uncompressed = readInteger(index);
    if (i >= MOST_RECORDS || unpadded === null || uncompressed === null) return null;
    size += uncompressed;
  }
  return size;
}

/** A number of section 1.2, of up to nine digits; `null` where it is none. */
function readInteger(index: { readonly file: GrubFile; at: number }): number | null {
  if (index.at > index.file.size) return null;
  const bytes = readAt(index.file, index.at, MOST_DIGITS);
  let value = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (i > 0 && byte === 0) return null;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) {
      index.at += i + 1;
      return value;
    }
  }
  return null;
}
