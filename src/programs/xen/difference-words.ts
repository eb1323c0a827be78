import type { Fact } from '../fact.ts';
import type { Difference } from './difference-names.ts';
import { XEN_FACTS, type XenFactId } from './facts/facts.ts';
import { HYPERVISOR } from './facts/hypervisor.ts';

/** What a difference comes to: `without: the toolstack decompresses lzo, where …`. */
export function meaningOf({ fact, present }: Difference): string {
  return present ? XEN_FACTS[fact].what : `without: ${XEN_FACTS[fact].what}`;
}

/**
 * What builds do that have a difference, after their names: `builds its toolstack without liblzo2`.
 *
 * @param many whether several names stand before it.
 */
export function doingOf({ fact, present }: Difference, many = false): string {
  const { needs, what }: Fact = XEN_FACTS[fact];
  if (needs !== undefined && !present) {
    return `${many ? 'build their' : 'builds its'} ${partOf(fact)}${many ? 's' : ''} without ${needs}`;
  }
  const verb = present ? (many ? 'have' : 'has') : many ? 'lack' : 'lacks';
  return `${verb} ${fact} (${what})`;
}

/** What to ask a vendor for who left something out of a build; `null` for any other difference. */
export function requestOf({ fact, present }: Difference): string | null {
  const { needs }: Fact = XEN_FACTS[fact];
  return needs === undefined || present ? null : `to build its ${partOf(fact)} with ${needs}`;
}

/** What to ask a vendor for whose release lacks something that others brought to theirs. */
export function backportRequestOf(id: XenFactId): string {
  const { commit, what }: Fact = XEN_FACTS[id];
  return `to backport ${commit.slice(0, 12)} (${what})`;
}

function partOf(fact: XenFactId): 'hypervisor' | 'toolstack' {
  return Object.hasOwn(HYPERVISOR, fact) ? 'hypervisor' : 'toolstack';
}
