import type { ByteSource } from '../../bytes/bytes.ts';
import { decompressGzip } from '../../codecs/gzip.ts';
import type { Contents, Kernel } from '../../kernel/kernel.ts';
import type { GrubHas } from '../../programs/grub/facts.ts';
import { type GrubFile, readAt } from './file.ts';
import { inflateAsGrub, WINDOW } from './inflate.ts';
import { MOST_HELD, type Undone } from './undone.ts';

// RFC 1952, section 2.3. GRUB has older names for the flags: 0x02 is "continuation", not a header CRC.
const MAGICS = [0x8b, 0x9e];
const DEFLATE = 8;
const EXTRA = 0x04;
const NAME = 0x08;
const COMMENT = 0x10;
const REFUSED_FLAGS = 0xe2;
const FIXED_HEADER = 10;

/** Beyond the end of damaged data GRUB decodes old bytes, of which no more than these matter. */
const MOST_GARBAGE = 16 * 1024 * 1024;

/**
 * io/gzio.c: what looks like gzip is, and its last four bytes are the size of the contents, whatever the
 * stream itself says.
 */
export function openGzip(file: GrubFile, kernel: Kernel, has: GrubHas): Undone | null {
  const start = dataOffset(file);
  if (start === null) return null;
  const trailer = has('gzip-checksum') ? 8 : 4;
  const tail = readAt(file, file.size - trailer, trailer);
  if (tail.length < trailer) return null;
  const view = new DataView(tail.buffer);
  const size = view.getUint32(trailer - 4, true);
  const checksum = trailer === 8 ? view.getUint32(0, true) : null;
  const input = file.whole();
  if (input === null) return null;
  const { contents, stream } = decoded(file, kernel, input, start, size, has);
  return {
    codec: 'gzip',
    size,
    content: contents.content,
    ...reach(contents, size, checksum, input),
    hold: () => kernel.later.hold(`${file.key}:gzip`, stream, MOST_HELD),
  };
}

/** Where the data starts, after a header that GRUB takes; `null` for another file. */
function dataOffset(file: GrubFile): number | null {
  const header = readAt(file, 0, FIXED_HEADER);
  if (header.length < FIXED_HEADER) return null;
  const [id1, id2 = 0, method, flags = 0] = header;
  if (id1 !== 0x1f || !MAGICS.includes(id2)) return null;
  if (method !== DEFLATE || flags & REFUSED_FLAGS) return null;
  let at = FIXED_HEADER;
  if (flags & EXTRA) {
    const [low, high] = readAt(file, at, 2);
    if (low === undefined || high === undefined) return null;
    at += 2 + low + high * 256;
  }
  for (const flag of [NAME, COMMENT]) {
    if (!(flags & flag)) continue;
    const end = endOfString(file, at);
    if (end === null) return null;
    at = end;
  }
  return at <= file.size ? at : null;
}

const CHUNK = 4096;

function endOfString(file: GrubFile, start: number): number | null {
  for (let at = start; at < file.size; at += CHUNK) {
    const bytes = readAt(file, at, CHUNK);
    const zero = bytes.indexOf(0);
    if (zero >= 0) return at + zero + 1;
    if (bytes.length < CHUNK) return null;
  }
  return null;
}

/** The usual decoder first, which is faster; where it finds a fault, GRUB's own. */
function decoded(
  file: GrubFile,
  kernel: Kernel,
  input: ByteSource,
  start: number,
  size: number,
  has: GrubHas,
) {
  const sound = { input, decompress: decompressGzip };
  const contents = file.opened('gzip') ?? kernel.later.open(`${file.key}:gzip`, sound);
  if (isWhole(contents)) return { contents, stream: sound };
  const rules = {
    refusesShortFile: has('gzip-refuses-short-file'),
    checksTables: has('gzip-checks-tables'),
  };
  const limit = Math.min(size, input.size * 1100 + MOST_GARBAGE);
  const damaged = { input, decompress: () => inflateAsGrub(input, start, limit, rules) };
  const key = `${file.key}:gzip ${rules.refusesShortFile}${rules.checksTables}`;
  return { contents: kernel.later.open(key, damaged), stream: damaged };
}

/** The data came out to its end; what follows it may be wrong. */
function isWhole({ fault }: Contents): boolean {
  return fault === null || fault.reason === 'wrong-crc' || fault.reason === 'wrong-size';
}

function reach(
  contents: Contents,
  size: number,
  checksum: number | null,
  input: ByteSource,
): Pick<Undone, 'reachable' | 'beyond'> {
  const { fault, content, consumed } = contents;
  const real = content.size;
  const ends = size === real || (size < real && size > 0 && size % WINDOW === 0);
  if (checksum !== null && ends && !(size === real && isSum(consumed, checksum, input))) {
    const says = 'checksum mismatch';
    const kind = 'corrupt';
    const detail = 'CRC-32 does not match';
    return {
      reachable: Math.floor((size - 1) / WINDOW) * WINDOW,
      beyond: { says, fault: { kind, offset: input.size - 8, detail, reason: 'wrong-crc' } },
    };
  }
  const own = fault && !isWhole(contents) ? fault : null;
  return {
    reachable: real,
    beyond: { says: own?.detail ?? 'premature end of compressed', fault: own },
  };
}

/** Whether the checksum that GRUB reads is that of the stream, which was compared. */
function isSum(consumed: number | null, checksum: number, input: ByteSource): boolean {
  if (consumed === null) return false;
  const bytes = input.read(consumed - 8, 4);
  return (
    bytes.length === 4 && new DataView(new Uint8Array(bytes).buffer).getUint32(0, true) === checksum
  );
}
