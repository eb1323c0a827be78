import { type ByteSource, bytesSource } from '../bytes/bytes.ts';
import { type Marks, NO_MARKS, NO_PATTERNS, type Patterns, searchLater } from '../bytes/marks.ts';
import { DEFAULT_MAX_DICTIONARY } from '../codecs/codec.ts';
import { CODECS, codecOf, isOldGzip } from '../codecs/codecs.ts';
import { payloadStart, readBzImage } from './bzimage.ts';
import { isElf } from './elf.ts';
import type {
  BzImageHeader,
  BzImageKernel,
  CompressedPayload,
  ElfKernel,
  Fault,
  Kernel,
  NoKernel,
  Payload,
} from './kernel.ts';
import { decode, tooLarge } from './payload/decode.ts';
import { examine } from './payload/decompress.ts';
import { laterStreams } from './payload/later-streams.ts';
import { openPayload, openWrapper, type StreamLimits } from './payload/payload.ts';
import { type CheckTime, timedSource, workBudget } from './payload/work-budget.ts';
import { PAYLOAD_PROTOCOL } from './setup-header.ts';

/** A bzImage in gzip is decompressed into memory up to this size, in bytes. */
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
 * Opens a kernel: an ELF file, a bzImage, a compressed ELF file, or gzip around a bzImage. The
 * result has all faults of the file. Compressed data is decompressed to its end, in constant
 * memory.
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
  const later = laterStreams(limits);
  const magic = file.read(0, 8).slice();
  const codec = codecOf(magic);
  const isUndoneFirst = codec === 'gzip' && !isOldGzip(magic);
  // Before ELF, because Xen's Linux loaders take a file with this header for a bzImage, whatever
  // its first bytes are; but the toolstack undoes gzip before it looks for one.
  const header = isUndoneFirst ? null : readBzImage(file);
  if (header) return openBzImage({ file, wrapper: null, later }, file, header, limits);
  if (isElf(file))
    return elfKernel({ file, wrapper: null, later }, file, searchLater(file, patterns));
  if (codec === null) return noKernel({ file, wrapper: null, later });

  const wrapper = await openWrapper(file, codec, limits);
  const { content, fault, marks } = wrapper;
  if (fault) return noKernel({ file, wrapper, later });
  const inner = isUndoneFirst ? readBzImage(content) : null;
  if (inner) return openInGzip({ file, later }, wrapper, inner, limits);
  return isElf(content)
    ? elfKernel({ file, wrapper, later }, content, marks)
    : noKernel({ file, wrapper, later });
}

/** The file, and what it is as a whole. */
type Around = Pick<Kernel, 'file' | 'wrapper' | 'later'>;

function elfKernel(around: Around, elf: ByteSource, marks: () => Marks): ElfKernel {
  return { ...around, format: 'elf', elf, marks, examine };
}

function noKernel(around: Around): NoKernel {
  return { ...around, format: null, elf: null, marks: NO_MARKS, examine };
}

/** @param image the bzImage: the file itself, or what gzip around it holds */
async function openBzImage(
  around: Around,
  image: ByteSource,
  header: BzImageHeader,
  limits: StreamLimits,
): Promise<BzImageKernel> {
  const { protocol, payloadLength } = header;
  const { wrapped: start } = payloadStart(header);
  const isThere = protocol >= PAYLOAD_PROTOCOL && start < image.size;
  const payload = isThere ? await openPayload(image, start, payloadLength, limits) : null;
  const { elf, marks } = elfIn(payload);
  return { ...around, format: 'bzimage', header, payload, elf, marks, examine };
}

function elfIn(payload: Payload | null): Pick<Kernel, 'elf' | 'marks'> {
  if (payload === null || payload.codec === null) return { elf: null, marks: NO_MARKS };
  const { content, marks } = payload;
  const isWhole = payload.codec === 'none' || payload.fault === null;
  return { elf: isWhole && isElf(content) ? content : null, marks };
}

/** A payload may be anywhere in the bzImage, so the whole decompressed file is held in memory. */
async function openInGzip(
  { file, later }: Pick<Kernel, 'file' | 'later'>,
  wrapper: CompressedPayload,
  header: BzImageHeader,
  limits: StreamLimits,
): Promise<BzImageKernel | NoKernel> {
  const failed = (fault: Fault) =>
    noKernel({ file, later, wrapper: { ...wrapper, size: null, consumed: null, fault } });
  const size = wrapper.size ?? 0;
  if (size > MAX_BZIMAGE) return failed(tooLarge(MAX_BZIMAGE));
  const stream = { decompress: CODECS.gzip.decompress, input: file, ...limits };
  const bytes = new Uint8Array(size);
  const { fault } = await decode(stream, size, (chunk, at) => bytes.set(chunk, at));
  if (fault) return failed(fault);
  const content = bytesSource(bytes);
  return openBzImage({ file, later, wrapper: { ...wrapper, content } }, content, header, limits);
}
