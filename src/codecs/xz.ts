import type { ByteSource } from '../bytes/bytes.ts';
import { X86Filter } from './bcj-x86.ts';
import { type DecompressOptions, PayloadError } from './codec.ts';
import { Dictionary } from './dictionary.ts';
import { CompressedInput } from './input.ts';
import { decodeLzma2 } from './lzma2.ts';
import { type RunningCheck, XZ_CHECKS, type XzCheck } from './xz-check.ts';
import type { HeaderFault } from './xz-filters.ts';
import {
  type BlockHeader,
  blockHeaderBytes,
  footerFault,
  readBlockHeader,
  readStreamHeader,
  STREAM_FOOTER_BYTES,
  STREAM_HEADER_BYTES,
} from './xz-header.ts';
import { BlockSizes, readIndex } from './xz-index.ts';

export { xzDictionary } from './xz-header.ts';

/**
 * Decompresses one .xz stream (The .xz File Format, version 1.2.0): header, blocks, index, footer.
 * Headers, index, footer and the check of every block are verified. Blocks may use LZMA2, with or
 * without the x86 filter before it; a stream with another filter or check is `unsupported`.
 *
 * A `Decompress`.
 */
export function* decompressXz(
  source: ByteSource,
  { maxDictionary, remark }: DecompressOptions,
): Generator<Uint8Array, number> {
  const input = new CompressedInput(source, 'xz');
  const { checkId } = sound(input, readStreamHeader(take(input, STREAM_HEADER_BYTES)));
  const check = XZ_CHECKS.get(checkId);
  if (check === undefined) throw input.error('unsupported', `check with the ID ${checkId}`);

  const dictionary = new Dictionary();
  const blocks = new BlockSizes();
  for (;;) {
    input.need(1);
    const first = input.bytes[input.pos] as number;
    if (first === 0) break; // the index
    const headerBytes = blockHeaderBytes(first);
    const header = sound(input, readBlockHeader(take(input, headerBytes)));
    if (header.dictionary > maxDictionary) {
      const detail = `asks for a dictionary of ${header.dictionary} bytes`;
      throw input.error('dictionary-too-large', detail);
    }
    if (header.x86Start !== null && header.hasFilterStart) {
      const detail = `the x86 filter starts from ${header.x86Start}`;
      remark?.({ kind: 'filter-start', offset: input.consumed, detail });
    }
    const sizes = yield* block(input, header, check, dictionary);
    blocks.add(headerBytes + sizes.compressed + check.size, sizes.uncompressed);
  }

  const indexBytes = readIndex(input, blocks);
  const fault = footerFault(take(input, STREAM_FOOTER_BYTES), checkId, indexBytes);
  if (fault !== null) throw input.error(fault.fault, fault.detail);
  return input.consumed;
}

interface BlockBytes {
  readonly compressed: number;
  readonly uncompressed: number;
}

/** Decodes what follows a block header (section 3): data, padding to four bytes, check. */
function* block(
  input: CompressedInput,
  header: BlockHeader,
  check: XzCheck,
  dictionary: Dictionary,
): Generator<Uint8Array, BlockBytes> {
  const start = input.consumed;
  const running = check.start();
  let uncompressed = 0;
  for (const chunk of contents(input, header, dictionary)) {
    if (chunk.length === 0) continue;
    running.update(chunk);
    uncompressed += chunk.length;
    yield chunk;
  }
  const compressed = input.consumed - start;
  if (
    compressed !== (header.compressedSize ?? compressed) ||
    uncompressed !== (header.uncompressedSize ?? uncompressed)
  ) {
    throw input.error('corrupt', 'a block has not the size that its header says');
  }
  while ((input.consumed - start) % 4 !== 0) {
    if (take(input, 1)[0] !== 0) throw input.error('corrupt', 'the padding of a block is not zero');
  }
  verify(input, check, running);
  return { compressed, uncompressed };
}

/** The contents of a block, through its filters. */
function* contents(
  input: CompressedInput,
  header: BlockHeader,
  dictionary: Dictionary,
): Generator<Uint8Array, void> {
  const encoded = decodeLzma2(input, dictionary, header.dictionary);
  if (header.x86Start === null) {
    yield* encoded;
    return;
  }
  const filter = new X86Filter(header.x86Start);
  let ready: Uint8Array = filter.finish();
  try {
    for (const chunk of encoded) {
      yield ready;
      ready = filter.update(chunk);
    }
  } catch (error) {
    yield isTruncated(error) ? ready : withoutReadAhead(ready, filter.finish().length);
    throw error;
  }
  yield ready;
  yield filter.finish();
}

/**
 * The x86 filter holds back one or more bytes. Before liblzma returns them, it fills a buffer of
 * ten bytes with the data after them. So it reports damage in that data first, but not the end of
 * the input.
 */
const READ_AHEAD = 9;

function withoutReadAhead(ready: Uint8Array, waiting: number): Uint8Array {
  return ready.subarray(0, Math.max(0, ready.length + waiting - READ_AHEAD));
}

function isTruncated(error: unknown): boolean {
  return error instanceof PayloadError && error.fault === 'truncated';
}

function verify(input: CompressedInput, check: XzCheck, running: RunningCheck): void {
  const field = take(input, check.size);
  const sum = running.digest();
  if (field.some((byte, i) => byte !== sum[i])) {
    throw input.error('corrupt', 'the check of a block does not match its contents');
  }
}

/** The next `count` bytes, which must be there. */
function take(input: CompressedInput, count: number): Uint8Array {
  input.need(count);
  const bytes = input.bytes.subarray(input.pos, input.pos + count);
  input.pos += count;
  return bytes;
}

/** What was read, unless it is a fault. */
function sound<T extends object>(input: CompressedInput, read: T | HeaderFault): T {
  if ('fault' in read) throw input.error(read.fault, read.detail);
  return read;
}
