import type { PublishedKernel } from '../contract/published.ts';
import type { Finding, KernelReport, Notice, VerdictReport } from '../contract/report.ts';
import { shareParts, sharing } from '../contract/sharing.ts';
import { openPatterns } from '../glob/path-set.ts';
import type { BootPath } from '../programs/boot-path.ts';
import { wayOf } from '../programs/boot-way.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { nameSome, quote } from '../text/quote.ts';
import { type Knows, openBaseline } from './baseline.ts';
import type { Policy, Target, TargetFilter, Waiver } from './policy.ts';
import type { Settings } from './settings.ts';
import { coverOf, type FindWaiver, openWaivers } from './waivers.ts';

/** The kernels of a run with what the policy says of them, and what is to be said of the policy. */
export interface Ruled {
  readonly kernels: readonly KernelReport[];
  readonly notices: readonly Notice[];
}

/**
 * Marks what a policy names, allows, ignores and waives, and what its baseline knows. What Xen does
 * with a kernel stays as it is.
 *
 * @param baseline kernels as they were before; `null` where there is none that could be read.
 */
export function applyPolicy(
  { policy, today, warnBeforeExpiry }: Pick<Settings, 'policy' | 'today' | 'warnBeforeExpiry'>,
  kernels: readonly KernelReport[],
  baseline: readonly PublishedKernel[] | null,
): Ruled {
  const withName = namer(policy);
  const named = kernels.map(withName);
  const before = baseline?.map(withName) ?? null;
  const known = openBaseline(policy.baseline, named, before);
  const waivers = openWaivers(policy.waivers, today, warnBeforeExpiry);
  const roleOf = rolesOf(policy);
  const share = sharing();
  return {
    kernels: named.map((kernel) => {
      const findWaiver = waivers.of(kernel);
      const knows = known.of(kernel);
      const ruled = {
        ...kernel,
        verdicts: kernel.verdicts.flatMap((verdict) => split(verdict, roleOf, findWaiver, knows)),
      };
      return shareParts(ruled, share);
    }),
    notices: [...unmatchedNotices(policy, named), ...waivers.notices(), ...known.notices()],
  };
}

/** The boot paths that kernels claimed in the baseline and claim no longer. */
export function lostPaths(
  policy: Policy,
  kernels: readonly KernelReport[],
  baseline: readonly PublishedKernel[],
): BootPath[][] {
  const withName = namer(policy);
  const named = kernels.map(withName);
  return named.map(openBaseline(policy.baseline, named, baseline.map(withName)).lostBy);
}

/** Gives kernels the first name of the policy that has their path. */
function namer({ kernels }: Policy): <T extends Pick<KernelReport, 'path'>>(kernel: T) => T {
  const names = kernels.flatMap(({ name, paths }) => paths.map(() => name));
  const namedBy = openPatterns(kernels.flatMap(({ paths }) => paths));
  return (kernel) => {
    const name = names[namedBy(kernel.path)[0] ?? -1];
    return name === undefined ? kernel : { ...kernel, name };
  };
}

/** How many of them are named. */
const MOST_NAMED = 10;

/** Names that no kernel of the run has: one of them may be gone. */
function unmatchedNotices({ kernels }: Policy, named: readonly KernelReport[]): Notice[] {
  const met = new Set(named.map(({ name }) => name));
  const unmatched = kernels.filter(({ name }) => !met.has(name));
  const [first] = unmatched;
  if (first === undefined) return [];
  const names = nameSome(
    unmatched.map(({ name }) => quote(name)),
    MOST_NAMED,
  );
  const message = `no checked kernel is at the paths of ${names}`;
  return [{ ...first.place, level: 'notice', message }];
}

type RoleOf = (target: Target) => VerdictReport['role'];

/** Exceptions win over the rule: what is required needs no mark. */
function rolesOf({ targets }: Policy): RoleOf {
  const isIgnored = coverOfSome(targets.ignored);
  const mayFail = coverOfSome(targets['allowed-to-fail']);
  return (target) => {
    if (isIgnored(target)) return 'ignored';
    return mayFail(target) ? 'allowed-to-fail' : undefined;
  };
}

function coverOfSome(filters: readonly TargetFilter[]): ReturnType<typeof coverOf> {
  return filters.length === 0 ? () => false : coverOf(filters);
}

/** Builds that did the same may count differently: those that count alike share one entry. */
function split(
  verdict: VerdictReport,
  roleOf: RoleOf,
  findWaiver: FindWaiver,
  knows: Knows,
): VerdictReport[] {
  const { memory } = verdict;
  const way = wayOf(verdict);
  const alike = new Map<string, VerdictReport & { builds: XenBuild[] }>();
  for (const build of verdict.builds) {
    const target = { ...way, build, memory };
    const role = roleOf(target);
    const findings = verdict.findings.map((finding) =>
      mark(finding, findWaiver(finding, target), knows(finding, target)),
    );
    const key = JSON.stringify([role, findings.map(({ waiver, known }) => [waiver, known])]);
    const entry = alike.get(key) ?? {
      ...verdict,
      builds: [],
      ...(role && { role }),
      findings,
    };
    entry.builds.push(build);
    alike.set(key, entry);
  }
  const [only, ...others] = alike.values();
  const isMarked =
    only?.role !== undefined || only?.findings.some((one, i) => one !== verdict.findings[i]);
  // What the policy says nothing of is not stored again.
  if (only && others.length === 0) return isMarked ? [only] : [verdict];
  return [...alike.values()].map(withOwnReasons);
}

/** Of the products behind a finding, those that are left. */
function withOwnReasons(verdict: VerdictReport): VerdictReport {
  const ids = new Set(verdict.builds.map(({ id }) => id));
  const findings = verdict.findings.map(({ because = [], ...finding }): Finding => {
    const own = because.filter(({ product }) => ids.has(product));
    return own.length === 0 ? finding : { ...finding, because: own };
  });
  return { ...verdict, findings };
}

function mark(finding: Finding, waiver: Waiver | undefined, known: boolean): Finding {
  if (waiver) {
    const { reason, owner, expires } = waiver;
    return { ...finding, waiver: { reason, owner, expires } };
  }
  return known ? { ...finding, known } : finding;
}
