import { readFileSync } from 'node:fs';
import { RELEASES, releasesOf } from '../../src/programs/xen/releases.ts';
import { type Calendar, parseXenList } from '../../src/programs/xen/targets.ts';
import type { XenBuild } from '../../src/programs/xen/xen-build.ts';

/** The releases whose answers are recorded, 4.0.0 to 4.22.0. */
const RECORDED: readonly string[] = JSON.parse(readFileSync('test/vectors/releases.json', 'utf8'));

/**
 * Those releases, on a day on which 4.17 to 4.22 have security support. Newer ones are left out, so that
 * a test which says what is the newest, or how many there are, stays true when one is added.
 */
export const CALENDAR: Calendar = {
  releases: releasesOf(
    RELEASES.filter(({ version }) => RECORDED.includes(version)).map((one) => [
      one.version,
      one.date,
    ]),
  ),
  today: '2026-11-22',
};

/** The builds that lists of releases stand for: `builds('4.17', '4.1.6.1+dom0')`. */
export function builds(...lists: readonly string[]): XenBuild[] {
  return parseXenList(lists, CALENDAR);
}

const BUILDS = new Map<string, XenBuild>();

/**
 * The build that the number of a release stands for, alone or with differences; the release may be one
 * that the calendar leaves out. Made once, because tests ask for the same ones for every image.
 */
export function build(name: string): XenBuild {
  const [release = ''] = name.split('+');
  const isNewer =
    RELEASES.some(({ version }) => version === release) && !RECORDED.includes(release);
  const calendar = isNewer ? { ...CALENDAR, releases: RELEASES } : CALENDAR;
  const found = BUILDS.get(name) ?? parseXenList([name], calendar)[0];
  if (found === undefined) throw new Error(`${name} is no build`);
  BUILDS.set(name, found);
  return found;
}

/** Every release of the calendar. */
export const EVERY_BUILD: readonly XenBuild[] = builds('every');

/** `4.17.7 4.17.7+no-domu-lzo` */
export function idsOf(all: readonly XenBuild[]): string {
  return all.map(({ id }) => id).join(' ');
}
