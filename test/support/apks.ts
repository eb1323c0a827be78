import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Entry } from './archives.ts';
import { concat } from './elf-builder.ts';

export interface Apk3Spec {
  readonly files: readonly Entry[];
  /** Names, with a `!` in front for what must not be there. */
  readonly depends?: readonly string[];
  /** Default: `ADBd`, deflate. */
  readonly pack?: (database: Uint8Array) => Uint8Array;
  readonly schema?: string;
  /** Changes the database, the data blocks or the digest of a file. */
  readonly changes?: {
    readonly database?: (bytes: Uint8Array) => Uint8Array;
    readonly blocks?: (blocks: readonly Uint8Array[]) => readonly Uint8Array[];
    readonly digest?: (digest: Uint8Array) => Uint8Array;
  };
}

/** A package of apk-tools 3, as `apk mkpkg` writes it (apk-v3(5); src/app_mkpkg.c of apk-tools 3.0.6). */
export function buildApk3(spec: Apk3Spec): Uint8Array {
  const { files, depends = [], pack = packDeflate, schema = 'pckg', changes = {} } = spec;
  const { database = (bytes) => bytes, blocks = (all) => all, digest = (all) => all } = changes;
  const directories = groupByDirectory(files);
  const db = new Database();
  const data: Uint8Array[] = [];
  const paths = directories.map(([path, inside], i) => {
    const items = inside.map((file, j) => {
      const bytes = Buffer.from(file.content ?? '');
      const size = file.size ?? bytes.length;
      if (linkType(file) === null && bytes.length > 0) {
        data.push(block(2, concat([words(i + 1, j + 1), bytes])));
      }
      return fileOf(db, file, size, digest(createHash('sha256').update(bytes).digest()));
    });
    return db.object([db.blob(path), 0, db.array(items)]);
  });
  const dependencies = depends.map((name) =>
    db.object([db.blob(name.replace('!', '')), 0, db.int(name.startsWith('!') ? 16 : 1)]),
  );
  const info = db.object([db.blob('linux'), ...new Array(13).fill(0), db.array(dependencies)]);
  const adb = database(db.end(db.object([info, db.array(paths)])));
  return pack(concat([Buffer.from(`ADB.${schema}`), block(0, adb), ...blocks(data)]));
}

export function packDeflate(database: Uint8Array): Uint8Array {
  return concat([Buffer.from('ADBd'), deflateRawSync(database)]);
}

/** With the algorithm and the level in its magic: 0 none, 1 deflate, 2 zstd. */
export function packAs(algorithm: number, compress: (bytes: Uint8Array) => Uint8Array) {
  return (database: Uint8Array) =>
    concat([Buffer.from('ADBc'), Uint8Array.of(algorithm, 0), compress(database)]);
}

/** A block of a database, padded to 8 bytes. Type 3 has a size of 64 bits. */
export function block(type: number, content: Uint8Array, { isLong = false } = {}): Uint8Array {
  const header = Buffer.alloc(isLong ? 16 : 4);
  const size = header.length + content.length;
  header.writeUInt32LE(isLong ? 3 * 2 ** 30 + type : type * 2 ** 30 + size);
  if (isLong) header.writeBigUInt64LE(BigInt(size), 8);
  return concat([header, content, Buffer.alloc((8 - (size % 8)) % 8)]);
}

function fileOf(db: Database, file: Entry, size: number, digest: Uint8Array): number {
  const type = linkType(file);
  const name = db.blob(file.name.slice(file.name.lastIndexOf('/') + 1));
  if (type === null) return db.object([name, 0, db.int(size), 0, db.blob(digest)]);
  const mode = Buffer.alloc(2);
  mode.writeUInt16LE(type);
  const target = concat([mode, Buffer.from(file.target ?? '')]);
  return db.object([name, 0, db.int(size), 0, 0, db.blob(target)]);
}

/** By the type of tar: a link, another name, a device. */
function linkType({ type = '0' }: Entry): number | null {
  const types: Readonly<Record<string, number>> = { 1: 0o100000, 2: 0o120000, 3: 0o020000 };
  return types[type] ?? null;
}

function groupByDirectory(files: readonly Entry[]): [path: string, files: Entry[]][] {
  const groups = new Map<string, Entry[]>();
  for (const file of files) {
    const path = directoryOf(file.name);
    groups.set(path, [...(groups.get(path) ?? []), file]);
  }
  return [...groups];
}

function directoryOf(name: string): string {
  return name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '';
}

/** Values, written one after another; each is known by its tag. */
class Database {
  #bytes: Uint8Array = new Uint8Array(8);

  int(value: number): number {
    if (value < 2 ** 28) return 0x10000000 + value;
    return 0x20000000 + this.#add(words(value), 4);
  }

  blob(content: Uint8Array | string): number {
    const bytes = Buffer.from(content as string);
    if (bytes.length === 0) return 0;
    const isLong = bytes.length > 255;
    const length = Buffer.alloc(isLong ? 2 : 1);
    length.writeUIntLE(bytes.length, 0, length.length);
    return (isLong ? 0x90000000 : 0x80000000) + this.#add(concat([length, bytes]), length.length);
  }

  object(slots: readonly number[]): number {
    return 0xe0000000 + this.#add(words(slots.length + 1, ...slots), 4);
  }

  /** `apk mkpkg` gives it the type of an object. */
  array(items: readonly number[]): number {
    return items.length === 0 ? 0 : this.object(items);
  }

  end(root: number): Uint8Array {
    const all = this.#bytes.slice();
    all.set(words(root), 4);
    return all;
  }

  #add(bytes: Uint8Array, alignment: number): number {
    const padding = (alignment - (this.#bytes.length % alignment)) % alignment;
    const at = this.#bytes.length + padding;
    this.#bytes = concat([this.#bytes, new Uint8Array(padding), bytes]);
    return at;
  }
}

function words(...values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}
