import { FileError, openFile } from './file-source.ts';

/**
 * All of a text file.
 *
 * @param limit in bytes.
 * @throws {FileError} where it cannot be read, is larger, or is not UTF-8.
 */
export function readText(path: string, limit: number): string {
  const file = openFile(path);
  try {
    if (file.size > limit) {
      throw new FileError(`has ${file.size} bytes, more than the limit of ${limit}`);
    }
    const bytes = new Uint8Array(file.size);
    const length = file.readInto(bytes, 0);
    return decodeText(bytes.subarray(0, length));
  } finally {
    file.close();
  }
}

/** @throws {FileError} where the bytes are not UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new FileError('is not valid UTF-8', { cause: error });
  }
}
