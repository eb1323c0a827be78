import { FileError, openFile } from '../files/file-source.ts';
import { quote } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';

/** In bytes: a hundred thousand paths. */
export const MAX_LIST = 16 * 1024 * 1024;

/**
 * The paths of a list. With a NUL anywhere, NULs separate them and names may have line ends, as
 * `find -print0` and `git ls-files -z` write it. Without one, each line is a path. What is empty is
 * none. Bytes that are not UTF-8 become U+FFFD.
 */
export function pathsIn(list: Uint8Array): string[] {
  const text = new TextDecoder().decode(list);
  const separator = list.includes(0) ? '\0' : /\r?\n/;
  return text.split(separator).filter((path) => path !== '');
}

/**
 * The paths of the list in a file.
 *
 * @throws {UsageError} where it cannot be read, is too large, or names nothing.
 */
export function readPathList(path: string): string[] {
  try {
    const file = openFile(path);
    try {
      const bytes = new Uint8Array(Math.min(file.size, MAX_LIST + 1));
      const length = file.readInto(bytes, 0);
      return requirePaths(bytes.subarray(0, length), path);
    } finally {
      file.close();
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new UsageError(`the list ${quote(path)} cannot be read: ${error.message}`);
  }
}

/**
 * @param name of the list, for messages.
 * @throws {UsageError} where it is too large, or names nothing.
 */
export function requirePaths(list: Uint8Array, name: string): string[] {
  if (list.length > MAX_LIST) {
    throw new UsageError(
      `the list ${quote(name)} is larger than ${MAX_LIST >> 20} MiB: name directories`,
    );
  }
  const paths = pathsIn(list);
  if (paths.length > 0) return paths;
  throw new UsageError(`the list ${quote(name)} names no file`);
}
