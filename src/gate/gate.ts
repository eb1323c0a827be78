import type { Artifact } from '../artifacts/artifact.ts';
import type { PublishedKernel } from '../contract/published.ts';
import type { KernelReport, Problem, Report } from '../contract/report.ts';
import { shareParts, sharing } from '../contract/sharing.ts';
import { applyPolicy, lostPaths } from '../policy/apply.ts';
import { noticesOf } from '../policy/notices.ts';
import type { Settings } from '../policy/settings.ts';
import { readBuilds } from '../programs/xen/binary/xen-binary.ts';
import { distinctBuilds } from '../programs/xen/xen-build.ts';
import { baselineArtifact, readBaseline } from './baseline.ts';
import {
  type Answer,
  type CheckAll,
  checkInTurn,
  type Follower,
  failureOf,
  NO_FOLLOWER,
} from './check-all.ts';
import { finishReport, inOrder } from './finish.ts';
import type { Limits } from './kernel-report.ts';
import { type ShardRun, shardReport } from './shard-report.ts';
import { Unchecked } from './unchecked.ts';

export interface GateRequest extends Settings, Limits {
  /** All of these are checked, whatever is in them. */
  readonly artifacts: readonly Artifact[];
  /** Inputs that never became artifacts, to be reported with the rest. */
  readonly problems: readonly Problem[];
  /** The part of a run that this is; left out where it is all of it. */
  readonly shard?: ShardRun | undefined;
}

/** How a run works; none of it changes the report. */
export interface Work {
  readonly follower?: Follower;
  /** Default: one kernel after another, in this thread. */
  readonly checkAll?: CheckAll;
}

/**
 * Checks every artifact on every target and decides. An artifact that cannot be checked becomes a
 * problem, and the others are still checked. When the time of the run is over, one problem names
 * the unchecked ones. This never throws.
 */
export async function runGate(
  request: GateRequest,
  { follower = NO_FOLLOWER, checkAll = checkInTurn }: Work = {},
): Promise<Report> {
  const { artifacts, policy, shard } = request;
  const baseline = policy.baseline && baselineArtifact(policy.baseline);
  const share = sharing();
  const checked: (KernelReport | undefined)[] = [];
  const left = new Unchecked();
  const tasks = artifacts.map((artifact) => ({ artifact }));
  const answer = (place: number, one: Answer) => {
    if (one.kind === 'checked') checked[place] = shareParts(one.report, share);
    else left.add(artifacts[place]?.name ?? '', place, one);
  };
  await checkAll(tasks, request, answer, follower);
  let before: PublishedKernel[] | null = null;
  if (baseline) {
    try {
      if (left.timeout) throw left.timeout;
      before = await readBaseline(baseline, request);
    } catch (error) {
      left.add(baseline.name, artifacts.length, failureOf(error));
    }
  }
  const paths = shard?.split.names ?? artifacts.map(({ name }) => name);
  const again = await checkLostPaths(checked, before ?? [], paths, request, checkAll);
  const problems = inOrder([...left.problems(), ...again], paths);
  const kernels = checked.filter((kernel) => kernel !== undefined);
  return makeReport(
    { kernels, problems: [...request.problems, ...problems], before, paths, shard },
    request,
  );
}

/**
 * Checks kernels again that lost a boot path: with `boot: auto` it was not among those that were
 * checked.
 *
 * @param checked by the place of their artifacts; the new reports take the places of the old ones.
 * @returns why some could not be checked again.
 */
async function checkLostPaths(
  checked: (KernelReport | undefined)[],
  before: readonly PublishedKernel[],
  paths: readonly string[],
  request: GateRequest,
  checkAll: CheckAll,
): Promise<Problem[]> {
  const places = [...checked.keys()].filter((place) => checked[place] !== undefined);
  const kernels = checked.filter((kernel) => kernel !== undefined);
  const lostBy = lostPaths(request.policy, kernels, before, paths);
  const tasks = places.flatMap((place, i) => {
    const artifact = request.artifacts[place];
    const lost = lostBy[i] ?? [];
    return artifact && lost.length > 0 ? [{ artifact, lost, place }] : [];
  });
  const left = new Unchecked();
  const answer = (index: number, one: Answer) => {
    const { place = 0, artifact } = tasks[index] ?? {};
    if (one.kind === 'checked') checked[place] = one.report;
    else left.add(artifact?.name ?? '', place, one);
  };
  await checkAll(tasks, request, answer, NO_FOLLOWER);
  return left.problems();
}

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
