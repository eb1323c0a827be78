import type { Fact } from '../fact.ts';
import { compareVersions, hasChange } from '../versions.ts';
import type { XenBinary } from './binary/xen-binary.ts';
import type { Difference } from './difference-names.ts';
import { type Has, XEN_FACTS, type XenFactId } from './facts/facts.ts';
import type { ProductOnDay } from './products/state.ts';
import type { Release } from './releases.ts';

/** A Xen that people run: an upstream release, and what the build has or lacks against it. */
export interface XenBuild {
  /**
   * What `--xen` takes and the JSON report publishes: `4.17.7`, `4.17.7+no-domu-lzo`, `debian-12`. Of a
   * Xen that was read, the paths of its files.
   */
  readonly id: string;
  readonly release: Release;
  /** None for the release as upstream made it. */
  readonly differences: readonly Difference[];
  /** What people read: `4.17.7`, `Debian 12 · 4.17.7`. */
  readonly label: string;
  /** The product that has it; `null` for a release that a user named. */
  readonly product: ProductOnDay | null;
  /** What was read from its files; `null` for a build that was named. */
  readonly binary: XenBinary | null;
  /** Whether a fact holds for it. */
  readonly has: Has;
}

/** Stands between a release and each difference from it: `4.1.6.1+hvm_callback_vector`. */
export const PLUS = '+';

export function buildOf(release: Release, differences: readonly Difference[] = []): XenBuild {
  const id = `${release.version}${suffixOf({ differences })}`;
  return {
    id,
    release,
    differences,
    label: id,
    product: null,
    binary: null,
    has: answerer(release, differences),
  };
}

/** Answers for a release with differences; the last of two about the same fact holds. */
export function answerer(release: Release, differences: readonly Difference[]): Has {
  const upstream = answersOf(release.version);
  const own = new Map(differences.map(({ fact, present }) => [fact, present]));
  if (own.size === 0) return upstream;
  return (fact) => own.get(fact) ?? upstream(fact);
}

const ANSWERS = new Map<string, Has>();

/** The answers of a release; remembered, because a check of one kernel asks for thousands of them. */
function answersOf(version: string): Has {
  const known = ANSWERS.get(version);
  if (known) return known;
  const answers: Partial<Record<XenFactId, boolean>> = {};
  const has: Has = (fact) => {
    answers[fact] ??= upstreamHas(version, fact);
    return answers[fact];
  };
  ANSWERS.set(version, has);
  return has;
}

/** `+no-pv32+no-domu-lzo`; empty for an upstream release. */
export function suffixOf({ differences }: Pick<XenBuild, 'differences'>): string {
  return differences.map(({ name }) => PLUS + name).join('');
}

/** Whether it is called by a name of its own, and not by its release. */
export function hasOwnName({ product, binary }: Pick<XenBuild, 'product' | 'binary'>): boolean {
  return product !== null || binary !== null;
}

/** What people read of a product, or of a Xen that was read, without the release: `Debian 12`. */
export function nameOfBuild({ label, release, binary }: XenBuild): string {
  return label.replace(` · ${binary?.version ?? release.version}`, '');
}

/**
 * Orders builds by their releases, products after all others, and what was read from files last; a
 * release stands before the same one with differences.
 */
export function compareBuilds(a: XenBuild, b: XenBuild): number {
  return (
    rankOf(a) - rankOf(b) ||
    compareVersions(a.release.version, b.release.version) ||
    a.differences.length - b.differences.length ||
    a.id.localeCompare(b.id, 'en')
  );
}

function rankOf({ product, binary }: XenBuild): number {
  return binary === null ? Number(product !== null) : 2;
}

/** Each build once, however often it is named, oldest first. */
export function distinctBuilds(builds: readonly XenBuild[]): XenBuild[] {
  return [...new Map(builds.map((build) => [build.id, build])).values()].sort(compareBuilds);
}

function upstreamHas(version: string, id: XenFactId): boolean {
  const { offByDefault, ...fact }: Fact = XEN_FACTS[id];
  return hasChange(version, fact) && !(offByDefault && hasChange(version, offByDefault));
}
