import { createHash } from 'node:crypto';
import { type ByteSource, bytesSource, sliceSource } from '../../bytes/bytes.ts';
import { latin1 } from '../../bytes/latin1.ts';
import { viewOf } from '../../bytes/view.ts';
import { type AdbObject, readAdb } from './adb.ts';
import { type ApkFile, readApkPackage } from './apk3-package.ts';
import { ArchiveError } from './archive-error.ts';
import { type ByteStream, chunkStream, sourceStream } from './byte-stream.ts';
import { decompressed } from './decompressed.ts';
import { inflated } from './inflated.ts';
import type { ArchiveWork } from './limits.ts';
import type { Archive, Members } from './member.ts';
import { whole } from './whole.ts';

// apk-v3(5), "BLOCKS"; src/adb.h, src/adb_comp.c and src/extract_v3.c of apk-tools 3.0.6.
const MAGIC = 4;
/** Behind `ADBc`: the algorithm, and the level, which does not matter here. */
const SPEC = 2;
const ALGORITHM = { none: 0, deflate: 1, zstd: 2 } as const;
const SCHEMA = 4;
const PACKAGE = 'pckg';

const BLOCK = { adb: 0, signature: 1, data: 2, extended: 3 } as const;
const SIZE_BITS = 30;
/** Of the header of a block, and of one with a size of 64 bits. */
const HEADER = 4;
const LONG_HEADER = 16;
const ALIGNMENT = 8;
/** Of a data block: the numbers of the directory and of the file in it. */
const DATA_HEADER = 8;

/** The database of a package of 7,000 files has 700 KB. */
const MOST_ADB = 64 * 1024 * 1024;

/** By the length of a digest, in bytes: how it is computed. */
const DIGESTS: Readonly<Record<number, string>> = { 20: 'sha1', 32: 'sha256', 64: 'sha512' };

/**
 * A package of apk-tools 3: a database, signatures, and the contents of the files, compressed as a
 * whole or not. The database has the names of all files, and what the package depends on.
 */
export async function openApk3(source: ByteSource, work: ArchiveWork): Promise<Archive> {
  const stream = contents(source, work);
  try {
    const { files, depends } = readApkPackage(await readDatabase(stream), work);
    // Its members are read from the front again: they may never be asked for.
    return {
      members: members(source, files, stream.position, work),
      listed: files.filter(({ kind }) => kind !== 'directory').map(({ name }) => name),
      depends: () => depends,
    };
  } finally {
    await stream.close();
  }
}

/** What is in the file behind its magic, or the whole of one that is not compressed. */
function contents(source: ByteSource, work: ArchiveWork): ByteStream {
  const magic = latin1(source.read(0, MAGIC));
  const [algorithm = -1] = magic === 'ADBc' ? source.read(MAGIC, SPEC) : [];
  const from = (start: number) => sliceSource(source, start, source.size);
  if (magic === 'ADB.') return sourceStream(source);
  const deflated = (start: number) =>
    chunkStream(inflated(from(start), Number.POSITIVE_INFINITY, 'its database', work));
  if (magic === 'ADBd') return deflated(MAGIC);
  if (algorithm === ALGORITHM.deflate) return deflated(MAGIC + SPEC);
  const inner = from(MAGIC + SPEC);
  if (algorithm === ALGORITHM.none) return sourceStream(inner);
  if (algorithm === ALGORITHM.zstd) return chunkStream(decompressed(inner, 'zstd', work));
  throw new ArchiveError(
    'unsupported',
    `is an Alpine package with the compression ${algorithm}, which is not known`,
  );
}

async function readDatabase(stream: ByteStream): Promise<AdbObject> {
  const start = latin1(await stream.peek(MAGIC + SCHEMA));
  if (start.length < MAGIC + SCHEMA) throw cut(stream);
  if (!start.startsWith('ADB.')) throw damaged('there is no database behind its magic');
  const schema = start.slice(MAGIC);
  if (schema !== PACKAGE) {
    const kind = JSON.stringify(schema);
    throw new ArchiveError('unsupported', `is a database of apk of the kind ${kind}, no package`);
  }
  await stream.skip(MAGIC + SCHEMA);
  const block = await readBlock(stream);
  if (block?.type !== BLOCK.adb) throw damaged('its first block is no database');
  if (block.size > MOST_ADB) {
    throw new ArchiveError('limit', `has a database of ${block.size} bytes`);
  }
  const content = whole(await stream.take(block.size), block.size, 'its database');
  await pad(stream, block.padding);
  return readAdb(content.read(0, block.size));
}

