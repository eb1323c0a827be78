import { bootPath, type GrubPath } from '../programs/boot-path.ts';
import { GRUB_FACTS, type GrubFactId, grubHas } from '../programs/grub/facts.ts';
import { GRUB_RELEASES, type GrubRelease } from '../programs/grub/releases.ts';
import { labelled, wrap } from '../text/wrap.ts';
import type { Layout } from './io.ts';
import { table } from './table.ts';

/** Columns of the labels. */
const INDENT = 14;

const FACTS = Object.keys(GRUB_FACTS) as GrubFactId[];

/** The releases of GRUB that have a boot path, in one line. */
export function grubVersions(path: GrubPath): string {
  const { sinceGrub } = bootPath(path);
  return GRUB_RELEASES.filter(({ version }) => sinceGrub === null || grubHas(version)(sinceGrub))
    .map(({ version }) => version)
    .join(', ');
}

/** The releases of GRUB, as a table. */
export function grubTable({ width, colors }: Layout): string {
  const rows = GRUB_RELEASES.map(({ version, date }) => [version, date]);
  return table([['GRUB', 'date'], ...rows], width, colors.bold);
}

/** Every release of GRUB with what changed in it. */
export function grubPages(layout: Layout): string {
  return GRUB_RELEASES.map((release) => grubPage(release, layout)).join('\n');
}

/** A release of GRUB in full: the facts that it has and the release before it lacks. */
export function grubPage({ version, date }: GrubRelease, { width, colors }: Layout): string {
  const before = GRUB_RELEASES[GRUB_RELEASES.findIndex((one) => one.version === version) - 1];
  const has = grubHas(version);
  const had = before ? grubHas(before.version) : () => false;
  const changes = FACTS.filter((id) => has(id) && !had(id));
  return [
    colors.bold(`GRUB ${version}`),
    ...labelled('  released', date, INDENT, width),
    `  ${describeChanges(changes.length, before)}`,
    ...changes.flatMap((id) => [
      `    ${id}`,
      ...wrap(`${GRUB_FACTS[id].what} (${GRUB_FACTS[id].commit.slice(0, 12)})`, width - 6).map(
        (part) => `      ${part}`,
      ),
    ]),
    '',
  ].join('\n');
}

function describeChanges(count: number, before: GrubRelease | undefined): string {
  if (before === undefined) return 'The first release that loads kernels in a guest of Xen.';
  return count === 0
    ? `No change is known since ${before.version}.`
    : `Changes since ${before.version}:`;
}
