import * as core from '@actions/core';
import { discover, type Inputs as Found } from './artifacts/discover.ts';
import { describeOpened } from './artifacts/opened.ts';
import { readPathList } from './artifacts/path-list.ts';
import { describePlaces } from './artifacts/places.ts';
import { describeSkipped } from './artifacts/skipped.ts';
import { isPlain } from './files/leads-out.ts';
import { runGate } from './gate/gate.ts';
import { timeLimit } from './gate/time-limit.ts';
import { xenReader } from './gate/xen-binaries.ts';
import { findPolicySource } from './github/policy/policy-source.ts';
import { fail, InputsError } from './github/publish/fail.ts';
import { mergeReports } from './github/publish/merge-reports.ts';
import { setOutputs, UNDECIDED } from './github/publish/outputs.ts';
import {
  publish,
  publishNothing,
  publishNoVerdict,
  publishUnmatched,
} from './github/publish/publish.ts';
import { reserveResults } from './github/publish/results.ts';
import { publishShard } from './github/publish/shard.ts';
import { findPolicyOf } from './github/step/checkout.ts';
import { type Inputs, readInputs, unknownInputs } from './github/step/inputs.ts';
import { lostZero } from './github/step/lost-zero.ts';
import { type Run, readRun } from './github/step/run.ts';
import { describeUnused, type Exclusions, exclusions } from './glob/exclusions.ts';
import { NO_POLICY, type Policy, type PolicyFile, pathsOf } from './policy/policy.ts';
import { type Overrides, settle } from './policy/settings.ts';
import { USUAL_PATHS } from './policy/usual-paths.ts';
import { type ReadXen, withBinaries } from './policy/with-binaries.ts';
import { findMisnamed, refuseOutside, WORKSPACE } from './policy/workspace-policy.ts';
import { tolerateClosed } from './process/closed-streams.ts';
import { limitHeapGrowth } from './process/heap.ts';
import { progressLines } from './process/progress-lines.ts';
import { dayOf } from './process/today.ts';
import { RELEASES } from './programs/xen/releases.ts';
import type { Calendar } from './programs/xen/targets.ts';
import { forTerminal, isShowable } from './report/escape.ts';
import { plural } from './text/plural.ts';
import { UsageError } from './text/usage-error.ts';
import { defaultJobs } from './threads/jobs.ts';
import { checkOnThreads } from './threads/pool.ts';
import { serveHere, threadsOf } from './threads/worker-thread.ts';

// The outputs and the exit code hold the result, whatever becomes of the log.
tolerateClosed([process.stdout, process.stderr], () => {});

try {
  if (!serveHere()) {
    setOutputs(UNDECIDED);
    await main();
  }
} catch (error) {
  fail(error);
}

async function main(): Promise<void> {
  const unknown = unknownInputs(process.env);
  if (unknown !== '') core.warning(forTerminal(unknown));
  const calendar = { releases: RELEASES, today: dayOf(new Date()) };
  const { inputs, mistakes } = readInputs(core.getInput, calendar);
  const lost = lostZero(inputs.xen, RELEASES);
  if (lost !== null) core.warning(lost);
  const run = readRun(process.env, inputs);
  try {
    if (mistakes.length > 0) throw new InputsError(mistakes);
    await (inputs.merge.length > 0 ? merge : check)(inputs, run, calendar);
  } catch (error) {
    const reasons = fail(error, run.checkout);
    // The step that merges posts, once.
    if (inputs.shard === null) await publishNoVerdict(reasons, inputs, run);
  }
}

async function merge(inputs: Inputs, run: Run, calendar: Calendar): Promise<void> {
  const source = await findPolicySource(inputs, run, process.env, calendar);
  core.info(forTerminal(source.origin));
  await mergeReports({ inputs, run, source, releases: calendar.releases });
}

async function check(inputs: Inputs, run: Run, calendar: Calendar): Promise<void> {
  const { ifNoKernels, maxDictionary, maxTime, jobs } = inputs;
  const time = timeLimit(maxTime, () => performance.now());
  const { checkTime } = time;
  // What is asked of the kernels: the inputs override the policy.
  const source = await findPolicySource(inputs, run, process.env, calendar);
  const { policy } = source;
  core.info(forTerminal(source.origin));
  if (inputs.policy === null && inputs.policyFrom === 'workspace') {
    reportIgnoredPolicies(policy, run);
  }
  const readXen = xenReader(calendar, checkTime);
  const settings = settle(
    await withBinaries(policy, readXen),
    { ...overridesOf(inputs), builds: await buildsOf(inputs, readXen) },
    calendar,
  );
  const listed = listedPaths(inputs);
  const isNamed = inputs.kernels.length + listed.length > 0;
  const kernels = isNamed ? inputs.kernels : pathsOf(settings.policy);
  const paths = kernels.length + listed.length > 0 ? kernels : [WORKSPACE];
  const baseline = passedOver(policy.baseline);
  const found = await discover(paths, {
    baseline,
    checkTime,
    maxDictionary,
    listed,
    exclusions: exclusionsOf(inputs, policy),
    shard: inputs.shard ?? undefined,
    // To match kernels with a baseline, the names of all of them count.
    namesAll: policy.baseline !== null,
  });
  const { artifacts, unmatched, split } = found;
  logSearch(found);
  limitHeapGrowth(artifacts.length);
  // What a shard has no kernel for, another may have.
  if (!split && artifacts.length === 0 && found.problems.length === 0) {
    await publishNothing([...kernels, ...listed], inputs, run);
    return;
  }
  const isError = !split && ifNoKernels === 'error';
  const lost = isError ? unmatched.map(({ path, message }) => ({ path, message })) : [];
  const problems = [...found.problems, ...lost];
  if (!split && unmatched.length > 0) publishUnmatched(unmatched, ifNoKernels);
  const context = {
    inputs,
    run,
    patterns: kernels,
    source,
    calendar,
    paths: reserveResults(run.temp, inputs.resultFiles),
    isAutomatic: settings.targets.some(({ boot }) => boot === 'auto'),
  };
  const sources = { patterns: kernels, policies: source.files };
  const shard = split ? { ...found, split, sources } : undefined;
  const request = { artifacts, problems, shard, maxDictionary, ...time, ...settings };
  const follower = progressLines(artifacts.length, () => performance.now(), core.info);
  const start = threadsOf(new URL(import.meta.url));
  const checkAll = checkOnThreads(start, { jobs: jobs ?? defaultJobs(maxDictionary) });
  const report = await runGate(request, { follower, checkAll });
  if (split) publishShard(report, context);
  else await publish(report, context);
}

