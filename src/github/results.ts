import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describeError } from '../artifacts/file-error.ts';
import { fileInside } from '../report/file-inside.ts';
import { UsageError } from '../usage-error.ts';

/** The forms of a result that later steps read, by the ends of their names. */
export type Results = Readonly<Record<ResultKind, string>>;
export type ResultKind = 'json' | 'sarif' | 'html';

/**
 * Writes results to a directory of their own, so that a second step of the job does not overwrite
 * them, and outside the workspace, where the next step may pack everything up.
 *
 * @param temp the runner's temporary directory.
 * @param wanted where in it the user wants one of them; `null` for beside the others.
 * @returns the paths of the files.
 * @throws {UsageError} where a file cannot be where the user wants it.
 */
export function writeResults(
  results: Results,
  temp: string,
  wanted: Readonly<Record<ResultKind, string | null>>,
): Results {
  const directory = mkdtempSync(join(temp, 'xen-boot-gate-'));
  const write = (kind: ResultKind): string => {
    const file = wanted[kind];
    if (file !== null) return writeAt(file, temp, kind, results[kind]);
    const path = join(directory, `report.${kind}`);
    writeFileSync(path, results[kind]);
    return path;
  };
  return { json: write('json'), sarif: write('sarif'), html: write('html') };
}

function writeAt(file: string, temp: string, kind: ResultKind, text: string): string {
  const path = resolve(temp, file);
  const fail = (reason: string) => {
    throw new UsageError(`The input "${kind}-file" cannot be "${file}": ${reason}.`);
  };
  if (fileInside(temp, path) === null) fail("it is not in the runner's temporary directory");
  try {
    mkdirSync(dirname(path), { recursive: true });
    // What is there already may be a kernel, or the log of another step.
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    fail(describeError(error));
  }
  return path;
}
