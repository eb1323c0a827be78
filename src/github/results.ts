import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describeError } from '../artifacts/file-error.ts';
import { fileInside } from '../report/file-inside.ts';
import { UsageError } from '../usage-error.ts';

/** A result in all forms that later steps read. */
export interface Results {
  readonly json: string;
  readonly sarif: string;
}

/**
 * Writes results to a directory of their own, so that a second step of the job does not overwrite
 * them, and outside the workspace, where the next step may pack everything up.
 *
 * @param temp the runner's temporary directory.
 * @param sarifFile where in it the user wants the SARIF log; `null` for beside the other.
 * @returns the paths of the files.
 * @throws {UsageError} where the SARIF log cannot be where the user wants it.
 */
export function writeResults(results: Results, temp: string, sarifFile: string | null): Results {
  const directory = mkdtempSync(join(temp, 'xen-boot-gate-'));
  const json = join(directory, 'report.json');
  writeFileSync(json, results.json);
  if (sarifFile !== null) return { json, sarif: writeAt(sarifFile, temp, results.sarif) };
  const sarif = join(directory, 'report.sarif');
  writeFileSync(sarif, results.sarif);
  return { json, sarif };
}

function writeAt(file: string, temp: string, text: string): string {
  const path = resolve(temp, file);
  const fail = (reason: string) => {
    throw new UsageError(`The input "sarif-file" cannot be "${file}": ${reason}.`);
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