/**
 * The file of the baseline is not checked. Where its content comes from elsewhere, a pull request could
 * put a link to a kernel in its place, which would not be checked then either.
 */
function passedOver(baseline: PolicyFile | null): string | undefined {
  if (baseline?.content && !isPlain(baseline.path, WORKSPACE)) return undefined;
  return baseline?.path;
}

/** The input wins over the policy. */
function exclusionsOf({ exclude }: Inputs, policy: Policy): Exclusions {
  try {
    return exclusions(exclude ?? policy.exclude);
  } catch (error) {
    if (!(error instanceof UsageError) || exclude === null) throw error;
    throw new InputsError([`The input "exclude" cannot be used: ${error.message}.`]);
  }
}

/** A build that a pull request changes may write the list: like a policy, it stays in the workspace. */
function listedPaths({ filesFrom }: Inputs): readonly string[] {
  if (filesFrom === null) return [];
  try {
    const paths = readPathList(filesFrom);
    const outside = paths.map(refuseOutside).find((refused) => refused !== null);
    if (outside) throw new UsageError(outside);
    return paths;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new InputsError([`The input "files-from" cannot be used: ${error.message}.`]);
  }
}

/** What was found, and what was not taken for a kernel: a gate that misses one gates nothing. */
function logSearch({ artifacts, opened, skipped, places, unused, split }: Found): void {
  core.info(`Found ${plural(artifacts.length, 'kernel')}.`);
  for (const line of describePlaces(places)) core.info(`Found ${forTerminal(line)}`);
  for (const line of describeOpened(opened)) core.info(`Found ${forTerminal(line)}`);
  for (const line of describeSkipped(skipped)) core.info(`Not checked: ${forTerminal(line)}`);
  if (split) return;
  for (const glob of unused) core.notice(forTerminal(describeUnused(glob)), { title: 'exclude' });
}

/** The author of a policy relies on it, so a notice names one that is not read. */
function reportIgnoredPolicies(policy: Policy, run: Run): void {
  for (const file of findMisnamed()) {
    const message = `${file} is not read: the policy is ${USUAL_PATHS.join(' or ')}. Rename it, or set \`policy: ${file}\`.`;
    core.notice(forTerminal(message), { title: 'policy', ...(isShowable(file) && { file }) });
  }
  if (policy === NO_POLICY) reportPolicyOfCheckout(run);
}

/** In a checkout below the workspace none is found. */
function reportPolicyOfCheckout({ workspace, checkout }: Run): void {
  const file = checkout === '' ? null : findPolicyOf(workspace, checkout);
  if (file === null) return;
  const path = checkout + file;
  const message =
    `The policy ${path} is not read: without the input "policy", the Action looks only in .github ` +
    `of the workspace. To use it, give the step \`policy: ${path}\`; the paths in it are ` +
    'relative to the workspace.';
  core.notice(forTerminal(message), { title: 'policy', file });
}

/** The builds that the inputs name, those of files among them; none leaves them to the policy. */
async function buildsOf(
  { builds, xenBinary }: Inputs,
  readXen: ReadXen,
): Promise<Overrides['builds']> {
  if (xenBinary === null) return builds ?? undefined;
  try {
    return [...(builds ?? []), ...(await readXen(xenBinary.map((path) => ({ path }))))];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new InputsError([`The input "xen-binary" cannot be used: ${error.message}.`]);
  }
}

function overridesOf({
  boot,
  dom0Memory,
  guestMemory,
  failOn,
  warnBeforeExpiry,
}: Inputs): Overrides {
  return {
    boot: boot ?? undefined,
    dom0Memory: dom0Memory ?? undefined,
    guestMemory: guestMemory ?? undefined,
    failOn: failOn ?? undefined,
    warnBeforeExpiry: warnBeforeExpiry ?? undefined,
  };
}
