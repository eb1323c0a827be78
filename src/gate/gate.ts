import { type Artifact, readArtifact } from '../artifacts/artifact.ts';
import { wasChecked } from '../contract/checked.ts';
import { type Outcome, outcomeOf } from '../contract/outcome.ts';
import type { PublishedKernel } from '../contract/published.ts';
import type { GateResult, KernelReport, Problem, Report } from '../contract/report.ts';
import { shareParts, sharing } from '../contract/sharing.ts';
import { applyPolicy, lostPaths } from '../policy/apply.ts';
import type { FailOn } from '../policy/policy.ts';
import type { Settings } from '../policy/settings.ts';
import { readBuilds } from '../programs/xen/binary/xen-binary.ts';
import { distinctBuilds } from '../programs/xen/xen-build.ts';
import { VERSION } from '../version.ts';
import { baselineArtifact, readBaseline } from './baseline.ts';
import { eachArtifact } from './each-artifact.ts';
import { checkSource, type Limits, type Question } from './kernel-report.ts';
import { readUnifiedXen, type UnifiedXen } from './unified-xen.ts';

export interface GateRequest extends Settings, Limits {
  /** All of these are checked, whatever is in them. */
  readonly artifacts: readonly Artifact[];
  /** Inputs that never became artifacts, to be reported with the rest. */
  readonly problems: readonly Problem[];
}

/**
 * Checks every artifact on every target and decides. An artifact that cannot be checked becomes a
 * problem, and the others are still checked. When the time of the run is over, one problem names
 * the unchecked ones. This never throws.
 *
 * @param onArtifact called before each artifact, with its name and its place among them from 0.
 */
export async function runGate(
  request: GateRequest,
  onArtifact: (name: string, index: number) => void = () => {},
): Promise<Report> {
  const { artifacts, policy } = request;
  const problems = [...request.problems];
  const baseline = policy.baseline && baselineArtifact(policy.baseline);
  const inputs = [...artifacts, ...(baseline ? [baseline] : [])];
  const checked: Checked[] = [];
  const share = sharing();
  let before: PublishedKernel[] | null = null;
  await eachArtifact(inputs, problems, async (artifact, index) => {
    if (artifact === baseline) {
      before = await readBaseline(artifact, request);
      return;
    }
    onArtifact(artifact.name, index);
    checked.push({ artifact, report: shareParts(await check(artifact, request), share) });
  });
  await checkLostPaths(checked, before ?? [], request, problems);
  return makeReport({ kernels: checked.map(reportOf), problems, before }, request);
}

interface Checked {
  readonly artifact: Artifact;
  readonly report: KernelReport;
}

/**
 * Checks kernels again that lost a boot path: with `boot: auto` it was not among those that were
 * checked.
 */
async function checkLostPaths(
  checked: Checked[],
  before: readonly PublishedKernel[],
  request: GateRequest,
  problems: Problem[],
): Promise<void> {
  const lost = lostPaths(request.policy, checked.map(reportOf), before);
  const again = checked.filter((_, index) => (lost[index] ?? []).length > 0);
  await eachArtifact(again.map(artifactOf), problems, async (artifact) => {
    const index = checked.findIndex((one) => one.artifact === artifact);
    const report = await check(artifact, { ...request, lost: lost[index] ?? [] });
    checked[index] = { artifact, report };
  });
}

const artifactOf = ({ artifact }: Checked) => artifact;
const reportOf = ({ report }: Checked) => report;

/** What a run has found out. */
export interface Findings {
  readonly kernels: readonly KernelReport[];
  readonly problems: readonly Problem[];
  /** The kernels of the baseline; `null` without one that could be read. */
  readonly before: readonly PublishedKernel[] | null;
}

/** The finished report: what was found, what the policy says of it, and the decision. */
export function makeReport({ kernels, problems, before }: Findings, settings: Settings): Report {
  const ruled = applyPolicy(settings, kernels, before);
  const asked = settings.targets.flatMap(({ builds }) => builds);
  const around = kernels
    .filter(({ container }) => container === 'xen-unified')
    .flatMap(({ verdicts }) => verdicts.flatMap(({ builds }) => builds));
  const binaries = readBuilds(distinctBuilds([...asked, ...around]));
  return {
    schemaVersion: 1,
    tool: { name: 'xen-boot-gate', version: VERSION },
    gate: decide(ruled.kernels, problems, settings.failOn),
    ...(binaries.length > 0 && { binaries }),
    kernels: ruled.kernels,
    problems,
    ...(ruled.notices.length > 0 && { notices: ruled.notices }),
  };
}

async function check(
  artifact: Artifact,
  request: Question & Limits & Pick<Settings, 'releases'>,
): Promise<KernelReport> {
  const { name, container } = artifact;
  const question = { ...request, ...(await aroundOf(artifact, request)) };
  const { path, ...report } = await readArtifact(artifact, (source) =>
    checkSource(source, name, question),
  );
  return { path, ...(container && { container: container.format }), ...report };
}

/** The kernel in a unified image of Xen is for that Xen, whatever else is asked. */
async function aroundOf(
  { container }: Artifact,
  { targets, releases, checkTime = () => {} }: Question & Limits & Pick<Settings, 'releases'>,
): Promise<Partial<UnifiedXen>> {
  if (container?.format !== 'xen-unified') return {};
  return readUnifiedXen(container, targets, releases, checkTime);
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
  const checked = kernels.length > 0 && problems.length === 0 && kernels.every(wasChecked);
  const tolerated = {
    never: true,
    fails: failed === 0,
    warns: failed === 0 && warned === 0,
  };
  return {
    passed: checked && tolerated[failOn],
    failed,
    warned: warned + count(kernels, ['allowed-to-fail', 'known']),
    waived: count(kernels, ['waived']),
  };
}

function count(kernels: readonly KernelReport[], outcomes: readonly Outcome[]): number {
  return kernels
    .flatMap(({ verdicts }) => verdicts)
    .filter((verdict) => outcomes.includes(outcomeOf(verdict)))
    .reduce((sum, { builds }) => sum + builds.length, 0);
}
