import { parseBootList } from '../programs/boot-list.ts';
import { BOOT_PATHS, isOffered } from '../programs/boot-path.ts';
import type { Change, Fact } from '../programs/fact.ts';
import { findGrubRelease } from '../programs/grub/releases.ts';
import { DIFFERENCE_NAMES, differenceOf, NO, wordingOf } from '../programs/xen/difference-names.ts';
import { meaningOf } from '../programs/xen/difference-words.ts';
import { FACT_GROUPS, XEN_FACTS, type XenFactId } from '../programs/xen/facts/facts.ts';
import { findProducts, PRODUCT_NAMES } from '../programs/xen/products/find.ts';
import { SUPPORT_WINDOWS } from '../programs/xen/support.ts';
import { type Calendar, parseXenList } from '../programs/xen/targets.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { quote } from '../text/quote.ts';
import { near } from '../text/suggest.ts';
import { UsageError } from '../text/usage-error.ts';
import { labelled, wrap } from '../text/wrap.ts';
import { bootPathPage } from './boot-path-page.ts';
import { grubPage, grubPages } from './grub-page.ts';
import type { Layout } from './io.ts';
import { productPage } from './product-page.ts';

/**
 * A release, a product, a boot path or a difference in full; of a list of releases, each of them.
 *
 * @throws {UsageError} on a name that means nothing, with the nearest one that does.
 */
export function describeTarget(name: string, calendar: Calendar, layout: Layout): string {
  const fact = differenceOf(name)?.fact ?? wordingOf(name);
  if (fact !== null) return factPage(fact, layout);
  const ofPath = describeBootPath(name, calendar, layout);
  if (ofPath !== null) return ofPath;
  // A release begins with a digit or a sign; a set of them, and a product, has a name.
  const isNone = /^[a-z]/i.test(name) && findProducts(name, calendar.today) === null;
  const meant = isNone ? near(name, NAMES) : null;
  if (meant !== null) throw new UsageError(`unknown name ${quote(name)}: did you mean ${meant}?`);
  return parseXenList([name], calendar)
    .map((build) =>
      build.product
        ? productPage(build, build.product, calendar.today, layout)
        : buildPage(build, calendar, layout),
    )
    .join('\n');
}

/** Stands for every release of GRUB, with what changed in it. */
const GRUB = 'grub';

const NAMES = [...PRODUCT_NAMES, ...BOOT_PATHS, GRUB, ...Object.keys(XEN_FACTS)];

/** `pv-domu`, `pvgrub-domu@2.06`, `grub`, `grub@2.06` or `2.06` alone; `null` for another name. */
function describeBootPath(name: string, calendar: Calendar, layout: Layout): string | null {
  if (name === GRUB) return grubPages(layout);
  const release = findGrubRelease(name.startsWith(`${GRUB}@`) ? name.slice(GRUB.length + 1) : name);
  if (release) return grubPage(release, layout);
  const isPath = BOOT_PATHS.some((path) => name === path || name.startsWith(`${path}@`));
  const named = isPath ? parseBootList([name]) : 'auto';
  if (named === 'auto') return null;
  return named
    .map(({ boot, grub }) => {
      const release = grub === undefined ? null : findGrubRelease(grub);
      return release ? grubPage(release, layout) : bootPathPage(boot, calendar, layout);
    })
    .join('\n');
}

/** Columns of the labels. */
const INDENT = 14;

function factPage(id: XenFactId, { width, colors }: Layout): string {
  const fact: Fact = XEN_FACTS[id];
  const { kind, what, offByDefault } = fact;
  const group = FACT_GROUPS.find(({ facts }) => facts.includes(id));
  const names = [...DIFFERENCE_NAMES].flatMap(([name, of]) => (of === id ? [name] : []));
  const line = (label: string, text: string) => labelled(`  ${label}`, text, INDENT, width);
  const uses =
    kind === 'wording'
      ? 'none: no kernel boots or fails by it, so it is no difference of a build'
      : names.map((name) => `+${name}, +${NO}${name}`).join('; ');
  return [
    colors.bold(id),
    ...line('what', what),
    ...line('kind', `${KINDS[kind]} ${group?.concerns}`),
    ...datesOf(fact).flatMap(([label, text]) => line(label, text)),
    ...(offByDefault ? ['  off by default'] : []),
    // An option that was never on by default has no other date.
    ...(offByDefault && offByDefault.since !== fact.since ? datesOf(offByDefault) : []).flatMap(
      ([label, text]) => line(label, text),
    ),
    ...line('use', uses),
    '',
  ].join('\n');
}

const KINDS: Readonly<Record<Fact['kind'], string>> = {
  behaviour: 'behaviour of',
  'build-option': 'build option of',
  'boot-option': 'boot option of',
  wording: 'wording of',
};

function datesOf({ since, commit, backports = [] }: Change): [label: string, text: string][] {
  return [
    ['since', `${since}, ${commit}`],
    ...backports.map((one): [string, string] => ['backport', `${one.since}, ${one.commit}`]),
  ];
}

function buildPage(
  { label, release, differences, ...build }: XenBuild,
  { today }: Calendar,
  { width, colors }: Layout,
): string {
  const line = (name: string, text: string) => labelled(`  ${name}`, text, INDENT, width);
  const paths = BOOT_PATHS.filter((path) => isOffered(path, build));
  const changes = changesIn(release.version);
  return [
    colors.bold(`Xen ${label}`),
    ...line('released', release.date),
    ...line('support', supportOf(release.minor, today)),
    ...line('boot paths', paths.join(', ')),
    ...differences.flatMap((one) => line('differs', `${one.name}: ${meaningOf(one)}`)),
    ...(changes.length === 0
      ? ['  No change is known that this release was the first of its series to have.']
      : ['  Changes that this release is the first of its series to have:']),
    ...changes.flatMap(({ id, text }) => [
      `    ${id}`,
      ...wrap(text, width - 6).map((part) => `      ${part}`),
    ]),
    '',
  ].join('\n');
}

/** `bug fixes until 2028-03-05, security fixes until 2030-03-05` */
function supportOf(series: string, today: string): string {
  const window = SUPPORT_WINDOWS.find(({ minor }) => minor === series);
  const until = (what: string, day: string | null | undefined) =>
    day ? [`${what} ${day < today ? 'ended' : 'until'} ${day}`] : [];
  const ends = [
    ...until('bug fixes', window?.bugfixUntil),
    ...until('security fixes', window?.securityUntil),
  ];
  return ends.length === 0 ? 'upstream states no days' : ends.join(', ');
}

/** The facts that a release is the first of its series to have, upstream or by a backport. */
function changesIn(version: string): { id: XenFactId; text: string }[] {
  const facts = Object.entries<Fact>(XEN_FACTS) as [XenFactId, Fact][];
  return facts.flatMap(([id, fact]) => {
    const { what, offByDefault } = fact;
    return [
      ...commitsIn(fact, version).map((commit) => ({ id, text: `${what} (${commit})` })),
      ...(offByDefault ? commitsIn(offByDefault, version) : []).map((commit) => ({
        id,
        text: `off by default (${commit})`,
      })),
    ];
  });
}

function commitsIn({ since, commit, backports = [] }: Change, version: string): string[] {
  return [{ since, commit }, ...backports]
    .filter((one) => one.since === version)
    .map((one) => one.commit.slice(0, 12));
}
