import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';

/** A path as the file system has it: bytes where it is not UTF-8. As a string it is readable only. */
export type FsPath = string | Buffer;

/** Why such a file is not checked, as a clause: no report can name it, and no user its path. */
export const UNNAMEABLE = 'its name is not valid UTF-8: rename it';

/** What a directory has under one name. */
export interface Entry {
  readonly name: FsPath;
  readonly kind: 'file' | 'directory' | 'link' | 'special';
}

/**
 * The entries of a directory, in the order of their names.
 *
 * @throws the file system's error.
 */
export async function list(directory: FsPath): Promise<Entry[]> {
  const entries: Dirent[] = await readdir(directory, { withFileTypes: true });
  const isLossy = entries.some(({ name }) => name.includes('\ufffd'));
  const found = isLossy
    ? (await readdir(directory, { withFileTypes: true, encoding: 'buffer' })).map((entry) => ({
        name: fromBytes(entry.name),
        kind: kindOf(entry),
      }))
    : entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  return found.sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1));
}

function kindOf(entry: Dirent | Dirent<Buffer>): Entry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'special';
}

/** Not made shorter: a `..` in it may follow a link. */
export function childOf(directory: FsPath, name: FsPath): FsPath {
  if (directory === '.') return name;
  if (typeof directory === 'string' && typeof name === 'string') {
    return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
  }
  return Buffer.concat([Buffer.from(directory), Buffer.from('/'), Buffer.from(name)]);
}

/** Where a path leads once all links are followed; throws the file system's error. */
export async function realPathOf(path: FsPath): Promise<FsPath> {
  return fromBytes(await realpath(path, { encoding: 'buffer' }));
}

/** A string for each path, and another one for any other. */
export function keyOf(path: FsPath): string {
  return Buffer.from(path).toString('latin1');
}

/** Whether a path is a directory or in it; both without links. */
export function isWithin(path: FsPath, directory: FsPath): boolean {
  const [inner, outer] = [Buffer.from(path), Buffer.from(directory)];
  if (!inner.subarray(0, outer.length).equals(outer)) return false;
  const next = inner[outer.length];
  return next === undefined || next === SLASH || outer.at(-1) === SLASH;
}

const SLASH = 0x2f;

function fromBytes(bytes: Buffer): FsPath {
  const text = bytes.toString();
  return text.includes('\ufffd') && !Buffer.from(text).equals(bytes) ? bytes : text;
}
