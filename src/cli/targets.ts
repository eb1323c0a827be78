import { DEFAULT_MAX_TIME, startTime } from '../gate/time-limit.ts';
import { xenReader } from '../gate/xen-binaries.ts';
import { BOOT_PATHS, bootPath } from '../programs/boot-path.ts';
import type { FactKind } from '../programs/fact.ts';
import { readBuilds } from '../programs/xen/binary/xen-binary.ts';
import { DIFFERENCE_NAMES } from '../programs/xen/difference-names.ts';
import { FACT_GROUPS, XEN_FACTS, type XenFactId } from '../programs/xen/facts/facts.ts';
import { SUPPORT_WINDOWS } from '../programs/xen/support.ts';
import { type Calendar, parseXenList } from '../programs/xen/targets.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { UsageError } from '../text/usage-error.ts';
import { type Args, splitLists } from './args.ts';
import { binaryPage } from './binary-page.ts';
import { loaderOf, sinceOf } from './boot-path-page.ts';
import { grubTable } from './grub-page.ts';
import { type Io, type Layout, layoutOf } from './io.ts';
import { productTable } from './product-page.ts';
import { RELEASE_LIST } from './release-list.ts';
import { table } from './table.ts';
import { describeTarget } from './target-page.ts';

/**
 * `targets [NAME]`: every series, boot path, product and difference, or one of them in full;
 * `targets --xen LIST`: the releases that a list stands for; `targets --xen-binary FILE`: what was read
 * from a Xen.
 */
export async function targets(args: Args, io: Io): Promise<number> {
  const [name, ...others] = args.positionals;
  const lists = args.all('xen');
  const files = splitLists(args.all('xen-binary'));
  const layout = layoutOf(io);
  if (others.length > 0) throw new UsageError('targets takes one name at a time');
  if (name !== undefined && lists.length > 0) {
    throw new UsageError('targets takes a name or --xen, not both');
  }
  if (files.length > 0 && (name !== undefined || lists.length > 0)) {
    throw new UsageError('targets takes --xen-binary alone');
  }
  io.stdout.write(
    files.length > 0
      ? await binaryText(files, io, layout)
      : textOf(name, lists, io.calendar, layout),
  );
  return 0;
}

async function binaryText(files: readonly string[], io: Io, layout: Layout): Promise<string> {
  const readXen = xenReader(io.calendar, startTime(DEFAULT_MAX_TIME, io.now));
  const builds = await readXen(files.map((path) => ({ path })));
  return readBuilds(builds)
    .map((build) => binaryPage(build, layout))
    .join('\n');
}

function textOf(
  name: string | undefined,
  lists: readonly string[],
  calendar: Calendar,
  layout: Layout,
): string {
  if (name !== undefined) return describeTarget(name, calendar, layout);
  if (lists.length > 0) return releaseTable(parseXenList(lists, calendar), layout);
  const sections = [
    seriesTable(calendar, layout),
    pathTable(calendar, layout),
    ABOUT_GRUB,
    grubTable(layout),
    productTable(calendar.today, layout),
    `${RELEASE_LIST}\n`,
    ABOUT_DIFFERENCES,
    ...differenceTables('build-option', layout),
    ...differenceTables('boot-option', layout),
    ...differenceTables('behaviour', layout),
  ];
  return sections.join('\n');
}

function releaseTable(builds: readonly XenBuild[], { width, colors }: Layout): string {
  const rows = builds.map(({ label, release }) => [label, release.date]);
  return table([['release', 'date'], ...rows], width, colors.bold);
}

function seriesTable({ releases, today }: Calendar, { width, colors }: Layout): string {
  const head = ['series', 'newest', 'of', 'bug fixes', 'security fixes'];
  const until = (day: string | null) => (day === null ? '-' : day < today ? `ended ${day}` : day);
  const rows = SUPPORT_WINDOWS.flatMap(({ minor, bugfixUntil, securityUntil }) => {
    const newest = releases.findLast((release) => release.minor === minor);
    if (newest === undefined) return [];
    return [[minor, newest.version, newest.date, until(bugfixUntil), until(securityUntil)]];
  });
  return table([head, ...rows], width, colors.bold);
}

function pathTable(calendar: Calendar, { width, colors }: Layout): string {
  const rows = BOOT_PATHS.map((id) => {
    const { domain, guest, arch } = bootPath(id);
    return [id, loaderOf(id), domain, guest.toUpperCase(), arch, sinceOf(id, calendar)];
  });
  const head = ['boot path', 'loaded by', 'runs as', 'type', 'machine', 'since'];
  return table([head, ...rows], width, colors.bold);
}

const ABOUT_GRUB = `Where GRUB loads the kernel, name its release: pvgrub-domu@2.06, or
pvgrub-domu@all. Without one it is the GRUB of the product, or else the newest.
`;

const ABOUT_DIFFERENCES = `The names of differences follow. Write +NAME for a build that has it, +no-NAME
for one that lacks it. The command targets NAME prints one with its commits.
`;

const KINDS: Readonly<Record<Exclude<FactKind, 'wording'>, string>> = {
  'build-option': 'Build options',
  'boot-option': 'Boot options',
  behaviour: 'Behaviours',
};

/** The differences of a kind, by whom they concern. */
function differenceTables(kind: keyof typeof KINDS, { width, colors }: Layout): string[] {
  return FACT_GROUPS.flatMap(({ concerns, facts }) => {
    const rows = facts.filter((id) => XEN_FACTS[id].kind === kind).flatMap(differenceRows);
    if (rows.length === 0) return [];
    const title = colors.bold(`${KINDS[kind]} of ${concerns}`);
    return [`${title}\n${table([['name', 'since', 'what it is'], ...rows], width, colors.bold)}`];
  });
}

function differenceRows(id: XenFactId): string[][] {
  const { since, what } = XEN_FACTS[id];
  const names = [...DIFFERENCE_NAMES].filter(([, fact]) => fact === id);
  return names.map(([name]) => [name, since, name === id ? what : `the same as ${id}`]);
}
