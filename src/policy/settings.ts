import type { NamedPaths } from '../programs/boot-list.ts';
import { BOOT_PATHS, type BootPath } from '../programs/boot-path.ts';
import { withOwnLabels } from '../programs/xen/binary/xen-binary.ts';
import type { Release } from '../programs/xen/releases.ts';
import { type Calendar, parseXenList } from '../programs/xen/targets.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { UsageError } from '../text/usage-error.ts';
import { DEFAULT_MACHINE, type Machine } from '../xen/machine.ts';
import type { FailOn, Policy, TargetFilter } from './policy.ts';

/** What the command line or the workflow asks for; what it leaves out is left to the policy. */
export interface Overrides {
  readonly builds?: readonly XenBuild[] | undefined;
  readonly boot?: NamedPaths | undefined;
  readonly failOn?: FailOn | undefined;
  readonly warnBeforeExpiry?: number | undefined;
  readonly dom0Memory?: number | undefined;
  readonly guestMemory?: number | undefined;
}

/** Some builds of Xen on some boot paths. */
export interface Targets {
  readonly builds: readonly XenBuild[];
  /** `auto`: the paths that the kernel's own notes claim, as far as they are among these. */
  readonly boot: NamedPaths;
  readonly among: readonly BootPath[];
  readonly machine: Machine;
}

/** A policy, and what it comes to in one run. */
export interface Settings {
  readonly policy: Policy;
  /** What is checked: all of them together. */
  readonly targets: readonly Targets[];
  readonly failOn: FailOn;
  /** A notice names the waivers that expire within so many days. */
  readonly warnBeforeExpiry: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** All that are known. */
  readonly releases: readonly Release[];
}

/** In days. */
export const DEFAULT_WARN_BEFORE_EXPIRY = 14;

const MOST_DAYS = 3650;

/** A number of days as users write it; `null` for anything else. */
export function parseDays(text: string): number | null {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : MOST_DAYS + 1;
  return days <= MOST_DAYS ? days : null;
}

/** What is required where a policy names nothing. */
const EVERYTHING: TargetFilter = {
  builds: null,
  binaries: [],
  boot: null,
  among: BOOT_PATHS,
  dom0Memory: null,
  guestMemory: null,
};

/** Upstream has some 130; the differences of an untrusted policy could make a million of them. */
const MOST_RELEASES = 1000;

/**
 * Settles a run: overrides win over the policy, and what neither of them sets has its
 * default here and nowhere else.
 *
 * @throws {UsageError} where no release has security support today, and none is named; or where more
 *   of them are named than one run checks.
 */
export function settle(policy: Policy, overrides: Overrides, calendar: Calendar): Settings {
  const { required, 'allowed-to-fail': allowed } = policy.targets;
  const checked = [...(required.length > 0 ? required : [EVERYTHING]), ...allowed];
  const memoryFor = (key: keyof Machine, filter: TargetFilter): number =>
    overrides[key] ?? filter[key] ?? policy.memory[key] ?? DEFAULT_MACHINE[key];
  const targets = checked.map((filter): Targets => {
    const { builds, boot, among } = filter;
    return {
      builds: overrides.builds ?? builds ?? parseXenList(['supported'], calendar),
      boot: overrides.boot ?? boot ?? 'auto',
      among,
      machine: {
        dom0Memory: memoryFor('dom0Memory', filter),
        guestMemory: memoryFor('guestMemory', filter),
      },
    };
  });
  refuseTooMany(targets);
  const all = targets.flatMap(({ builds }) => builds);
  return {
    policy,
    targets: targets.map((one) => ({ ...one, builds: withOwnLabels(one.builds, all) })),
    failOn: overrides.failOn ?? policy.failOn ?? 'fails',
    warnBeforeExpiry: overrides.warnBeforeExpiry ?? DEFAULT_WARN_BEFORE_EXPIRY,
    today: calendar.today,
    releases: calendar.releases,
  };
}

function refuseTooMany(targets: readonly Targets[]): void {
  const asked = targets.flatMap(({ builds, machine }) =>
    builds.map(({ id }) => [id, machine.dom0Memory, machine.guestMemory].join()),
  );
  const count = new Set(asked).size;
  if (count <= MOST_RELEASES) return;
  throw new UsageError(`${count} Xen releases requested, more than the limit of ${MOST_RELEASES}`);
}
