import { openFile } from './artifacts/file-source.ts';
import { readText } from './artifacts/text-file.ts';
import { latin1 } from './kernel/latin1.ts';
import { judgeSource, type Limits, type Question } from './kernel-report.ts';
import { isReport } from './report/is-report.ts';
import type { KernelReport } from './report/report.ts';

/** Of a report, in bytes: that of eighty kernels on every release has some 4 MiB. */
const MAX_REPORT = 16 * 1024 * 1024;

/** No kernel begins with these. */
const JSON_START = /^\s*\{/;

/**
 * The kernels of a baseline: those of a JSON report of ours, or a kernel, judged as it is asked now.
 *
 * @throws {Error} with a clause that follows the path, where it is neither.
 */
export async function readBaseline(
  path: string,
  request: Question & Limits,
): Promise<KernelReport[]> {
  const file = openFile(path);
  try {
    const start = latin1(file.read(0, 64));
    if (JSON_START.test(start)) return readReport(path);
    const kernel = await judgeSource(file, path, request);
    if (kernel.format !== null) return [kernel];
  } finally {
    file.close();
  }
  throw new Error('is no baseline: neither a JSON report nor a kernel');
}

function readReport(path: string): KernelReport[] {
  const report = parse(readText(path, MAX_REPORT));
  if (!isReport(report)) {
    throw new Error('is no baseline: not a JSON report of this program with schemaVersion 1');
  }
  return [...report.kernels];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
