import type { Has } from '../../programs/xen/facts/facts.ts';
import type { Refused } from '../loaders/loader.ts';
import { guestPages, type Machine } from '../machine.ts';
import { attempt } from './failure.ts';
import { leastGuestMemory } from './least-guest-memory.ts';
import { buildPvGuest, type PvKernel, type PvLayout } from './pv-guest.ts';
import { buildPvhGuest, type PvhKernel, type PvhLayout } from './pvh-guest.ts';
import { refuseBuild } from './refusals.ts';

/** Where a guest's parts are in its memory, and the least memory that it is built with, in bytes. */
export interface Guest<Layout> {
  readonly layout: Layout;
  readonly needsMemory: number | null;
}

export function buildPv(kernel: PvKernel, machine: Machine, has: Has): Guest<PvLayout> | Refused {
  return build(kernel, 'pv', machine, has, (pages) => buildPvGuest(kernel, pages, has));
}

export function buildPvh(
  kernel: PvhKernel,
  machine: Machine,
  has: Has,
): Guest<PvhLayout> | Refused {
  const notes = { initP2m: null, hypercallPage: null };
  return build({ ...kernel, ...notes }, 'pvh', machine, has, (pages) =>
    buildPvhGuest(kernel, pages, has),
  );
}

type Addresses = Pick<PvKernel, 'base' | 'start' | 'end' | 'initP2m' | 'hypercallPage'>;

function build<Layout>(
  addresses: Addresses,
  container: 'pv' | 'pvh',
  machine: Machine,
  has: Has,
  place: (pages: bigint) => Layout,
): Guest<Layout> | Refused {
  const attemptWith = (pages: bigint) => attempt(() => place(pages));
  const total = guestPages(machine);
  const needsMemory = leastGuestMemory(attemptWith, total);
  const built = attemptWith(total);
  if ('layout' in built) return { layout: built.layout, needsMemory };
  const { base, start, end, initP2m, hypercallPage } = addresses;
  const about = { container, base, start, end, initP2m, hypercallPage, total, needsMemory };
  return { refusal: refuseBuild(built.failure, about, has), needsMemory };
}
