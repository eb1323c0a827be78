import { type ByteSource, bytesSource } from '../bytes/bytes.ts';
import { NO_MARKS, NO_PATTERNS, type Patterns, searchLater } from '../bytes/marks.ts';
import { DEFAULT_MAX_DICTIONARY } from '../codecs/codec.ts';
import { CODECS, codecOf, isOldGzip } from '../codecs/codecs.ts';
import { PAYLOAD_PROTOCOL, payloadStart, readBzImage } from './bzimage.ts';
import { isElf } from './elf.ts';
import type { BzImage, Fault, Kernel, Payload } from './kernel.ts';
import { decode, tooLarge } from './payload/decode.ts';
import { openPayload, type StreamLimits } from './payload/payload.ts';
import { examine } from './payload/unpack.ts';
import { type CheckTime, timedSource, workBudget } from './payload/work-budget.ts';

/** A bzImage that lies in gzip is unpacked into memory, if it is no larger than this, in bytes. */
const MAX_BZIMAGE = 256 * 1024 * 1024;

export interface OpenOptions {
  /** The largest dictionary that a payload may ask for, in bytes. Default: 128 MiB. */
  readonly maxDictionary?: number;
  /** Called at every step; what it throws ends the work. */
  readonly checkTime?: CheckTime;
  /** What is looked for in the ELF file, for `Kernel.marks`. Default: nothing. */
  readonly patterns?: Patterns;
}

/**
 * Opens a kernel: an ELF file, a bzImage, a compressed ELF file, or gzip around a bzImage. Whatever
 * is wrong with the file is told in the result. What is compressed is decompressed to its end, in
 * constant memory.
 *
 * Errors of `file` itself pass through.
 *
 * @throws {UnreadableError} where decompression takes more than the budget of a kernel.
 */
export async function openKernel(
  source: ByteSource,
  {
    maxDictionary = DEFAULT_MAX_DICTIONARY,
    checkTime = () => {},
    patterns = NO_PATTERNS,
  }: OpenOptions = {},
): Promise<Kernel> {
  const file = timedSource(source, checkTime);
  const limits = { maxDictionary, budget: workBudget(checkTime), patterns };
  const magic = file.read(0, 8).slice();
  const codec = codecOf(magic);
  const isUndoneFirst = codec === 'gzip' && !isOldGzip(magic);
  // Before ELF, because Xen's Linux loaders take a file with this header for a bzImage, whatever
  // its first bytes are; but the toolstack undoes gzip before it looks for one.
  const bzimage = isUndoneFirst ? null : readBzImage(file);
  if (bzimage) return { file, wrapper: null, ...(await openBzImage(file, bzimage, limits)) };
  if (isElf(file)) {
    return { ...NOT_A_KERNEL, file, format: 'elf', elf: file, marks: searchLater(file, patterns) };
  }
  if (codec === null || codec === 'none') return { ...NOT_A_KERNEL, file };

  const wrapper = await openPayload(file, 0, file.size, limits);
  const { content, fault } = wrapper;
  if (!content || fault) return { ...NOT_A_KERNEL, file, wrapper };
  const inner = isUndoneFirst ? readBzImage(content) : null;
  if (inner) return openInGzip(file, wrapper, inner, limits);
  if (!isElf(content)) return { ...NOT_A_KERNEL, file, wrapper };
  return { ...NOT_A_KERNEL, file, wrapper, format: 'elf', elf: content, marks: wrapper.marks };
}

const NOT_A_KERNEL: Omit<Kernel, 'file'> = {
  format: null,
  wrapper: null,
  bzimage: null,
  payload: null,
  elf: null,
  marks: NO_MARKS,
  examine,
};

async function openBzImage(
  image: ByteSource,
  bzimage: BzImage,
  limits: StreamLimits,
): Promise<Omit<Kernel, 'file' | 'wrapper'>> {
  const { protocol, payloadLength } = bzimage;
  const { wrapped: start } = payloadStart(bzimage);
  const isThere = protocol >= PAYLOAD_PROTOCOL && start < image.size;
  const payload = isThere ? await openPayload(image, start, payloadLength, limits) : null;
  const { content, fault } = payload ?? { content: null, fault: null };
  const elf = content && !fault && isElf(content) ? content : null;
  const marks = payload?.marks ?? NO_MARKS;
  return { format: 'bzimage', bzimage, payload, elf, marks, examine };
}

/** A payload may lie anywhere in the bzImage: for once, all of what was unpacked is held. */
async function openInGzip(
  file: ByteSource,
  wrapper: Payload,
  bzimage: BzImage,
  limits: StreamLimits,
): Promise<Kernel> {
  const failed = (fault: Fault): Kernel => {
    return { ...NOT_A_KERNEL, file, wrapper: { ...wrapper, size: null, consumed: null, fault } };
  };
  const size = wrapper.size ?? 0;
  if (size > MAX_BZIMAGE) return failed(tooLarge(MAX_BZIMAGE));
  const stream = { decompress: CODECS.gzip.decompress, input: file, ...limits };
  const image = new Uint8Array(size);
  const { fault } = await decode(stream, size, (chunk, at) => image.set(chunk, at));
  if (fault) return failed(fault);
  const content = bytesSource(image);
  const opened = await openBzImage(content, bzimage, limits);
  return { file, wrapper: { ...wrapper, content }, ...opened };
}
