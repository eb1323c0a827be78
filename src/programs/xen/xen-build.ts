import type { Fact } from '../fact.ts';
import { compareVersions, hasChange } from '../versions.ts';
import type { Difference } from './difference-names.ts';
import { type Has, XEN_FACTS, type XenFactId } from './facts/facts.ts';
import type { Release } from './releases.ts';

/** A Xen that people run: an upstream release, and what the build has or lacks against it. */
export interface XenBuild {
  /** What `--xen` takes and the JSON report publishes: `4.17.7`, `4.17.7+no-domu-lzo`. */
  readonly id: string;
  readonly release: Release;
  /** None for the release as upstream made it. */
  readonly differences: readonly Difference[];
  /** What people read. */
  readonly label: string;
  /** Whether a fact holds for it. */
  readonly has: Has;
}

/** Stands between a release and each difference from it: `4.1.6.1+hvm_callback_vector`. */
export const PLUS = '+';

export function buildOf(release: Release, differences: readonly Difference[] = []): XenBuild {
  const id = `${release.version}${suffixOf({ differences })}`;
  const own = new Map(differences.map(({ fact, present }) => [fact, present]));
  return {
    id,
    release,
    differences,
    label: id,
    has:
      own.size === 0
        ? (fact) => upstreamHas(release, fact)
        : (fact) => own.get(fact) ?? upstreamHas(release, fact),
  };
}

/** `+no-pv32+no-domu-lzo`; empty for an upstream release. */
export function suffixOf({ differences }: Pick<XenBuild, 'differences'>): string {
  return differences.map(({ name }) => PLUS + name).join('');
}

/** Orders builds by their releases; a release stands before the same one with differences. */
export function compareBuilds(a: XenBuild, b: XenBuild): number {
  return (
    compareVersions(a.release.version, b.release.version) ||
    a.differences.length - b.differences.length ||
    a.id.localeCompare(b.id, 'en')
  );
}

/** Each build once, however often it is named, oldest first. */
export function distinctBuilds(builds: readonly XenBuild[]): XenBuild[] {
  return [...new Map(builds.map((build) => [build.id, build])).values()].sort(compareBuilds);
}

function upstreamHas({ version }: Release, id: XenFactId): boolean {
  const { offByDefault, ...fact }: Fact = XEN_FACTS[id];
  return hasChange(version, fact) && !(offByDefault && hasChange(version, offByDefault));
}
