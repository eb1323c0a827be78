import { ZSTDDecoder } from 'zstddec/stream';
import type { ByteSource } from '../bytes/bytes.ts';
import { PayloadError } from './codec.ts';

/** Bytes handed to the engine, and taken from it, at a time. */
const CHUNK = 1 << 20;

/** The part of libzstd's interface (zstd.h) that the module exports; pointers are numbers. */
interface Libzstd {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(size: number): number;
  ZSTD_createDCtx(): number;
  /** How many bytes more it would like to have, 0 at the end of a frame, or an error. */
  ZSTD_decompressStream(dctx: number, output: number, input: number): number;
}

/** As much of the WebAssembly interface as is used: the types of Node 20 do not have it. */
declare const WebAssembly: {
  instantiate(module: object, imports: object): Promise<{ exports: Libzstd }>;
};

/** Size of `ZSTD_inBuffer` and `ZSTD_outBuffer`: `{ void *ptr; size_t size; size_t pos; }`. */
const BUFFER_STRUCT = 12;

/** `ZSTD_isError`: an error is a `size_t` below zero by its number, of which there are under 120. */
const MAX_ERROR = 120;
/** ZSTD_ErrorCode (zstd_errors.h): those with more information than that the frame is bad. */
const CHECKSUM_WRONG = 22;
const MEMORY_ALLOCATION = 64;

/**
 * The contents of one whole zstd frame, by libzstd as WebAssembly. The package zstddec contains the
 * module, but its own loop ignores errors and then runs for ever, so this code calls libzstd
 * directly. Each run has its own instance, so that its memory is freed with it, even if the
 * consumer stops early.
 *
 * @throws {PayloadError} of the fault `corrupt`, or `truncated` where `frame` is no whole frame.
 */
export async function* decodeZstdFrame(frame: ByteSource): AsyncGenerator<Uint8Array> {
  const { exports: zstd } = await WebAssembly.instantiate(await libzstd(), {
    env: { emscripten_notify_memory_growth: () => {} },
  });
  const dctx = zstd.ZSTD_createDCtx();
  const inBuffer = zstd.malloc(BUFFER_STRUCT);
  const outBuffer = zstd.malloc(BUFFER_STRUCT);
  const inBytes = zstd.malloc(CHUNK);
  const outBytes = zstd.malloc(CHUNK);

  let wanted = 1;
  for (let offset = 0; wanted !== 0; ) {
    const chunk = frame.read(offset, CHUNK);
    if (chunk.length === 0) {
      throw new PayloadError('zstd', 'truncated', offset, 'the stream ends inside the frame');
    }
    new Uint8Array(zstd.memory.buffer).set(chunk, inBytes);
    setBuffer(zstd, inBuffer, inBytes, chunk.length);
    let count: number;
    do {
      setBuffer(zstd, outBuffer, outBytes, CHUNK);
      wanted = zstd.ZSTD_decompressStream(dctx, outBuffer, inBuffer);
      if (wanted < 0 && wanted > -MAX_ERROR) {
        throw asError(-wanted, offset + position(zstd, inBuffer));
      }
      count = position(zstd, outBuffer);
      if (count > 0) yield new Uint8Array(zstd.memory.buffer, outBytes, count);
      // A full output buffer may mean that there is more to come without further input.
    } while (wanted !== 0 && count === CHUNK);
    offset += chunk.length;
  }
}

let compiled: Promise<object> | undefined;

/** The compiled module, made when it is first needed; zstddec hands it to its `_init`. */
function libzstd(): Promise<object> {
  compiled ??= new Promise((resolve, reject) => {
    const carrier = new ZSTDDecoder();
    carrier._init = ({ module }: { module: object }) => resolve(module);
    carrier.init().catch(reject);
  });
  return compiled;
}

function setBuffer(zstd: Libzstd, struct: number, pointer: number, size: number): void {
  const memory = new DataView(zstd.memory.buffer);
  memory.setUint32(struct, pointer, true);
  memory.setUint32(struct + 4, size, true);
  memory.setUint32(struct + 8, 0, true);
}

function position(zstd: Libzstd, struct: number): number {
  return new DataView(zstd.memory.buffer).getUint32(struct + 8, true);
}

function asError(code: number, offset: number): Error {
  // This machine's fault, not the frame's.
  if (code === MEMORY_ALLOCATION) return new RangeError('not enough memory for the zstd window');
  const detail =
    code === CHECKSUM_WRONG
      ? 'the checksum of the contents does not match'
      : `the frame cannot be decoded (libzstd error ${code})`;
  return new PayloadError('zstd', 'corrupt', offset, detail);
}
