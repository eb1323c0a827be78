import { latin1 } from '../../bytes/latin1.ts';
import { ArchiveError } from './archive-error.ts';
import type { ByteStream } from './byte-stream.ts';
import { finishStream } from './finish-stream.ts';
import type { ArchiveWork } from './limits.ts';
import { cleanName, type Member, type Members, textOf } from './member.ts';
import { paxRecords } from './pax.ts';
import { whole } from './whole.ts';

// POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format".
const BLOCK = 512;
const NAME = { offset: 0, length: 100 };
const SIZE = { offset: 124, length: 12 };
const CHECKSUM = { offset: 148, length: 8 };
const TYPEFLAG = 156;
const LINKNAME = { offset: 157, length: 100 };
const MAGIC = { offset: 257, length: 6 };
/** Of the old GNU format: whether blocks with the map of a sparse file follow. */
const IS_EXTENDED = { inHeader: 482, inMap: 504 };
const PREFIX = { offset: 345, length: 155 };

/** A long name or its records, in bytes. No file system has longer ones. */
const MOST_EXTENDED = 1 << 20;

type Field = typeof NAME;

/**
 * The members of a tar archive: ustar, pax and GNU. An archive ends with two blocks of zeros; one that
 * ends without them is cut.
 */
export async function* tarMembers(stream: ByteStream, work: ArchiveWork): Members {
  let extended: ReadonlyMap<string, string> = new Map();
  for (;;) {
    const at = stream.position;
    const header = (await stream.peek(BLOCK)).slice();
    if (header.length < BLOCK) throw cut(at);
    await stream.skip(BLOCK);
    if (header.every((byte) => byte === 0)) {
      if ((await stream.peek(BLOCK)).length < BLOCK) throw cut(stream.position);
      await finishStream(stream);
      return;
    }
    checkSum(header, at);
    const type = String.fromCharCode(header[TYPEFLAG] as number);
    const size = sizeIn(extended) ?? readNumber(header, SIZE, at);
    if (!Number.isSafeInteger(size)) throw damaged(at, 'a size that is no number');
    work.countMember();
    const more = await readExtension(stream, type, size, at);
    if (more) {
      // Of the whole archive ('g') no name is meant.
      if (type !== 'g') extended = new Map([...extended, ...more]);
      continue;
    }
    if (type === 'S') await skipSparseMap(stream, header);
    const end = stream.position + size;
    yield memberOf(stream, header, type, size, extended);
    extended = new Map();
    await skipTo(stream, end + padding(size), end);
  }
}

/** What a pax header says of the next member; NaN for anything but digits. */
function sizeIn(extended: ReadonlyMap<string, string>): number | null {
  const text = extended.get('size');
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** Names and sizes that a header has no room for, of the next member; `null` for a member. */
async function readExtension(
  stream: ByteStream,
  type: string,
  size: number,
  at: number,
): Promise<ReadonlyMap<string, string> | null> {
  if (!['x', 'g', 'L', 'K'].includes(type)) return null;
  if (size > MOST_EXTENDED) throw damaged(at, `an extended header of ${size} bytes`);
  const bytes = (await stream.peek(size)).slice();
  await skipTo(stream, stream.position + size + padding(size), stream.position + size);
  if (type === 'L') return new Map([['path', textOf(bytes)]]);
  if (type === 'K') return new Map([['linkpath', textOf(bytes)]]);
  const records = paxRecords(bytes);
  if (records === null) throw damaged(at, 'a malformed pax record');
  return records;
}

async function skipSparseMap(stream: ByteStream, header: Uint8Array): Promise<void> {
  let more = header[IS_EXTENDED.inHeader] !== 0;
  while (more) {
    const map = await stream.peek(BLOCK);
    if (map.length < BLOCK) throw cut(stream.position);
    more = map[IS_EXTENDED.inMap] !== 0;
    await stream.skip(BLOCK);
  }
}

function memberOf(
  stream: ByteStream,
  header: Uint8Array,
  type: string,
  size: number,
  extended: ReadonlyMap<string, string>,
): Member {
  const name = cleanName(extended.get('path') ?? plainName(header));
  const isSparse = [...extended.keys()].some((key) => key.startsWith('GNU.sparse.'));
  return {
    name,
    kind: isSparse || type === 'S' ? 'unreadable' : kindOf(type),
    target: extended.get('linkpath') ?? textOf(bytesOf(header, LINKNAME)),
    size,
    head: async (length) => stream.peek(Math.min(length, size)),
    open: async () => whole(await stream.take(size), size, name),
  };
}

/** Old archives have a NUL for a file; '7' is a file that was to be contiguous. */
function kindOf(type: string): Member['kind'] {
  if (['0', '\0', '7'].includes(type)) return 'file';
  if (type === '5') return 'directory';
  return type === '1' || type === '2' ? 'link' : 'special';
}

function plainName(header: Uint8Array): string {
  const name = textOf(bytesOf(header, NAME));
  // GNU's old format has times in the place of the prefix.
  const hasPrefix = latin1(bytesOf(header, MAGIC)) === 'ustar\0';
  const prefix = hasPrefix ? textOf(bytesOf(header, PREFIX)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

async function skipTo(stream: ByteStream, end: number, least: number): Promise<void> {
  await stream.skip(end - stream.position);
  if (stream.position < least) throw cut(stream.position);
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function checkSum(header: Uint8Array, at: number): void {
  const expected = readNumber(header, CHECKSUM, at);
  const { offset, length } = CHECKSUM;
  let sum = 0;
  for (const [i, byte] of header.entries()) {
    sum += i >= offset && i < offset + length ? 0x20 : byte;
  }
  if (sum !== expected) throw damaged(at, 'a wrong checksum');
}

/** Octal digits; or, for large numbers, GNU's big-endian bytes behind a first byte of 0x80. */
function readNumber(header: Uint8Array, field: Field, at: number): number {
  const bytes = bytesOf(header, field);
  if (bytes[0] === 0x80) return bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  const text = latin1(bytes).replace(/\0.*$/s, '').trim();
  if (!/^[0-7]*$/.test(text)) throw damaged(at, 'a number that is not octal');
  return text === '' ? 0 : Number.parseInt(text, 8);
}

function bytesOf(header: Uint8Array, { offset, length }: Field): Uint8Array {
  return header.subarray(offset, offset + length);
}

function cut(at: number): ArchiveError {
  return new ArchiveError('damaged', `is cut: it ends at offset ${at}, without its end mark`);
}

function damaged(at: number, detail: string): ArchiveError {
  return new ArchiveError('damaged', `is damaged: the header at offset ${at} has ${detail}`);
}