async function* members(
  source: ByteSource,
  files: readonly ApkFile[],
  start: number,
  work: ArchiveWork,
): Members {
  const stream = contents(source, work);
  try {
    await stream.skip(start);
    let before: number = BLOCK.adb;
    for (const file of files) {
      const { name, kind, target } = file;
      const size = kind === 'file' ? file.size : 0;
      if (size === 0) {
        const content = bytesSource(new Uint8Array(0));
        yield {
          name,
          kind,
          target,
          size,
          head: async () => content.read(0, 0),
          open: async () => content,
        };
        continue;
      }
      const block = await nextData(stream, before);
      before = BLOCK.data;
      if (block === null) throw new ArchiveError('damaged', `is cut: it ends before ${name}`);
      await checkPlace(stream, block, file);
      const end = stream.position + size;
      yield {
        name,
        kind,
        target,
        size,
        head: (length) => stream.peek(Math.min(length, size)),
        open: async () => {
          const content = whole(await stream.take(size), size, name);
          checkDigest(content, file);
          return content;
        },
      };
      await stream.skip(end - stream.position);
      if (stream.position < end) throw cut(stream);
      await pad(stream, block.padding);
    }
    if ((await nextData(stream, before)) !== null) {
      throw damaged('it has contents of a file that is not listed');
    }
  } finally {
    await stream.close();
  }
}

interface Block {
  readonly type: number;
  /** Without its header, in bytes. */
  readonly size: number;
  readonly padding: number;
}

/** `null` at the end. */
async function readBlock(stream: ByteStream): Promise<Block | null> {
  const head = await stream.peek(HEADER);
  if (head.length === 0) return null;
  if (head.length < HEADER) throw cut(stream);
  const word = viewOf(head).getUint32(0, true);
  let [type, all, header] = [word >>> SIZE_BITS, word & (2 ** SIZE_BITS - 1), HEADER];
  if (type === BLOCK.extended) {
    const long = await stream.peek(LONG_HEADER);
    if (long.length < LONG_HEADER) throw cut(stream);
    [type, all, header] = [all, Number(viewOf(long).getBigUint64(8, true)), LONG_HEADER];
  }
  if (all < header) throw damaged(`its block at offset ${stream.position} is too short`);
  await stream.skip(header);
  return { type, size: all - header, padding: (ALIGNMENT - (all % ALIGNMENT)) % ALIGNMENT };
}

/** The next block with the contents of a file, behind signatures, which are not verified. */
async function nextData(stream: ByteStream, before: number): Promise<Block | null> {
  for (;;) {
    const at = stream.position;
    const block = await readBlock(stream);
    if (block === null || block.type === BLOCK.data) return block;
    if (block.type !== BLOCK.signature || before === BLOCK.data) {
      throw damaged(`its block at offset ${at} has the type ${block.type}, which is not expected`);
    }
    const skipped = await stream.skip(block.size);
    if (skipped < block.size) throw cut(stream);
    await pad(stream, block.padding);
  }
}

/** A data block says which file it is of. */
async function checkPlace(stream: ByteStream, { size }: Block, file: ApkFile): Promise<void> {
  const head = await stream.peek(DATA_HEADER);
  if (head.length < DATA_HEADER) throw cut(stream);
  const view = viewOf(head);
  const isSame =
    view.getUint32(0, true) === file.place.directory &&
    view.getUint32(4, true) === file.place.file &&
    size === DATA_HEADER + file.size;
  if (!isSame) throw damaged(`the contents of ${file.name} are not at their place`);
  await stream.skip(DATA_HEADER);
}

/** apk installs no file whose digest does not match, or that has none. */
function checkDigest(content: ByteSource, { name, digest }: ApkFile): void {
  const algorithm = DIGESTS[digest.length];
  if (algorithm === undefined) throw damaged(`${name} has no digest`);
  const hash = createHash(algorithm);
  for (let at = 0; at < content.size; at += STEP) hash.update(content.read(at, STEP));
  if (!hash.digest().equals(digest)) throw damaged(`the digest of ${name} does not match`);
}

const STEP = 1 << 20;

async function pad(stream: ByteStream, padding: number): Promise<void> {
  if ((await stream.skip(padding)) < padding) throw cut(stream);
}

function cut(stream: ByteStream): ArchiveError {
  return new ArchiveError('damaged', `is cut: its database ends at offset ${stream.position}`);
}

function damaged(detail: string): ArchiveError {
  return new ArchiveError('damaged', `is damaged: ${detail}`);
}
