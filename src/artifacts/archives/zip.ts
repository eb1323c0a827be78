import { crc32 } from 'node:zlib';
import { type ByteSource, sliceSource } from '../../bytes/bytes.ts';
import { viewOf } from '../../bytes/view.ts';
import type { Codec } from '../../codecs/codec.ts';
import { ArchiveError } from './archive-error.ts';
import { type ByteStream, chunkStream, sourceStream } from './byte-stream.ts';
import { decompressed } from './decompressed.ts';
import { FILE_TYPE, fileTypeOf } from './file-mode.ts';
import { inflated } from './inflated.ts';
import type { ArchiveWork } from './limits.ts';
import { type Archive, cleanName, type Member, type Members, plainArchive } from './member.ts';
import { whole } from './whole.ts';
import { type ZipEntry, zipEntries } from './zip-directory.ts';

const LOCAL = { magic: [0x50, 0x4b, 3, 4], size: 30, nameSize: 26, extraSize: 28 };
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
/** Methods whose contents are a stream of a codec. */
const BY_CODEC: Readonly<Record<number, Codec>> = { 12: 'bzip2', 93: 'zstd', 95: 'xz' };

const CRC_STEP = 1 << 20;

/** A zip archive, with or without zip64. Its directory counts, as for every tool that extracts it. */
export async function openZip(source: ByteSource, work: ArchiveWork): Promise<Archive> {
  return plainArchive(members(source, work));
}

async function* members(file: ByteSource, work: ArchiveWork): Members {
  for (const entry of zipEntries(file)) {
    work.countMember();
    const opened: { stream: ByteStream | null } = { stream: null };
    try {
      yield memberOf(file, entry, work, opened);
    } finally {
      await opened.stream?.close();
    }
  }
}

function memberOf(
  file: ByteSource,
  entry: ZipEntry,
  work: ArchiveWork,
  opened: { stream: ByteStream | null },
): Member {
  const { name, size } = entry;
  const open = () => {
    opened.stream ??= streamOf(file, entry, work);
    return opened.stream;
  };
  return {
    name: cleanName(name),
    kind: kindOf(entry),
    target: '',
    size,
    // What cannot be read says so when it is opened.
    head: async (length) =>
      isReadable(entry) ? open().peek(Math.min(length, size)) : new Uint8Array(0),
    open: async () => {
      const stream = open();
      const content = whole(await stream.take(size), size, name);
      if ((await stream.peek(1)).length > 0) {
        throw new ArchiveError('damaged', `is damaged: ${name} is longer than the directory says`);
      }
      if (crcOf(content) !== entry.crc) {
        throw new ArchiveError('damaged', `is damaged: the CRC-32 of ${name} does not match`);
      }
      return content;
    },
  };
}

function kindOf({ name, mode }: ZipEntry): Member['kind'] {
  if (name.endsWith('/')) return 'directory';
  return fileTypeOf(mode) === FILE_TYPE.link ? 'link' : 'file';
}

function isReadable({ method, flags }: ZipEntry): boolean {
  return !(flags & ENCRYPTED) && (method === STORED || method === DEFLATED || method in BY_CODEC);
}

function streamOf(file: ByteSource, entry: ZipEntry, work: ArchiveWork): ByteStream {
  const { method, flags, compressedSize, size } = entry;
  if (flags & ENCRYPTED) throw new ArchiveError('unsupported', 'is encrypted');
  if (!isReadable(entry)) {
    throw new ArchiveError('unsupported', `is compressed with the method ${method} of zip`);
  }
  const content = contentOf(file, entry);
  if (method === STORED) {
    if (compressedSize === size) return sourceStream(content);
    throw new ArchiveError('damaged', `is damaged: ${entry.name} is stored with another size`);
  }
  const codec = BY_CODEC[method];
  return chunkStream(
    codec ? decompressed(content, codec, work) : inflated(content, size, entry.name, work),
  );
}

/** What follows the local header, which must be that of the same member. */
function contentOf(
  file: ByteSource,
  { rawName, offset, compressedSize, name }: ZipEntry,
): ByteSource {
  const local = file.read(offset, LOCAL.size + rawName.length).slice();
  const view = viewOf(local);
  const isHeader = LOCAL.magic.every((byte, i) => local[i] === byte) && local.length >= LOCAL.size;
  const isSame =
    isHeader &&
    view.getUint16(LOCAL.nameSize, true) === rawName.length &&
    rawName.every((byte, i) => local[LOCAL.size + i] === byte);
  if (!isSame) {
    throw new ArchiveError('damaged', `is damaged: the header of ${name} is not at its offset`);
  }
  const start = offset + LOCAL.size + rawName.length + view.getUint16(LOCAL.extraSize, true);
  if (start + compressedSize > file.size) {
    throw new ArchiveError('damaged', `is cut: it ends inside of ${name}`);
  }
  return sliceSource(file, start, compressedSize);
}

function crcOf(content: ByteSource): number {
  let crc = 0;
  for (let at = 0; at < content.size; at += CRC_STEP) crc = crc32(content.read(at, CRC_STEP), crc);
  return crc;
}
