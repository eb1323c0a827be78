import { type ByteSource, bytesSource } from './bytes.ts';
import { readBzImage } from './bzimage.ts';
import { isElf } from './elf.ts';
import type { BzImage, Fault, Gzip, Kernel } from './kernel.ts';
import { DEFAULT_MAX_DICTIONARY } from './payload/codec.ts';
import { CODECS, codecOf } from './payload/codecs.ts';
import { decode, tooLarge } from './payload/decode.ts';
import { examineDirectly, openPayload, sizeTrailer } from './payload/payload.ts';
import { unpack } from './payload/unpack.ts';

/** A bzImage that lies in gzip is unpacked into memory, if it is no larger than this, in bytes. */
const MAX_BZIMAGE = 256 * 1024 * 1024;

export interface OpenOptions {
  /** The largest dictionary that a payload may ask for, in bytes. Default: 128 MiB. */
  readonly maxDictionary?: number;
}

/**
 * Opens a kernel: an ELF file, a bzImage, or gzip around one of the two. Whatever is wrong with the
 * file is told in the result. The payload is decompressed to its end, in constant memory.
 *
 * Errors of `source` itself pass through, and nothing else is thrown.
 */
export async function openKernel(source: ByteSource, options: OpenOptions = {}): Promise<Kernel> {
  const { maxDictionary = DEFAULT_MAX_DICTIONARY } = options;
  if (codecOf(source.read(0, 8)) === 'gzip') return openGzip(source, maxDictionary);

  // Before ELF, because Xen's Linux loaders take a file with this header for a bzImage, whatever
  // its first bytes are.
  const bzimage = readBzImage(source);
  if (bzimage) return openBzImage(source, bzimage, null, maxDictionary);
  if (isElf(source)) return { ...NOT_A_KERNEL, ...startOf(source), format: 'elf', elf: source };
  return { ...NOT_A_KERNEL, ...startOf(source) };
}

/** Where the toolstack looks for its own header, and the header itself behind that. */
const HEAD = 8192 + 32;

function startOf(source: ByteSource): Pick<Kernel, 'head' | 'size' | 'file'> {
  return { head: source.read(0, HEAD).slice(), size: source.size, file: source };
}

const NOT_A_KERNEL: Kernel = {
  format: null,
  gzip: null,
  head: new Uint8Array(0),
  size: 0,
  file: null,
  bzimage: null,
  payload: null,
  elf: null,
  examine: examineDirectly,
};

async function openBzImage(
  file: ByteSource,
  bzimage: BzImage,
  gzip: Gzip | null,
  maxDictionary: number,
): Promise<Kernel> {
  const open = await openPayload(file, bzimage, maxDictionary);
  return { ...NOT_A_KERNEL, ...startOf(file), format: 'bzimage', gzip, bzimage, ...open };
}

async function openGzip(source: ByteSource, maxDictionary: number): Promise<Kernel> {
  const stream = { decompress: CODECS.gzip.decompress, input: source, maxDictionary };
  const declaredSize = sizeTrailer(source);
  const failed = (fault: Fault): Kernel => ({
    ...NOT_A_KERNEL,
    gzip: { declaredSize, size: null, consumed: null, fault },
  });
  const unpacked = await unpack(stream);
  if (unpacked.fault) return failed(unpacked.fault);

  const { size, consumed, content, examine } = unpacked;
  const gzip = { declaredSize, size, consumed, fault: null };
  const bzimage = readBzImage(content);
  if (bzimage) {
    if (size > MAX_BZIMAGE) return failed(tooLarge(MAX_BZIMAGE));
    const file = new Uint8Array(size);
    const again = await decode(stream, size, (chunk, position) => file.set(chunk, position));
    return again.fault
      ? failed(again.fault)
      : openBzImage(bytesSource(file), bzimage, gzip, maxDictionary);
  }
  const start = startOf(content);
  if (isElf(content)) {
    return { ...NOT_A_KERNEL, ...start, format: 'elf', gzip, elf: content, examine };
  }
  return { ...NOT_A_KERNEL, ...start, gzip, examine };
}
