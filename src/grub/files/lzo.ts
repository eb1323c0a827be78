import { crc32 } from 'node:zlib';
import type { ByteSource } from '../../bytes/bytes.ts';
import { viewOf } from '../../bytes/view.ts';
import { adler32 } from '../../codecs/adler32.ts';
import type { PayloadError } from '../../codecs/codec.ts';
import { CompressedInput } from '../../codecs/input.ts';
import { decodeLzo1x } from '../../codecs/lzo1x.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { type GrubFile, readAt } from './file.ts';
import { MOST_HELD, type Undone } from './undone.ts';

// The header of lzop, as io/lzopio.c reads it: offsets of its fields, in bytes.
const MAGIC = [0x89, 0x4c, 0x5a, 0x4f, 0x00, 0x0d, 0x0a, 0x1a, 0x0a];
const FIELD = { lib_version: 11, lib_version_ext: 13, flags: 17, name_len: 33 } as const;
const FIXED_HEADER = 34;
/** `LZOP_NEW_LIB`. */
const OLDEST_LIBRARY = 0x0940;
/** 2.10: no newer version exists. */
const NEWEST_LIBRARY = 0x20a0;
const F_ADLER32_D = 0x0001;
const F_ADLER32_C = 0x0002;
const F_CRC32_D = 0x0100;
const F_CRC32_C = 0x0200;
const F_H_CRC32 = 0x1000;

const CORRUPTED = 'lzop file corrupted';

/** A block larger than this is more than what a guest has to give for it. */
const MOST_BLOCK = 64 * 1024 * 1024;

/** A block has 12 bytes at least: a walk over more of them takes too long. */
const MOST_BLOCKS = 1 << 16;

type Sum = (bytes: Uint8Array) => number;

interface Header {
  /** Where the blocks start, in bytes. */
  readonly blocks: number;
  /** The checksum of the contents of a block, and of what is stored; `null` for none. */
  readonly ofContents: Sum | null;
  readonly ofStored: Sum | null;
}

/**
 * io/lzopio.c: a sound header, and blocks whose end mark is the last thing in the file. The size of the
 * contents is the sum of the blocks.
 */
export function openLzo(file: GrubFile, kernel: Kernel): Undone | null {
  const header = readHeader(file);
  if (header === null) return null;
  const size = sizeOfBlocks(file, header);
  const input = size === null ? null : file.whole();
  if (size === null || input === null) return null;
  const stream = { input, decompress: () => decompress(input, header) };
  const { content, fault } = kernel.later.open(`${file.key}:lzo`, stream);
  return {
    codec: 'lzo',
    size,
    content,
    reachable: content.size,
    beyond: fault && { says: CORRUPTED, fault },
    hold: () => kernel.later.hold(`${file.key}:lzo`, stream, MOST_HELD),
  };
}

function readHeader(file: GrubFile): Header | null {
  const fixed = readAt(file, 0, FIXED_HEADER);
  if (fixed.length < FIXED_HEADER || MAGIC.some((byte, i) => fixed[i] !== byte)) return null;
  const view = new DataView(fixed.buffer);
  if (view.getUint16(FIELD.lib_version) < OLDEST_LIBRARY) return null;
  if (view.getUint16(FIELD.lib_version_ext) > NEWEST_LIBRARY) return null;
  const flags = view.getUint32(FIELD.flags);
  const length = FIXED_HEADER + (fixed[FIELD.name_len] as number);
  const all = readAt(file, 0, length + 4);
  if (all.length < length + 4) return null;
  const sum = flags & F_H_CRC32 ? crc32 : adler32;
  const stored = new DataView(all.buffer).getUint32(length);
  if (sum(all.subarray(MAGIC.length, length)) !== stored) return null;
  return {
    blocks: length + 4,
    ofContents: sumBy(flags, F_CRC32_D, F_ADLER32_D),
    ofStored: sumBy(flags, F_CRC32_C, F_ADLER32_C),
  };
}

function sumBy(flags: number, crc: number, adler: number): Sum | null {
  if (flags & crc) return crc32;
  return flags & adler ? adler32 : null;
}

/** Sizes of what a block holds and of what is stored of it, in bytes. */
interface Block {
  readonly size: number;
  readonly stored: number;
  /** Of the fields before the data, in bytes. */
  readonly head: number;
}

function sizeOfBlocks(file: GrubFile, header: Header): number | null {
  let size = 0;
  let at = header.blocks;
  for (let i = 0; i < MOST_BLOCKS && at <= file.size; i++) {
    const block = readBlock(readAt(file, at, 8), header);
    if (block === 'end') return at + 4 === file.size ? size : null;
    if (block === null) return null;
    size += block.size;
    at += block.head + block.stored;
  }
  return null;
}

function readBlock(bytes: Uint8Array, { ofContents, ofStored }: Header): Block | 'end' | null {
  const view = viewOf(bytes);
  if (bytes.length < 4) return null;
  const size = view.getUint32(0);
  if (size === 0) return 'end';
  if (bytes.length < 8) return null;
  const stored = view.getUint32(4);
  if (stored > size) return null;
  const sums = (ofContents ? 4 : 0) + (ofStored && stored < size ? 4 : 0);
  return { size, stored, head: 8 + sums };
}

function* decompress(source: ByteSource, header: Header): Generator<Uint8Array, number> {
  const input = new CompressedInput(source, 'lzo');
  input.need(header.blocks);
  input.pos += header.blocks;
  for (;;) {
    input.need(4);
    input.ensure(8);
    const block = readBlock(
      input.bytes.subarray(input.pos, Math.min(input.pos + 8, input.end)),
      header,
    );
    if (block === 'end') return input.consumed + 4;
    if (block === null || block.size > MOST_BLOCK) throw wrong(input, 'a block is too large');
    input.need(block.head + block.stored);
    yield contentsOf(input, block, header);
  }
}

function contentsOf(input: CompressedInput, block: Block, header: Header): Uint8Array {
  const { ofContents, ofStored } = header;
  const { size, stored, head } = block;
  const view = new DataView(input.bytes.buffer, input.bytes.byteOffset + input.pos, head);
  const isPacked = stored < size;
  const sumOfContents = ofContents ? view.getUint32(8) : null;
  const sumOfStored = isPacked && ofStored ? view.getUint32(ofContents ? 12 : 8) : sumOfContents;
  input.pos += head;
  const data = input.bytes.slice(input.pos, input.pos + stored);
  if (ofStored && ofStored(data) !== sumOfStored)
    throw wrong(input, 'the checksum of a block does not match');
  if (!isPacked) {
    input.pos += stored;
    return data;
  }
  const contents = new Uint8Array(size);
  decodeLzo1x(input, stored, contents);
  if (ofContents && ofContents(contents) !== sumOfContents) {
    throw wrong(input, 'the checksum of a block does not match');
  }
  return contents;
}

function wrong(input: CompressedInput, detail: string): PayloadError {
  return input.error('corrupt', detail);
}
