import type { Report } from '../contract/report.ts';
import type { Parts } from '../files/write-parts.ts';
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
import { type Calendar, parseXenList } from '../programs/xen/targets.ts';
import { pageParts } from '../report/html/page.ts';
import { reportParts } from '../report/json.ts';
import { markdownParts } from '../report/markdown/markdown.ts';
import { sarifParts } from '../report/sarif/sarif.ts';
import { textParts } from '../report/text/text.ts';
import { choose } from '../text/suggest.ts';
import { type Args, splitLists } from './args.ts';
import { findKernels, requireOther } from './inputs.ts';
import { complain, EXIT_USAGE, emit, type Io, type Layout, layoutOf } from './io.ts';
import { parseLimits, parseMemory, parseWarnBeforeExpiry } from './options.ts';
import { listedPaths, listFiles } from './path-lists.ts';
import { progress } from './progress.ts';

const FORMATS = {
  text: textParts,
  json: reportParts,
  markdown: markdownParts,
  sarif: (report) => sarifParts(report, { category: report.tool.name }),
  html: (report, _layout, calendar) => pageParts(report, calendar),
} satisfies Record<string, (report: Report, layout: Layout, calendar: Calendar) => Parts>;

/** `check PATH…`: checks kernels, prints the report, and answers whether the gate passes. */
export async function check(args: Args, io: Io): Promise<number> {
  const formats = Object.keys(FORMATS) as (keyof typeof FORMATS)[];
  const format = choose('format', args.last('format') ?? 'text', formats);
  const named = args.last('policy');
  const policyFile = named === NONE ? undefined : named;
  const output = args.last('output');
  const limits = parseLimits(args, io);
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
  const search = { ...limits, baseline, listed, exclusions: exclusionsOf(args, policy) };
  const { artifacts, files, problems } = await findKernels(paths, io, search);
  const others = [policyFile, baseline, ...listFiles(args)].filter((path) => path !== undefined);
  const xen = [
    ...splitLists(args.all('xen-binary')),
    ...binariesOf(policy).map(({ path }) => path),
  ];
  requireOther(output, [...files, ...others, ...xen]);
  limitHeapGrowth(artifacts.length);
  const tracker = progress(io, artifacts.length);
  const request = { artifacts, problems, ...settings, ...limits };
  const report = await runGate(request, tracker.onArtifact);
  tracker.done();
  emit(FORMATS[format](report, layoutOf(io, output), io.calendar), io, output);
  for (const { path, message } of report.problems) complain(io, `${path}: ${message}`);
  if (report.problems.length > 0) return EXIT_USAGE;
  return report.gate.passed ? 0 : 1;
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
