import { compareVersions } from '../../versions.ts';
import type { Release } from '../releases.ts';

/** The release that stands for all that a Xen does not say of itself. */
export interface BaseRelease {
  readonly release: Release;
  /** Every release that the Xen may be like: what they have in common is sure. */
  readonly candidates: readonly Release[];
  /** Why it is this one, as a clause; `null` where it is the version itself. */
  readonly why: string | null;
}

/** `4.17`, `4.17.7`, `4.17.5-pre`, `4.1.6.1`, `4.23-unstable`, `4.22.0-rc3`, `4.13.5-9.49`. */
const VERSION = /^(\d+\.\d+)(\.\d+(?:\.\d+)?)?(.*)$/;

/** Between releases: the tree is on its way to the one that it names. */
const BEFORE = /^-(pre|rc|unstable)/;

/**
 * The release that a version is nearest to:
 *
 * - `4.17.7`, and `4.17.7+13` of a vendor: itself
 * - `4.17.8-pre`, a snapshot on the way to 4.17.8: the one before
 * - `4.17`: the newest of the series
 * - a newer one than all that are known: the newest before it
 *
 * @param releases all that are known, oldest first.
 * @returns `null` where it is older than all of them.
 */
export function baseRelease(version: string, releases: readonly Release[]): BaseRelease | null {
  const [, series = '', point = '', rest = ''] = VERSION.exec(version) ?? [];
  const own = releases.filter(({ minor }) => minor === series);
  if (BEFORE.test(rest)) return beforeRelease(version, series + (point || '.0'), releases);
  const exact = own.find((release) => release.version === series + point);
  if (exact) return { release: exact, candidates: [exact], why: null };
  const newest = own.at(-1);
  if (newest && point === '') {
    return { release: newest, candidates: own, why: `the file names only its series, ${series}` };
  }
  const last = releases.findLast((one) => compareVersions(one.version, series + point) < 0);
  if (!last) return null;
  return {
    release: last,
    candidates: [last],
    why: `${version} is not known here, and newer`,
  };
}

function beforeRelease(
  version: string,
  next: string,
  releases: readonly Release[],
): BaseRelease | null {
  const last = releases.findLast((one) => compareVersions(one.version, next) < 0);
  if (!last) return null;
  const after = releases.filter((one) => one.version === next);
  // A new series left the older one when that had its first release, whatever that got since.
  const first = releases
    .filter(({ minor }) => last.minor === minor && next.endsWith('.0'))
    .slice(0, 1);
  return {
    release: last,
    candidates: [...new Set([...first, last, ...after])],
    why: `${version} is a snapshot after it`,
  };
}
