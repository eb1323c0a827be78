import { describeError } from './artifacts/file-error.ts';
import { openFile } from './artifacts/file-source.ts';
import { judgeSource, type Limits, type Targets } from './kernel-report.ts';
import { wasChecked } from './report/checked.ts';
import type { GateResult, KernelReport, Problem, Report, VerdictStatus } from './report/report.ts';
import { VERSION } from './version.ts';

/** What makes the gate fail: `never` leaves only inputs that were not judged. */
export const FAIL_ON = ['fails', 'warns', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export interface GateRequest extends Targets, Limits {
  /** Every file here is judged, whatever is in it. */
  readonly files: readonly string[];
  /** Inputs that never became files, to be reported with the rest. */
  readonly problems: readonly Problem[];
  readonly failOn: FailOn;
}

/**
 * Judges every file on every target and decides. A file that cannot be judged becomes a problem and
 * does not keep the others from it; this never throws.
 *
 * @param onFile called before each file, with its place among them from 0.
 */
export async function runGate(
  request: GateRequest,
  onFile: (path: string, index: number) => void = () => {},
): Promise<Report> {
  const kernels: KernelReport[] = [];
  const problems = [...request.problems];
  for (const [index, path] of request.files.entries()) {
    onFile(path, index);
    try {
      kernels.push(await judgeFile(path, request));
    } catch (error) {
      problems.push({ path, message: describeError(error) });
    }
  }
  return makeReport(kernels, problems, request.failOn);
}

/** A finished report of kernels that were judged. */
export function makeReport(
  kernels: readonly KernelReport[],
  problems: readonly Problem[],
  failOn: FailOn,
): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'xen-boot-gate', version: VERSION },
    gate: decide(kernels, problems, failOn),
    kernels,
    problems,
  };
}

async function judgeFile(path: string, request: GateRequest): Promise<KernelReport> {
  const file = openFile(path);
  try {
    return await judgeSource(file, path, request);
  } finally {
    file.close();
  }
}

/** Nothing checked is never a pass: not no kernel, not an unread input, not only absent targets. */
function decide(
  kernels: readonly KernelReport[],
  problems: readonly Problem[],
  failOn: FailOn,
): GateResult {
  const failed = count(kernels, 'fails');
  const warned = count(kernels, 'warns');
  const judged = kernels.length > 0 && problems.length === 0 && kernels.every(wasChecked);
  const tolerated = {
    never: true,
    fails: failed === 0,
    warns: failed === 0 && warned === 0,
  };
  return { passed: judged && tolerated[failOn], failed, warned, waived: 0 };
}

function count(kernels: readonly KernelReport[], status: VerdictStatus): number {
  return kernels
    .flatMap(({ verdicts }) => verdicts)
    .filter((verdict) => verdict.status === status)
    .reduce((sum, { releases }) => sum + releases.length, 0);
}
