import { quote } from '../../text/quote.ts';
import { answerTo, nearest } from '../../text/suggest.ts';
import { UsageError } from '../../text/usage-error.ts';
import { findGrubRelease } from '../grub/releases.ts';
import { withDifferences } from './differences.ts';
import { productBuild } from './products/build.ts';
import { findProducts, PRODUCT_NAMES } from './products/find.ts';
import type { Release } from './releases.ts';
import { supportedMinors } from './support.ts';
import { buildOf, distinctBuilds, PLUS, type XenBuild } from './xen-build.ts';

/** What lists of releases are read against. */
export interface Calendar {
  /** Every release that is known, oldest first. */
  readonly releases: readonly Release[];
  /** `YYYY-MM-DD`: what `supported` stands for depends on it. */
  readonly today: string;
}

/** The words of the grammar that stand for a set of releases. */
const SETS = ['supported', 'all', 'every'] as const;

/** All of it in a few words, for who wrote something else altogether. */
const GRAMMAR = `write 4.17, 4.17.3, 4.17.x, a range such as 4.14..4.20 or >=4.17, a product such as debian-12, or ${SETS.join(', ')}`;

/**
 * The builds that `--xen` lists stand for, each once, oldest first:
 *
 * - `4.17.3` that release, `4.17` the newest of its series, `4.17.x` every one of its series
 * - `4.14..4.20`, `>=4.17`, `<=4.3` the newest of each series within the range
 * - `all` the newest of each series, `every` every release
 * - `supported` the newest of each series that has security support today
 * - `debian-12` what a product installs today, `debian-12@2025-01` what it installed then, `debian` the
 *   products of a family that are supported today, `products` all of these
 * - `4.1.6.1+hvm_callback_vector`, `all+no-domu-lzo` any of these with differences: backports, or
 *   `no-` parts left out
 *
 * @param lists each a comma-separated list, as users write them.
 * @throws {UsageError} on a name that means nothing, with the nearest one that does.
 */
export function parseXenList(lists: readonly string[], calendar: Calendar): XenBuild[] {
  const items = lists.flatMap((list) => list.split(',')).map((item) => item.trim());
  return distinctBuilds(items.flatMap((item) => parseItem(item, calendar)));
}

function parseItem(item: string, { releases, today }: Calendar): XenBuild[] {
  if (item === '') throw new UsageError('an entry in the list of Xen releases is empty');
  const [name = '', ...differences] = item.split(PLUS).map((part) => part.trim());
  if (name === '') throw new UsageError(`${quote(item)} has no base release`);
  const products = findProducts(name, today);
  if (products) return products.map((one) => productBuild(one, releases, differences));
  const found = parseName(name, releases, today);
  return differences.length === 0
    ? found.map((release) => buildOf(release))
    : withDifferences(found, name, differences);
}

/** Longer than any range of releases, in UTF-16 units. */
const LONGEST_NAME = 64;

/** `xen.gz`, `b/xen-4.17.efi`, `libxenguest.so.4.17` */
const FILE = /\/|\.(gz|efi|so)\b/;

function parseName(name: string, releases: readonly Release[], today: string): Release[] {
  if (FILE.test(name)) {
    throw new UsageError(`${quote(name)} is no release: give a file of Xen as xen-binary`);
  }
  const grub = findGrubRelease(name)?.version;
  if (
    grub !== undefined &&
    !releases.some(({ version, minor }) => [version, minor].includes(name))
  ) {
    throw new UsageError(
      `${quote(name)} is a release of GRUB, and not of Xen: name it with its boot path, pvgrub-domu@${grub}`,
    );
  }
  if (name.length > LONGEST_NAME)
    throw new UsageError(`unknown release ${quote(name)}: ${GRAMMAR}`);
  if (name === 'every') return [...releases];
  if (name === 'all') return newestOfEach(releases);
  if (name === 'supported') return supported(releases, today);
  if (name.startsWith('>=')) return range(name.slice(2).trim(), null, releases);
  if (name.startsWith('<=')) return range(null, name.slice(2).trim(), releases);
  if (/^[<>]/.test(name)) throw boundLeftOut(name, releases);
  const [from, to, ...rest] = name.split('..').map((bound) => bound.trim());
  if (from !== undefined && to !== undefined && rest.length === 0) return range(from, to, releases);
  if (name.endsWith('.x')) return series(name, releases);
  const [, low, high] = /^([\d.]+) *- *([\d.]+)$/.exec(name) ?? [];
  if (low !== undefined) throw new UsageError(`for the range ${quote(name)} write ${low}..${high}`);
  return newestOfEach(named(name, releases));
}

