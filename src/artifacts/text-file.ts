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
      throw new FileError(`has ${file.size} bytes, more than the ${limit} that it may have`);
    }
    const bytes = new Uint8Array(file.size);
    const length = file.readInto(bytes, 0);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length));
  } catch (error) {
    if (error instanceof TypeError) throw new FileError('is not UTF-8', { cause: error });
    throw error;
  } finally {
    file.close();
  }
}
