import type { XenBuild } from '../programs/xen/xen-build.ts';
import { UsageError } from '../text/usage-error.ts';
import { type Mistake, PolicyError } from './mistakes.ts';
import type { Policy, PolicyFile, TargetFilter } from './policy.ts';

/** The builds that files of Xen make; a file has its content here where the path has another. */
export type ReadXen = (files: readonly Omit<PolicyFile, 'place'>[]) => Promise<XenBuild[]>;

/**
 * A policy whose targets have the builds of the files of Xen that they name.
 *
 * @throws {PolicyError} with every file that cannot be read, or is no Xen, at its place in the policy.
 */
export async function withBinaries(policy: Policy, readXen: ReadXen): Promise<Policy> {
  const mistakes: Mistake[] = [];
  const settled = await mapFilters(policy, async (filter) => {
    const [first] = filter.binaries;
    if (first === undefined) return filter;
    try {
      return { ...filter, builds: [...(filter.builds ?? []), ...(await readXen(filter.binaries))] };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      mistakes.push({ place: first.place, message: error.message });
      return filter;
    }
  });
  if (mistakes.length > 0) throw new PolicyError(mistakes);
  return settled;
}

/** Every file of Xen that a policy names. */
export function binariesOf({ targets, waivers }: Policy): PolicyFile[] {
  const filters = [...Object.values(targets), ...waivers.map((waiver) => waiver.targets)];
  return filters.flat().flatMap(({ binaries }) => binaries);
}

/** A policy with something else in the place of each of its targets. */
export async function mapFilters(
  policy: Policy,
  change: (filter: TargetFilter) => Promise<TargetFilter>,
): Promise<Policy> {
  const all = async (filters: readonly TargetFilter[]) => {
    const changed: TargetFilter[] = [];
    for (const filter of filters) changed.push(await change(filter));
    return changed;
  };
  const { required, 'allowed-to-fail': allowed, ignored } = policy.targets;
  return {
    ...policy,
    targets: {
      required: await all(required),
      'allowed-to-fail': await all(allowed),
      ignored: await all(ignored),
    },
    waivers: await Promise.all(
      policy.waivers.map(async (waiver) => ({ ...waiver, targets: await all(waiver.targets) })),
    ),
  };
}
