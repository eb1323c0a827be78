import type { NameUse, PolicyUse } from '../contract/policy-use.ts';
import type { PublishedKernel } from '../contract/published.ts';
import type { Finding, KernelReport, VerdictReport } from '../contract/report.ts';
import { shareParts, sharing } from '../contract/sharing.ts';
import { openPatterns } from '../glob/path-set.ts';
import type { BootPath } from '../programs/boot-path.ts';
import { wayOf } from '../programs/boot-way.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { type Baseline, type Knows, type Named, openBaseline } from './baseline.ts';
import type { Policy, Target, TargetFilter, Waiver } from './policy.ts';
import type { Settings } from './settings.ts';
import { coverOf, type FindWaiver, openWaivers } from './waivers.ts';

/** Kernels with what the policy says of them, and what they made of the policy. */
export interface Ruled {
  readonly kernels: readonly KernelReport[];
  readonly use: PolicyUse;
}

/**
 * Marks what a policy names, allows, ignores and waives, and what its baseline knows. What Xen does
 * with a kernel stays as it is.
 *
 * @param baseline kernels as they were before; `null` where there is none that could be read.
 * @param paths of all kernels of the run, as far as they are known. Default: of these.
 */
export function applyPolicy(
  { policy, today }: Pick<Settings, 'policy' | 'today'>,
  kernels: readonly KernelReport[],
  baseline: readonly PublishedKernel[] | null,
  paths: readonly string[] = kernels.map(pathOf),
): Ruled {
  const withName = namer(policy);
  const named = kernels.map(withName);
  const known = baselineOf(policy, paths, baseline);
  const waivers = openWaivers(policy.waivers, today);
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
    use: {
      names: namesOf(policy, named),
      waivers: waivers.uses(),
      baseline: known.use(named),
    },
  };
}

/**
 * The boot paths that kernels claimed in the baseline and claim no longer.
 *
 * @param paths of all kernels of the run.
 */
export function lostPaths(
  policy: Policy,
  kernels: readonly KernelReport[],
  baseline: readonly PublishedKernel[],
  paths: readonly string[],
): BootPath[][] {
  const named = kernels.map(namer(policy));
  return named.map(baselineOf(policy, paths, baseline).lostBy);
}

const pathOf = ({ path }: KernelReport) => path;

function baselineOf(
  policy: Policy,
  paths: readonly string[],
  baseline: readonly PublishedKernel[] | null,
): Baseline {
  const withName = namer(policy);
  const now = paths.map((path): Named => withName({ path }));
  return openBaseline(policy.baseline, now, baseline?.map(withName) ?? null);
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

/** Names that no kernel of the run has are reported: one of them may be gone. */
function namesOf({ kernels }: Policy, named: readonly KernelReport[]): NameUse[] {
  const met = new Set(named.map(({ name }) => name));
  return kernels.map(({ name, place }) => ({ name, place, isMet: met.has(name) }));
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
