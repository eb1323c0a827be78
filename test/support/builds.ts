import { RELEASES } from '../../src/programs/xen/releases.ts';
import { type Calendar, parseXenList } from '../../src/programs/xen/targets.ts';
import type { XenBuild } from '../../src/programs/xen/xen-build.ts';

/** Every release, on a day on which 4.17 to 4.22 have security support. */
export const CALENDAR: Calendar = { releases: RELEASES, today: '2026-11-22' };

/** The builds that lists of releases stand for: `builds('4.17', '4.1.6.1+dom0')`. */
export function builds(...lists: readonly string[]): XenBuild[] {
  return parseXenList(lists, CALENDAR);
}

const BUILDS = new Map<string, XenBuild>();

/** The build that a name stands for; made once, because tests ask for the same ones for every image. */
export function build(name: string): XenBuild {
  const found = BUILDS.get(name) ?? builds(name)[0];
  if (found === undefined) throw new Error(`${name} is no build`);
  BUILDS.set(name, found);
  return found;
}

/** Every upstream release. */
export const EVERY_BUILD: readonly XenBuild[] = builds('every');

/** `4.17.7 4.17.7+no-domu-lzo` */
export function idsOf(all: readonly XenBuild[]): string {
  return all.map(({ id }) => id).join(' ');
}
