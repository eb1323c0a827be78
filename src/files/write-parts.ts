import { closeSync, openSync, writeSync } from 'node:fs';

/** A text in parts. One string does not count: it would be written character by character. */
export type Parts = Iterable<string> & object;

/** What is written at a time, at least, in UTF-16 units. */
const BATCH = 1 << 16;

/** Parts of a text in fewer and longer parts. */
export function* batches(parts: Parts): Generator<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const part of parts) {
    waiting.push(part);
    length += part.length;
    if (length < BATCH) continue;
    yield waiting.join('');
    [waiting, length] = [[], 0];
  }
  if (length > 0) yield waiting.join('');
}

/**
 * Writes a text to a file part by part: a report of many kernels is larger than a string may be.
 *
 * @throws errors of the file system.
 */
export function writeParts(path: string, parts: Parts): void {
  const file = openSync(path, 'w');
  try {
    for (const part of batches(parts)) {
      const bytes = Buffer.from(part);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
  } finally {
    closeSync(file);
  }
}
