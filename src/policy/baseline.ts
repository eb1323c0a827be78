import type { BaselineUse } from '../contract/policy-use.ts';
import type { PublishedKernel } from '../contract/published.ts';
import type { Finding, KernelReport } from '../contract/report.ts';
import { BOOT_PATHS, type BootPath, claimedAs } from '../programs/boot-path.ts';
import { type BootWay, wayId } from '../programs/boot-way.ts';
import { identityOf } from '../rules/identity.ts';
import type { PolicyFile, Target } from './policy.ts';

/** Whether the same fault was there before on the same target. */
export type Knows = (finding: Finding, target: Target) => boolean;

/** What was there before, and what to say of it. */
export interface Baseline {
  of(kernel: KernelReport): Knows;
  /** The boot paths that the same kernel claimed, and that this one does not. */
  lostBy(kernel: KernelReport): BootPath[];
  /** Which kernels it does not have, and which only it has: they are not compared with anything. */
  use(kernels: readonly KernelReport[]): BaselineUse | null;
}

/** A kernel, as far as the same one is looked for in a baseline. */
export type Named = Pick<KernelReport, 'path' | 'name'>;

/**
 * @param file where the policy names it; `null` for no baseline.
 * @param now all kernels of this run, named by the policy.
 * @param before those of the baseline, named by the same policy; `null` where none could be read.
 */
export function openBaseline(
  file: PolicyFile | null,
  now: readonly Named[],
  before: readonly PublishedKernel[] | null,
): Baseline {
  const find = counterparts(now, before ?? []);
  return {
    of: (kernel) => knownOf(find(kernel)),
    lostBy: (kernel) => lostPaths(find(kernel), kernel),
    use: (kernels) => {
      if (file === null || before === null) return null;
      const met = new Set(kernels.map(find));
      return {
        place: file.place,
        added: kernels.filter((kernel) => find(kernel) === undefined).map(({ path }) => path),
        before: before.map((kernel) => ({ path: kernel.path, isMet: met.has(kernel) })),
      };
    },
  };
}

/** Where the notes of one of the two cannot be reached, its claims are not known, and none is lost. */
function lostPaths(before: PublishedKernel | undefined, { claims }: KernelReport): BootPath[] {
  if (claims === null) return [];
  const isLost = (path: BootPath) => before?.claims?.includes(path) && !claims.includes(path);
  return BOOT_PATHS.filter((path) => isLost(claimedAs(path)));
}

/** A baseline may be untrusted: never multiply the lengths of two of its lists. */
function knownOf(before: PublishedKernel | undefined): Knows {
  const faults = new Map<string, Set<string>[]>();
  for (const { memory, releases, products, binaries = [], findings, ...way } of before?.verdicts ??
    []) {
    const own = new Set(findings.map(identityOf));
    for (const build of new Set([...releases, ...products, ...binaries])) {
      const key = targetKey(way, build, memory);
      const all = faults.get(key);
      if (all) all.push(own);
      else faults.set(key, [own]);
    }
  }
  return (finding, target) => {
    const identity = identityOf(finding);
    return (
      faults
        .get(targetKey(target, target.build.id, target.memory))
        ?.some((own) => own.has(identity)) ?? false
    );
  };
}

/** @param build its id. */
function targetKey(way: BootWay, build: string, memory: number): string {
  return `${wayId(way)} ${build} ${memory}`;
}

/** The kernel of the baseline that is the same as one of this run. */
type Find = (kernel: Named) => PublishedKernel | undefined;

/**
 * The kernel of the baseline that is the same as one of this run, or none. No baseline kernel
 * matches two kernels: the findings of one would hide new findings of the other.
 *
 * 1. the one at the same path;
 * 2. the one of the same name, if each side has one kernel of that name: so the version in a path
 *    may change;
 * 3. the only one, if each side has only one, unless both have names.
 */
function counterparts(now: readonly Named[], before: readonly PublishedKernel[]): Find {
  const byPath = groupBy(before, ({ path }) => path);
  const byName = groupBy(before, ({ name }) => name);
  const nowByName = groupBy(now, ({ name }) => name);
  return ({ path, name }) => {
    const samePath = byPath.get(path);
    if (samePath) return onlyOf(samePath);
    const namesakes = name === undefined ? undefined : byName.get(name);
    if (namesakes) return onlyOf(nowByName.get(name) ?? []) && onlyOf(namesakes);
    const only = onlyOf(now) && onlyOf(before);
    return name === undefined || only?.name === undefined ? only : undefined;
  };
}

function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function onlyOf<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}
