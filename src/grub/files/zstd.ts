import { bytesSource } from '../../bytes/bytes.ts';
import { PayloadError } from '../../codecs/codec.ts';
import { decompressZstd } from '../../codecs/zstd.ts';
import { measureZstdFrame } from '../../codecs/zstd-frame.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { stop } from '../stop.ts';
import { type GrubFile, readAt } from './file.ts';
import { MOST_HELD, type Undone } from './undone.ts';

const CORRUPTED = 'zstd file corrupted or unsupported block options';

/** `STREAM_HEADER_SIZE` of io/zstdio.c, in bytes. */
const HEADER = 16;

const MAX_WINDOW = 128 * 1024 * 1024;

/** `ZSTD_DStreamOutSize`: what one step of the decoder may put out, in bytes. */
const OUTPUT = 128 * 1024;

/**
 * The buffer for it is too short by as much as the state before it is larger than a pointer: by 80 bytes
 * on x86_64, by 44 on i386. A step that puts out more overwrites the file structure behind it.
 */
const OVERFLOW = 80;

/** The most that one step may put out. */
const LARGEST_STEP = OUTPUT - OVERFLOW;

/** io/zstdio.c: the first 16 bytes are no error to the decoder; the size is not known. */
export function openZstd(file: GrubFile, kernel: Kernel): Undone | null {
  const header = readAt(file, 0, HEADER);
  if (header.length < HEADER || !startsFrame(header)) return null;
  const input = file.whole();
  if (input === null) return null;
  const stream = { input, decompress: decompressZstd };
  const contents = file.opened('zstd') ?? kernel.later.open(`${file.key}:zstd`, stream);
  const { content, fault } = contents;
  return {
    codec: 'zstd',
    size: Number.POSITIVE_INFINITY,
    content,
    reachable: content.size,
    beyond: fault && { says: CORRUPTED, fault },
    beforeRead: watchSteps(content.size),
    hold: () => kernel.later.hold(`${file.key}:zstd`, stream, MOST_HELD),
  };
}

/**
 * A read decodes from where the last one ended, or from the start: as much at once as the buffer takes.
 *
 * @param size of the contents, in bytes
 */
function watchSteps(size: number): (offset: number, length: number) => void {
  let current = 0;
  return (offset, length) => {
    const from = offset < current ? 0 : current;
    const end = Math.min(offset + length, size);
    if (end - from > LARGEST_STEP) throw overflow(end - from);
    current = end;
  };
}

/**
 * Segments of contents that fill the buffer were never seen to load (recorded), even where each read of
 * them is short.
 *
 * @throws {Stop}
 */
export function checkSegmentsOf({ filters, content }: GrubFile): void {
  if (filters.at(-1) === 'zstd' && content.size > LARGEST_STEP) throw overflow(content.size);
}

function overflow(step: number) {
  return stop('payload', 'grub-crashes-on-zstd', { step, limit: LARGEST_STEP }, null);
}

function startsFrame(header: Uint8Array): boolean {
  try {
    measureZstdFrame(bytesSource(header), MAX_WINDOW);
    return true;
  } catch (error) {
    return error instanceof PayloadError && error.fault === 'truncated';
  }
}
