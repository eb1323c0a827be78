import { type Artifact, readArtifact } from '../artifacts/artifact.ts';
import type { PublishedKernel } from '../contract/published.ts';
import type { KernelReport, Problem, Report } from '../contract/report.ts';
import { shareParts, sharing } from '../contract/sharing.ts';
import { applyPolicy, lostPaths } from '../policy/apply.ts';
import { noticesOf } from '../policy/notices.ts';
import type { Settings } from '../policy/settings.ts';
import { readBuilds } from '../programs/xen/binary/xen-binary.ts';
import { distinctBuilds } from '../programs/xen/xen-build.ts';
import { baselineArtifact, readBaseline } from './baseline.ts';
import { eachArtifact } from './each-artifact.ts';
import { finishReport, inOrder } from './finish.ts';
import { checkSource, type Limits, type Question } from './kernel-report.ts';
import { type ShardRun, shardReport } from './shard-report.ts';
import { readUnifiedXen, type UnifiedXen } from './unified-xen.ts';

export interface GateRequest extends Settings, Limits {
  /** All of these are checked, whatever is in them. */
  readonly artifacts: readonly Artifact[];
  /** Inputs that never became artifacts, to be reported with the rest. */
  readonly problems: readonly Problem[];
  /** The part of a run that this is; left out where it is all of it. */
  readonly shard?: ShardRun | undefined;
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
  const { artifacts, policy, shard } = request;
  const problems: Problem[] = [];
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
  const paths = shard?.split.names ?? artifacts.map(({ name }) => name);
  await checkLostPaths(checked, { before: before ?? [], paths }, request, problems);
  const unchecked = inOrder(problems, paths);
  const kernels = checked.map(reportOf);
  return makeReport(
    { kernels, problems: [...request.problems, ...unchecked], before, paths, shard },
    request,
  );
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
  { before, paths }: { before: readonly PublishedKernel[]; paths: readonly string[] },
  request: GateRequest,
  problems: Problem[],
): Promise<void> {
  const lost = lostPaths(request.policy, checked.map(reportOf), before, paths);
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
  /** The paths of all kernels of the run. Default: those of `kernels`. */
  readonly paths?: readonly string[] | undefined;
  readonly shard?: ShardRun | undefined;
}

/** The finished report: what was found, what the policy says of it, and the decision. */
export function makeReport(findings: Findings, settings: Settings & Limits): Report {
  const { kernels, problems, before, paths, shard } = findings;
  const ruled = applyPolicy(settings, kernels, before, paths);
  const { today, warnBeforeExpiry, failOn } = settings;
  const asked = settings.targets.flatMap(({ builds }) => builds);
  const around = kernels
    .filter(({ container }) => container === 'xen-unified')
    .flatMap(({ verdicts }) => verdicts.flatMap(({ builds }) => builds));
  return finishReport({
    kernels: ruled.kernels,
    problems,
    binaries: readBuilds(distinctBuilds([...asked, ...around])),
    failOn,
    // What no kernel of a shard matches, one of another may.
    notices: shard ? [] : noticesOf(ruled.use, today, warnBeforeExpiry),
    shard: shard && shardReport(shard, ruled.use, before, settings),
  });
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
