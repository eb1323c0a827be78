import { wasChecked } from '../contract/checked.ts';
import { type Outcome, outcomeOf } from '../contract/outcome.ts';
import type { GateResult, KernelReport, Problem, Report } from '../contract/report.ts';
import { shareParts, sharing } from '../contract/sharing.ts';
import { describeError } from '../files/file-error.ts';
import { openFile } from '../files/file-source.ts';
import { applyPolicy, lostPaths } from '../policy/apply.ts';
import type { FailOn } from '../policy/policy.ts';
import type { Settings } from '../policy/settings.ts';
import { VERSION } from '../version.ts';
import { readBaseline } from './baseline.ts';
import { judgeSource, type Limits, type Question } from './kernel-report.ts';
import { describeUnchecked, OutOfTimeError } from './time-limit.ts';

export interface GateRequest extends Settings, Limits {
  /** Every file here is judged, whatever is in it. */
  readonly files: readonly string[];
  /** Inputs that never became files, to be reported with the rest. */
  readonly problems: readonly Problem[];
}

/**
 * Judges every file on every target and decides. A file that cannot be judged becomes a problem and
 * does not keep the others from it; where the time of the run is over, one problem names all that was
 * not checked. This never throws.
 *
 * @param onFile called before each file, with its place among them from 0.
 */
export async function runGate(
  request: GateRequest,
  onFile: (path: string, index: number) => void = () => {},
): Promise<Report> {
  const problems = [...request.problems];
  const { files, policy } = request;
  const inputs = [...files, ...(policy.baseline === null ? [] : [policy.baseline.path])];
  const kernels: KernelReport[] = [];
  const share = sharing();
  let before: KernelReport[] | null = null;
  for (const [index, path] of inputs.entries()) {
    try {
      if (index < files.length) {
        onFile(path, index);
        kernels.push(shareParts(await judgeFile(path, request), share));
      } else {
        before = await readBaseline(policy.baseline ?? { path }, request);
      }
    } catch (error) {
      if (error instanceof OutOfTimeError) {
        problems.push(describeUnchecked(error, inputs.slice(index)));
        break;
      }
      problems.push({ path, message: describeError(error) });
    }
  }
  await checkLostPaths(kernels, before ?? [], request, problems);
  return makeReport({ kernels, problems, before }, request);
}

/**
 * Checks kernels again that lost a boot path: with `boot: auto` it was not among those that were
 * checked.
 */
async function checkLostPaths(
  kernels: KernelReport[],
  before: readonly KernelReport[],
  request: GateRequest,
  problems: Problem[],
): Promise<void> {
  for (const [index, lost] of lostPaths(request.policy, kernels, before).entries()) {
    const { path = '' } = kernels[index] ?? {};
    if (lost.length === 0) continue;
    try {
      kernels[index] = await judgeFile(path, { ...request, lost });
    } catch (error) {
      if (error instanceof OutOfTimeError) {
        problems.push(describeUnchecked(error, [path]));
        return;
      }
      problems.push({ path, message: describeError(error) });
    }
  }
}

/** What a run has found out. */
export interface Findings {
  readonly kernels: readonly KernelReport[];
  readonly problems: readonly Problem[];
  /** The kernels of the baseline; `null` without one that could be read. */
  readonly before: readonly KernelReport[] | null;
}

/** The finished report: what was found, what the policy says of it, and the decision. */
export function makeReport({ kernels, problems, before }: Findings, settings: Settings): Report {
  const ruled = applyPolicy(settings, kernels, before);
  return {
    schemaVersion: 1,
    tool: { name: 'xen-boot-gate', version: VERSION },
    gate: decide(ruled.kernels, problems, settings.failOn),
    kernels: ruled.kernels,
    problems,
    ...(ruled.notices.length > 0 && { notices: ruled.notices }),
  };
}

async function judgeFile(path: string, request: Question & Limits): Promise<KernelReport> {
  const file = openFile(path);
  try {
    return await judgeSource(file, path, request);
  } finally {
    file.close();
  }
}

/**
 * Nothing checked is never a pass: not no kernel, not an unread input, not only targets that are
 * absent or ignored.
 */
function decide(
  kernels: readonly KernelReport[],
  problems: readonly Problem[],
  failOn: FailOn,
): GateResult {
  const failed = count(kernels, ['fails']);
  const warned = count(kernels, ['warns']);
  const judged = kernels.length > 0 && problems.length === 0 && kernels.every(wasChecked);
  const tolerated = {
    never: true,
    fails: failed === 0,
    warns: failed === 0 && warned === 0,
  };
  return {
    passed: judged && tolerated[failOn],
    failed,
    warned: warned + count(kernels, ['allowed-to-fail', 'known']),
    waived: count(kernels, ['waived']),
  };
}

function count(kernels: readonly KernelReport[], outcomes: readonly Outcome[]): number {
  return kernels
    .flatMap(({ verdicts }) => verdicts)
    .filter((verdict) => outcomes.includes(outcomeOf(verdict)))
    .reduce((sum, { releases }) => sum + releases.length, 0);
}