function supported(releases: readonly Release[], today: string): Release[] {
  const minors = supportedMinors(today);
  const found = newestOfEach(releases.filter(({ minor }) => minors.includes(minor)));
  if (found.length > 0) return found;
  throw new UsageError(
    `no known Xen release has security support on ${today}: name releases with --xen`,
  );
}

/** The newest of each series between two bounds, both included; `null` for no bound. */
function range(from: string | null, to: string | null, releases: readonly Release[]): Release[] {
  const first = from === null ? 0 : releases.indexOf(edge(named(from, releases), 'first'));
  const last =
    to === null ? releases.length - 1 : releases.indexOf(edge(named(to, releases), 'last'));
  if (first > last) {
    throw new UsageError(`the range '${from}..${to}' is backwards: did you mean ${to}..${from}?`);
  }
  return newestOfEach(releases.slice(first, last + 1));
}

/** Answers `<4.3` with `<=4.2`. */
function boundLeftOut(name: string, releases: readonly Release[]): UsageError {
  const older = name.startsWith('<');
  const bound = name.slice(1).trim();
  const beside = edge(named(bound, releases), older ? 'first' : 'last');
  const next = releases[releases.indexOf(beside) + (older ? -1 : 1)];
  if (next === undefined) {
    return new UsageError(`no known Xen release is ${older ? 'older' : 'newer'} than ${bound}`);
  }
  const wanted = bound === beside.minor ? next.minor : next.version;
  return new UsageError(
    `'${name.slice(0, 1)}' is not supported; write '${name.slice(0, 1)}=${wanted}'`,
  );
}

function edge(releases: readonly Release[], end: 'first' | 'last'): Release {
  return releases.at(end === 'first' ? 0 : -1) as Release;
}

/** `4.17.x`: all point releases of a series. */
function series(item: string, releases: readonly Release[]): Release[] {
  const minor = item.slice(0, -'.x'.length);
  const found = releases.filter((release) => release.minor === minor);
  if (found.length > 0) return found;
  const valid = minorsNewestFirst(releases).map((one) => `${one}.x`);
  throw new UsageError(`unknown series ${quote(item)}: did you mean ${nearest(item, valid)}?`);
}

/** One release by its number, or all of a series by its minor; never none. */
function named(name: string, releases: readonly Release[]): Release[] {
  if (name === '') throw new UsageError('a range of Xen releases has no bound');
  if (/\s/.test(name)) throw new UsageError(`${quote(name)} lacks a comma between its releases`);
  const found = releases.filter(({ version, minor }) => version === name || minor === name);
  if (found.length > 0) return found;
  // Of equally near names the first is suggested: of the same series, then with as many numbers.
  const versions = releases.map(({ version }) => version).reverse();
  const minors = minorsNewestFirst(releases);
  const series = name.slice(0, name.lastIndexOf('.') + 1);
  const siblings = versions.filter((version) => version.startsWith(series));
  const numbers =
    name.split('.').length > 2 ? [...siblings, ...versions] : [...minors, ...versions];
  const words = /^[a-z]/i.test(name) ? [...SETS, ...PRODUCT_NAMES] : numbers;
  const answer = answerTo(name, words, GRAMMAR);
  throw new UsageError(`unknown release ${quote(name)}: ${answer}`);
}

/** Newest first, so that of equally near names the newest is suggested. */
function minorsNewestFirst(releases: readonly Release[]): string[] {
  return [...new Set(releases.map(({ minor }) => minor))].reverse();
}

function newestOfEach(releases: readonly Release[]): Release[] {
  return [...new Map(releases.map((release) => [release.minor, release])).values()];
}
