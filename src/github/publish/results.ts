import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describeError } from '../../files/file-error.ts';
import { leadsOut } from '../../files/leads-out.ts';
import { type Parts, writeParts } from '../../files/write-parts.ts';
import { fileInside } from '../../report/file-inside.ts';
import { quote } from '../../text/quote.ts';
import { UsageError } from '../../text/usage-error.ts';

/** One value for each result format that later steps read, by file name extension. */
export type OfResults<T> = Readonly<Record<ResultKind, T>>;
export type ResultKind = 'json' | 'sarif' | 'html';

/**
 * Creates the files, empty, before there are results, so that an invalid name fails before the
 * checks. They are in a new directory, so that a second step of the job does not overwrite them. It
 * is outside the workspace, because a later step may pack the whole workspace.
 *
 * @param temp the runner's temporary directory.
 * @param wanted the paths from the inputs; `null` for the new directory.
 * @returns the paths of the files.
 * @throws {UsageError} if a file cannot be at its path.
 */
export function reserveResults(temp: string, wanted: OfResults<string | null>): OfResults<string> {
  const directory = mkdtempSync(join(temp, 'xen-boot-gate-'));
  const reserve = (kind: ResultKind): string => {
    const file = wanted[kind];
    if (file !== null) return reserveAt(file, temp, kind);
    const path = join(directory, `report.${kind}`);
    writeFileSync(path, '', { flag: 'wx' });
    return path;
  };
  return { json: reserve('json'), sarif: reserve('sarif'), html: reserve('html') };
}

function reserveAt(file: string, temp: string, kind: ResultKind): string {
  const path = resolve(temp, file);
  const fail = (reason: string) => {
    throw new UsageError(`The input "${kind}-file" cannot be ${quote(file, '"')}: ${reason}.`);
  };
  if (fileInside(temp, path) === null) fail("it is not in the runner's temporary directory");
  // Before a directory is made: a link may lead anywhere.
  if (leadsOut(dirname(path), temp)) fail("a link leads out of the runner's temporary directory");
  try {
    mkdirSync(dirname(path), { recursive: true });
    // What is there already may be a kernel, the log of another step, or another of these.
    writeFileSync(path, '', { flag: 'wx' });
  } catch (error) {
    fail(describeError(error));
  }
  return path;
}

/** Writes the results, each in parts, to the files that were made for them. */
export function writeResults(paths: OfResults<string>, results: OfResults<Parts>): void {
  for (const kind of Object.keys(paths) as ResultKind[]) writeParts(paths[kind], results[kind]);
}
