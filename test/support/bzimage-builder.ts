import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { xzStream } from '../codecs/xz-writer.ts';
import { concat } from './elf-builder.ts';

/** A Linux/x86 boot image around a payload; any field of its header may be wrong. */
export interface BzImageSpec {
  /** The compressed stream, and its size trailer if the format needs one. */
  readonly payload: Uint8Array;
  /** Default 2.15. */
  readonly protocol?: number;
  /** Default 2. */
  readonly setupSects?: number;
  /** Default: 16 bytes after the start of the protected-mode code. */
  readonly payloadOffset?: number;
  readonly payloadLength?: number;
  /** Put after the header, at 0x300, with its NUL; `null` for none. */
  readonly version?: string | null;
}

const DEFAULT_PAYLOAD_OFFSET = 16;
const VERSION_AT = 0x300;

export function buildBzImage(spec: BzImageSpec): Uint8Array {
  const { payload, protocol = 0x020f, setupSects = 2, version = '6.12.1-test (you@there)' } = spec;
  const codeOffset = (setupSects + 1) * 512;
  const setup = Buffer.alloc(codeOffset + DEFAULT_PAYLOAD_OFFSET);
  setup[0x1f1] = setupSects;
  setup.writeUInt16LE(0xaa55, 0x1fe);
  setup.write('HdrS', 0x202, 'latin1');
  setup.writeUInt16LE(protocol, 0x206);
  setup.writeUInt32LE(spec.payloadOffset ?? DEFAULT_PAYLOAD_OFFSET, 0x248);
  setup.writeUInt32LE(spec.payloadLength ?? payload.length, 0x24c);
  if (version !== null) {
    setup.writeUInt16LE(VERSION_AT - 0x200, 0x20e);
    setup.write(`${version}\0`, VERSION_AT, 'latin1');
  }
  return concat([setup, payload]);
}

/** A gzip payload as the kernel's build makes it: the format ends with the size by itself. */
export function gzipPayload(content: Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(content));
}

/** A stream and the four bytes of size that the kernel's build appends to it. */
export function withSizeTrailer(stream: Uint8Array, size: number): Uint8Array {
  const trailer = Buffer.alloc(4);
  trailer.writeUInt32LE(size);
  return concat([stream, trailer]);
}

/** LZ4's legacy frame without any compression: one block of literals. Less than 8 MiB. */
export function lz4Stream(content: Uint8Array): Uint8Array {
  const more = content.length - 15;
  const lengths = more < 0 ? [] : [...new Array(Math.floor(more / 255)).fill(255), more % 255];
  const token = Math.min(content.length, 15) << 4;
  const block = concat([Uint8Array.from([token, ...lengths]), content]);
  return concat([
    Uint8Array.from([0x02, 0x21, 0x4c, 0x18]),
    withSizeTrailer(new Uint8Array(0), block.length),
    block,
  ]);
}

/**
 * .xz without any compression and without a check: LZMA2 chunks that are stored as they are.
 *
 * @param dictionary {@link xzStream}
 */
export function xzStored(content: Uint8Array, dictionary?: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += 0x10000) {
    const part = content.subarray(at, at + 0x10000);
    const less = part.length - 1;
    chunks.push(Uint8Array.of(at === 0 ? 0x01 : 0x02, less >> 8, less & 0xff), part);
  }
  return xzStream(concat([...chunks, Uint8Array.of(0x00)]), content.length, undefined, dictionary);
}

const ZSTD_BLOCK = 128 * 1024;

/**
 * A zstd frame of blocks that store bytes as they are (RFC 8878, section 3.1.1.2), with a window of
 * 128 KiB and no checksum.
 */
export function zstdStored(content: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += ZSTD_BLOCK) {
    const block = content.subarray(at, at + ZSTD_BLOCK);
    const header = Buffer.alloc(3);
    const isLast = at + block.length === content.length;
    header.writeUIntLE((block.length << 3) | (isLast ? 1 : 0), 0, 3);
    blocks.push(header, block);
  }
  return concat([Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 7 << 3), ...blocks]);
}

const MEBIBYTE = 1 << 20;

/** gzip of `start` and then `mebibytes` of zeros, sound to its end, made without compressing them. */
export function gzipOfZeros(start: Uint8Array, mebibytes: number): Uint8Array {
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const zeros = new Uint8Array(MEBIBYTE);
  const block = new Uint8Array(deflateRawSync(zeros, flush));
  let crc = crc32(start);
  for (let i = 0; i < mebibytes; i++) crc = crc32(zeros, crc);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc, 0);
  trailer.writeUInt32LE((start.length + mebibytes * MEBIBYTE) % 2 ** 32, 4);
  return concat([
    Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3),
    deflateRawSync(start, flush),
    ...new Array<Uint8Array>(mebibytes).fill(block),
    deflateRawSync(new Uint8Array(0)),
    trailer,
  ]);
}
