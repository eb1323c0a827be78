import type { Asked } from '../gate/check-all.ts';
import type { Targets } from '../policy/settings.ts';
import { buildOfPlain, type PlainBuild, plainBuild } from '../programs/xen/plain-build.ts';
import type { Release } from '../programs/xen/releases.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';

/** What is asked of all kernels, as plain data. */
export interface PlainAsked {
  readonly builds: readonly PlainBuild[];
  readonly targets: readonly PlainTargets[];
  readonly releases: readonly Release[];
  readonly maxDictionary: number | null;
}

/** Builds are known by their places among those that are asked for. */
interface PlainTargets extends Omit<Targets, 'builds'> {
  readonly builds: readonly number[];
}

/** The builds that are asked for, each once, in an order that both threads know. */
export function buildsOf({ targets }: Pick<Asked, 'targets'>): XenBuild[] {
  return [...new Set(targets.flatMap(({ builds }) => builds))];
}

export function plainAsked(asked: Asked): PlainAsked {
  const builds = buildsOf(asked);
  const places = new Map(builds.map((build, place) => [build, place]));
  return {
    builds: builds.map(plainBuild),
    targets: asked.targets.map(({ builds: own, boot, among, machine }) => ({
      builds: own.map((build) => places.get(build) ?? -1),
      boot,
      among,
      machine,
    })),
    releases: asked.releases,
    maxDictionary: asked.maxDictionary ?? null,
  };
}

export function askedOfPlain(plain: PlainAsked): Asked {
  const { releases, maxDictionary } = plain;
  const builds = plain.builds.map((build) => buildOfPlain(build, releases));
  return {
    targets: plain.targets.map(({ builds: own, ...rest }) => ({
      ...rest,
      builds: own.flatMap((place) => builds[place] ?? []),
    })),
    releases,
    ...(maxDictionary !== null && { maxDictionary }),
  };
}
