import { join } from 'node:path';
import { fileArtifact } from '../../src/artifacts/artifact.ts';
import type { KernelReport, Report } from '../../src/contract/report.ts';
import { type GateRequest, runGate } from '../../src/gate/gate.ts';
import { NO_POLICY } from '../../src/policy/policy.ts';
import { type Overrides, settle } from '../../src/policy/settings.ts';
import { builds, CALENDAR } from './builds.ts';
import { tempFiles } from './temp-files.ts';

interface Run
  extends Omit<Overrides, 'releases'>,
    Partial<Pick<GateRequest, 'problems' | 'checkTime'>> {
  readonly xen?: string;
  readonly onArtifact?: () => void;
}

/** Runs the gate over these files; paths in the report are their names. */
export async function gate(
  files: Record<string, Uint8Array | string>,
  run: Run = {},
): Promise<Report> {
  const { xen = '4.1,4.17', boot, failOn, problems = [], checkTime, onArtifact } = run;
  const root = tempFiles(files);
  const request = {
    artifacts: Object.keys(files).map((name) => fileArtifact(join(root, name))),
    problems,
    ...(checkTime && { checkTime }),
    ...settle(NO_POLICY, { builds: builds(xen), boot, failOn }, CALENDAR),
  };
  const follower = { onStart: onArtifact ?? (() => {}), onEnd: () => {} };
  const report = await runGate(request, { follower });
  const rename = (kernel: KernelReport) => ({
    ...kernel,
    path: kernel.path.slice(root.length + 1),
  });
  return { ...report, kernels: report.kernels.map(rename) };
}
