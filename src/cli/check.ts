import { runGate } from '../gate/gate.ts';
import { xenReader } from '../gate/xen-binaries.ts';
import { type Exclusions, exclusions } from '../glob/exclusions.ts';
import { FAIL_ON, NO_POLICY, type Policy, pathsOf } from '../policy/policy.ts';
import { readPolicy } from '../policy/policy-file.ts';
import { type Overrides, settle } from '../policy/settings.ts';
import { NONE } from '../policy/usual-paths.ts';
import { binariesOf, type ReadXen, withBinaries } from '../policy/with-binaries.ts';
import { limitHeapGrowth } from '../process/heap.ts';
import { parseBootList } from '../programs/boot-list.ts';
import { parseXenList } from '../programs/xen/targets.ts';
import { choose } from '../text/suggest.ts';
import { UsageError } from '../text/usage-error.ts';
import { checkOnThreads } from '../threads/pool.ts';
import { type Args, splitLists } from './args.ts';
import { emitAll, exitCodeOf, parseOutputs, requireOthers } from './formats.ts';
import { findKernels } from './inputs.ts';
import { EXIT_USAGE, type Io } from './io.ts';
import { locator } from './locator.ts';
import {
  jobsOf,
  parseLimits,
  parseMemory,
  parseShardOption,
  parseWarnBeforeExpiry,
} from './options.ts';
import { listedPaths, listFiles } from './path-lists.ts';
import { NO_PROGRESS, progress } from './progress.ts';

/** `check PATH…`: checks kernels, prints the report, and answers whether the gate passes. */
export async function check(args: Args, io: Io): Promise<number> {
  const outputs = parseOutputs(args);
  const isQuiet = args.has('quiet');
  const shard = parseShardOption(args);
  if (shard && !outputs.some(({ format }) => format === 'json')) {
    throw new UsageError(
      '--shard needs --format json=FILE: merge joins the JSON reports of all shards',
    );
  }
  const named = args.last('policy');
  const policyFile = named === NONE ? undefined : named;
  const limits = parseLimits(args, io);
  const jobs = jobsOf(args, limits.maxDictionary);
  const readXen = xenReader(io.calendar, limits.checkTime ?? (() => {}));
  const policy =
    policyFile === undefined
      ? NO_POLICY
      : await withBinaries(readPolicy(policyFile, io.calendar), readXen);
  const settings = settle(policy, await readOverrides(args, io, readXen), io.calendar);

  const listed = await listedPaths(args, io);
  const isNamed = args.positionals.length + listed.length > 0;
  const paths = isNamed ? args.positionals : pathsOf(policy);
  const baseline = policy.baseline?.path;
  const search = { ...limits, baseline, listed, exclusions: exclusionsOf(args, policy), shard };
  // To match kernels with a baseline, the names of all of them count.
  const namesAll = baseline !== undefined;
  const { files, ...found } = await findKernels(paths, io, { ...search, namesAll }, isQuiet);
  const others = [policyFile, baseline, ...listFiles(args)].filter((path) => path !== undefined);
  const xen = [
    ...splitLists(args.all('xen-binary')),
    ...binariesOf(policy).map(({ path }) => path),
  ];
  requireOthers(outputs, [...files, ...others, ...xen]);
  limitHeapGrowth(found.artifacts.length);
  const tracker = isQuiet ? NO_PROGRESS : progress(io, found.artifacts.length);
  const sources = { patterns: paths, policies: policyFile === undefined ? [] : [policyFile] };
  const run = found.shard && { ...found.shard, sources };
  const request = { ...found, shard: run, ...settings, ...limits };
  const report = await runGate(request, {
    follower: tracker,
    ...(io.startThread && { checkAll: checkOnThreads(io.startThread, { jobs }) }),
  });
  tracker.done();
  if (!emitAll(report, outputs, io, locator(report, sources, io))) return EXIT_USAGE;
  // The decision is that of all shards.
  return shard ? 0 : exitCodeOf(report);
}

/** The option wins over the policy. */
function exclusionsOf(args: Args, policy: Policy): Exclusions {
  const globs = args.all('exclude');
  return exclusions(globs.length > 0 ? globs : policy.exclude);
}

/** What the options ask for; one that is not given is left to the policy. */
async function readOverrides(args: Args, io: Io, readXen: ReadXen): Promise<Overrides> {
  const failOn = args.last('fail-on');
  const [xen, boot] = [args.all('xen'), args.all('boot')];
  const files = splitLists(args.all('xen-binary')).map((path) => ({ path }));
  return {
    failOn: failOn === undefined ? undefined : choose('level for --fail-on', failOn, FAIL_ON),
    builds:
      xen.length + files.length === 0
        ? undefined
        : [...(xen.length === 0 ? [] : parseXenList(xen, io.calendar)), ...(await readXen(files))],
    boot: boot.length === 0 ? undefined : parseBootList(splitLists(boot)),
    warnBeforeExpiry: parseWarnBeforeExpiry(args),
    dom0Memory: parseMemory(args, 'dom0-memory'),
    guestMemory: parseMemory(args, 'guest-memory'),
  };
}
