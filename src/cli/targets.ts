import { BOOT_PATHS, isOffered } from '../programs/boot-path.ts';
import { DIFFERENCE_NAMES, NO } from '../programs/xen/difference-names.ts';
import { isOffByDefault } from '../programs/xen/differences.ts';
import { XEN_FACTS } from '../programs/xen/facts/facts.ts';
import { SUPPORT_WINDOWS } from '../programs/xen/support.ts';
import { type Calendar, parseXenList } from '../programs/xen/targets.ts';
import { buildOf, type XenBuild } from '../programs/xen/xen-build.ts';
import type { Args } from './args.ts';
import { type Io, type Layout, layoutOf } from './io.ts';
import { RELEASE_LIST } from './release-list.ts';

/** `targets [--xen LIST]`: every series and difference, or the releases that a list stands for. */
export async function targets(args: Args, io: Io): Promise<number> {
  const lists = args.all('xen');
  const layout = layoutOf(io);
  io.stdout.write(
    lists.length > 0
      ? releaseTable(parseXenList(lists, io.calendar), layout)
      : `${seriesTable(io.calendar, layout)}\n${RELEASE_LIST}\n\n${differenceTable(io.calendar, layout)}`,
  );
  return 0;
}

function releaseTable(builds: readonly XenBuild[], { colors }: Layout): string {
  const rows = builds.map(({ label, release }) => [label, release.date]);
  return table([['release', 'date'], ...rows], colors.bold);
}

function seriesTable({ releases, today }: Calendar, { colors }: Layout): string {
  const head = ['series', 'newest', 'of', 'bug fixes', 'security', 'boot paths'];
  const rows = SUPPORT_WINDOWS.flatMap(({ minor, bugfixUntil, securityUntil }) => {
    const newest = releases.findLast((release) => release.minor === minor);
    if (newest === undefined) return [];
    const paths = BOOT_PATHS.filter((path) => isOffered(path, buildOf(newest)));
    const until = (day: string | null) => (day === null ? '-' : day < today ? `ended ${day}` : day);
    const days = [newest.date, until(bugfixUntil), until(securityUntil)];
    return [[minor, newest.version, ...days, paths.join(' ')]];
  });
  return table([head, ...rows], colors.bold);
}

/** Every name that may follow a `+`; what every release has, whatever its build, can only be left out. */
function differenceTable({ releases }: Calendar, { colors }: Layout): string {
  const rows = [...DIFFERENCE_NAMES].map(([name, behaviour]) => {
    const { since, what } = XEN_FACTS[behaviour];
    const isEverywhere = since === releases[0]?.version && !isOffByDefault(behaviour);
    const spelling = `${isEverywhere ? NO : `[${NO}]`}${name}`;
    return [spelling, since, name === behaviour ? what : `the same as ${behaviour}`];
  });
  return table([['difference', 'since', 'what it is'], ...rows], colors.bold);
}

/** Columns two spaces apart, the first row being their names. */
function table(rows: readonly (readonly string[])[], paintHead: (text: string) => string): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.map((line, i) => (i === 0 ? paintHead(line) : line)).join('\n')}\n`;
}
