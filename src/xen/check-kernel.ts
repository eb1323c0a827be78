import type { Kernel } from '../kernel/kernel.ts';
import { isOffered, type XenPath } from '../programs/boot-path.ts';
import type { BootWay } from '../programs/boot-way.ts';
import type { Has } from '../programs/xen/facts/facts.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { groupBuilds, oncePerBehaviour } from './distinct.ts';
import type { Loaded, Loader, Refused } from './loaders/loader.ts';
import { namerOf } from './loaders/name-no-kernel.ts';
import { pvDom0 } from './loaders/pv-dom0.ts';
import { pvDomU } from './loaders/pv-domu.ts';
import { pvhDom0 } from './loaders/pvh-dom0.ts';
import { pvhDomU } from './loaders/pvh-domu.ts';
import { DEFAULT_MACHINE, type Machine } from './machine.ts';
import { checkNoteLayout } from './note-layout.ts';
import { asFarAsKnown, backportFor, becauseOfBuild, type Result } from './products.ts';
import type { Refusal } from './refusal.ts';
import { start } from './start/start.ts';
import { blameSymbolTable } from './symbol-table.ts';

const LOADERS: Readonly<Record<XenPath, Loader>> = {
  'pv-dom0': pvDom0,
  'pvh-dom0': pvhDom0,
  'pv-domu': pvDomU,
  'pvh-domu': pvhDomU,
  'pygrub-domu': pvDomU,
};

/** What some builds of Xen do with a kernel on one boot path. */
export interface Verdict extends BootWay {
  /** In the order in which they were asked for. */
  readonly builds: readonly XenBuild[];
  /** False: these builds have no such boot path. */
  readonly supported: boolean;
  /** Whether the loader takes the kernel; what it refuses is never started. */
  readonly loads: boolean;
  /** The least memory of the domain with which it loads, in bytes; `null` for unknown. */
  readonly needsMemory: number | null;
  /** Why it is refused, or what happens to it once it was loaded. */
  readonly refusals: readonly Refusal[];
}

/**
 * Boots `kernel` on `boot` with every one of `builds`; those that go the same way through the
 * loader share a verdict. Pure, but for what it reads of `kernel.elf`: call it inside
 * `kernel.examine`.
 */
export function checkKernel(
  kernel: Kernel,
  boot: XenPath,
  builds: readonly XenBuild[],
  machine: Machine = DEFAULT_MACHINE,
): Verdict[] {
  const { load } = LOADERS[boot];
  const named = namerOf(kernel);
  const findingsOf = (outcome: Loaded | Refused, has: Has) =>
    'refusal' in outcome ? [named(outcome.refusal)] : start(boot, kernel, outcome, has);
  return verdictsOf({ boot }, builds, (has) => {
    if (!isOffered(boot, { has })) return UNSUPPORTED;
    const outcome = load(kernel, has, machine);
    const loads = !('refusal' in outcome);
    const findings = blameSymbolTable(kernel, findingsOf(outcome, has), has, (other) =>
      findingsOf(load(kernel, other, machine), other),
    );
    const refusals = checkNoteLayout(kernel, loads, findings, has);
    const { needsMemory = null } = outcome;
    return { supported: true, loads, needsMemory, refusals };
  });
}

/** The verdicts of builds in one way to boot; of a product, as far as it is known. */
export function verdictsOf(
  way: BootWay,
  builds: readonly XenBuild[],
  evaluate: (has: Has) => Result,
): Verdict[] {
  const answer = oncePerBehaviour(evaluate);
  const groups = groupBuilds(builds, (build) => asFarAsKnown(build, answer));
  return groups.map(({ builds: alike, result }) => ({
    ...way,
    builds: alike,
    ...result,
    refusals: result.refusals.map((refusal) => {
      if (refusal.because) return refusal;
      const because = alike.flatMap((build) => becauseOfBuild(build, refusal, answer));
      const backports = alike.flatMap((build) => backportFor(build, refusal, answer));
      return {
        ...refusal,
        ...(because.length > 0 && { because }),
        ...(backports.length > 0 && { backports }),
      };
    }),
  }));
}

/** The verdict of a build that has no such boot path. */
export const UNSUPPORTED = {
  supported: false,
  loads: false,
  needsMemory: null,
  refusals: [],
} as const;
