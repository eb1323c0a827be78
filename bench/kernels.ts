import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import type { Codec } from '../src/codecs/codec.ts';
import { payloadOf, withPayload } from './bzimage.ts';
import { CODECS, type CodecTools } from './codecs.ts';

/** A bzImage, and its compressed stream in a file of its own for the decompressor alone. */
export interface BenchKernel {
  readonly image: string;
  readonly stream: string;
}

/** Debian's zstd kernel: all others are made from it. */
const SOURCE = '.cache/debian-kernels/linux-image-6.12-amd64/vmlinuz';
const CACHE = '.cache/bench';
const MAX_OUTPUT = 512 * 1024 * 1024;

/** Offset and size in bytes of `e_shoff`, `e_shentsize` and `e_shnum` in an ELF64 header. */
const ELF64 = { e_shoff: 0x28, e_shentsize: 0x3a, e_shnum: 0x3c };

/** Debian's zstd kernel with its payload in `codec`, made once and kept in `.cache/bench`. */
export function benchKernel(codec: Codec): BenchKernel {
  const kernel = { image: `${CACHE}/${codec}/vmlinuz`, stream: `${CACHE}/${codec}/payload` };
  if (existsSync(kernel.image)) return kernel;
  console.error(`bench: making the ${codec} kernel`);
  mkdirSync(`${CACHE}/${codec}`, { recursive: true });
  const image = readFileSync(SOURCE);
  const { compress }: CodecTools = CODECS[codec];
  if (compress === null) {
    writeFileSync(kernel.stream, withoutSize(payloadOf(image)));
    writeWhole(kernel.image, image);
  } else {
    const vmlinux = sourceVmlinux();
    const stream = filter(compress, vmlinux);
    // A gzip stream ends with the size already; the build appends it to all others.
    const payload = codec === 'gzip' ? stream : Buffer.concat([stream, size32(vmlinux)]);
    writeFileSync(kernel.stream, stream);
    writeWhole(kernel.image, withPayload(image, payload));
  }
  return kernel;
}

/**
 * The decompressed kernel as a file of 1 GiB with its section headers at the very end, where those of a
 * kernel with debug information are. Sparse: it takes little room on the disk.
 */
export function bigVmlinux(): string {
  const path = `${CACHE}/vmlinux-1GiB`;
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  const vmlinux = sourceVmlinux();
  const start = Number(vmlinux.readBigUInt64LE(ELF64.e_shoff));
  const length = vmlinux.readUInt16LE(ELF64.e_shentsize) * vmlinux.readUInt16LE(ELF64.e_shnum);
  const sectionHeaders = Buffer.from(vmlinux.subarray(start, start + length));
  const size = 2 ** 30;
  vmlinux.writeBigUInt64LE(BigInt(size - length), ELF64.e_shoff);

  rmSync(`${path}.part`, { force: true });
  const file = openSync(`${path}.part`, 'w');
  ftruncateSync(file, size);
  writeSync(file, vmlinux, 0, vmlinux.length, 0);
  writeSync(file, sectionHeaders, 0, length, size - length);
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

function sourceVmlinux(): Buffer {
  return filter(CODECS.zstd.decompress, withoutSize(payloadOf(readFileSync(SOURCE))));
}

function filter([command, ...args]: readonly [string, ...string[]], input: Buffer): Buffer {
  return execFileSync(command, args, { input, maxBuffer: MAX_OUTPUT });
}

function withoutSize(payload: Buffer): Buffer {
  return payload.subarray(0, -4);
}

function size32(vmlinux: Buffer): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(vmlinux.length);
  return bytes;
}

/** So that a run that was stopped leaves no half kernel for the next one. */
function writeWhole(path: string, bytes: Buffer): void {
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
}
