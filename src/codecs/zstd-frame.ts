import type { ByteSource } from '../bytes/bytes.ts';
import { CompressedInput } from './input.ts';

// RFC 8878, section 3.1.1. Field names are the specification's.
const MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
const SKIPPABLE_MASK = 0xfffffff0;

/** Width of Frame_Content_Size by Frame_Content_Size_flag, in bytes (section 3.1.1.1.1.1). */
const CONTENT_SIZE_BYTES = [0, 2, 4, 8] as const;
/** Width of Dictionary_ID by Dictionary_ID_flag, in bytes (section 3.1.1.1.1.6). */
const DICTIONARY_ID_BYTES = [0, 1, 2, 4] as const;
const MAX_HEADER = 18;
/** Magic_Number and Frame_Size of a skippable frame, in bytes (section 3.1.2). */
const SKIPPABLE_HEADER = 8;
const MAX_BLOCK = 128 * 1024;

const RLE_BLOCK = 1;
const RESERVED_BLOCK = 3;

interface FrameHeader {
  /** In bytes, with the magic. */
  readonly length: number;
  /** How many bytes of its output the decoder has to keep. */
  readonly window: number;
  /** Of the output, in bytes; `null` where the frame does not say. */
  readonly contentSize: number | null;
  readonly dictionaryId: number;
  readonly reservedBit: boolean;
  readonly checksum: boolean;
}

/** What a decoder has to know of a frame beforehand. */
export interface ZstdFrame {
  /** Of the whole frame, from the magic to the checksum, in bytes. */
  readonly length: number;
  /** Of the output, in bytes; `null` where the frame does not say. */
  readonly contentSize: number | null;
}

/**
 * The window that a frame asks for, in bytes, from the first bytes of the frame (18 are enough);
 * `null` where they are no whole frame header.
 */
export function zstdWindow(head: Uint8Array): number | null {
  return readFrameHeader(head)?.window ?? null;
}

/**
 * Walks the block headers of the frame that `source` starts with, without decoding it: to know where
 * it ends, and that it is whole.
 *
 * @param maxWindow in bytes
 * @throws {PayloadError} on a frame that is cut off, malformed, or wants more than `maxWindow`.
 */
export function measureZstdFrame(source: ByteSource, maxWindow: number): ZstdFrame {
  const input = new CompressedInput(source, 'zstd');
  input.ensure(MAX_HEADER);
  const magic = input.bytes.length < 4 ? null : readU32(input.bytes, 0);
  if (magic !== null && isSkippable(magic)) {
    throw input.error('unsupported', 'a skippable frame is no payload');
  }
  if (magic !== null && magic !== MAGIC) throw input.error('corrupt', 'this is no zstd frame');
  const header = readFrameHeader(input.bytes);
  if (header === null) throw input.error('truncated', 'the stream ends inside the frame header');
  if (header.reservedBit) throw input.error('unsupported', 'a reserved bit is set');
  if (header.dictionaryId !== 0) {
    throw input.error('unsupported', `needs the dictionary ${header.dictionaryId}`);
  }
  if (header.window > maxWindow) {
    throw input.error('dictionary-too-large', `asks for a window of ${header.window} bytes`);
  }
  input.pos = header.length;

  const maxBlock = Math.min(header.window, MAX_BLOCK);
  for (let last = false; !last; ) {
    input.need(3);
    const block = readUint(input.bytes, input.pos, 3);
    last = (block & 1) === 1;
    const type = (block >>> 1) & 3;
    const size = block >>> 3;
    if (type === RESERVED_BLOCK) throw input.error('corrupt', 'a block of the reserved type');
    if (size > maxBlock) throw input.error('corrupt', 'a block is larger than the window');
    input.pos += 3;
    const stored = type === RLE_BLOCK ? 1 : size;
    input.need(stored);
    input.pos += stored;
  }
  if (header.checksum) {
    input.need(4);
    input.pos += 4;
  }
  return { length: input.consumed, contentSize: header.contentSize };
}

/**
 * The length of the skippable frame that `source` starts with, in bytes; `null` where it starts with
 * something else, or with a frame that is cut off.
 */
export function skippableFrame(source: ByteSource): number | null {
  const head = source.read(0, SKIPPABLE_HEADER);
  if (head.length < SKIPPABLE_HEADER || !isSkippable(readU32(head, 0))) return null;
  const length = SKIPPABLE_HEADER + readU32(head, 4);
  return length <= source.size ? length : null;
}

function isSkippable(magic: number): boolean {
  return (magic & SKIPPABLE_MASK) >>> 0 === SKIPPABLE_MAGIC;
}

/** Section 3.1.1.1; `null` where `head` is no frame header, or not all of one. */
function readFrameHeader(head: Uint8Array): FrameHeader | null {
  if (head.length < 5 || readU32(head, 0) !== MAGIC) return null;
  const descriptor = head[4] as number;
  const singleSegment = (descriptor & 0x20) !== 0;
  const idBytes = DICTIONARY_ID_BYTES[descriptor & 3] as number;
  const sizeFlag = descriptor >>> 6;
  const sizeBytes = singleSegment && sizeFlag === 0 ? 1 : (CONTENT_SIZE_BYTES[sizeFlag] as number);
  const idAt = 5 + (singleSegment ? 0 : 1);
  const sizeAt = idAt + idBytes;
  const length = sizeAt + sizeBytes;
  if (head.length < length) return null;

  // Two bytes count from 256, because one byte reaches that far (section 3.1.1.1.4).
  const storedSize = readUint(head, sizeAt, sizeBytes) + (sizeBytes === 2 ? 256 : 0);
  return {
    length,
    window: singleSegment ? storedSize : windowSize(head[5] as number),
    contentSize: sizeBytes === 0 ? null : storedSize,
    dictionaryId: readUint(head, idAt, idBytes),
    reservedBit: (descriptor & 0x08) !== 0,
    checksum: (descriptor & 0x04) !== 0,
  };
}

/** Window_Size from Window_Descriptor, in bytes (section 3.1.1.1.2). */
function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >>> 3));
  return base + (base / 8) * (descriptor & 7);
}

/** Little endian. Above 2^53 inexact, which no window or size that is let through reaches. */
function readUint(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = count - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] as number);
  return value;
}

function readU32(bytes: Uint8Array, at: number): number {
  return readUint(bytes, at, 4);
}
