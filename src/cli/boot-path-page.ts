import {
  type BootPath,
  bootPath,
  claimedAs,
  isGrubPath,
  isOffered,
} from '../programs/boot-path.ts';
import { GRUB_FACTS } from '../programs/grub/facts.ts';
import type { Calendar } from '../programs/xen/targets.ts';
import { buildOf } from '../programs/xen/xen-build.ts';
import { labelled } from '../text/wrap.ts';
import { grubVersions } from './grub-page.ts';
import type { Layout } from './io.ts';

/** Columns of the labels. */
const INDENT = 14;

const LOADERS = {
  hypervisor: 'the hypervisor',
  toolstack: 'the toolstack',
  grub: 'GRUB',
} as const;

/** Who loads a kernel on a boot path. */
export function loaderOf(path: BootPath): string {
  return LOADERS[bootPath(path).loadedBy];
}

/** `4.10.0`, `4.10.0, GRUB 2.04`: the first release that offers a boot path. */
export function sinceOf(path: BootPath, { releases }: Calendar): string {
  const { sinceGrub } = bootPath(path);
  const xen = releases.find((release) => isOffered(path, buildOf(release)))?.version ?? '';
  return sinceGrub === null ? xen : `${xen}, GRUB ${GRUB_FACTS[sinceGrub].since}`;
}

/** A boot path in full. */
export function bootPathPage(
  path: BootPath,
  calendar: Calendar,
  { width, colors }: Layout,
): string {
  const line = (name: string, text: string) => labelled(`  ${name}`, text, INDENT, width);
  const { domain, guest, note } = bootPath(path);
  const claimed = claimedAs(path);
  return [
    colors.bold(path),
    ...line('loaded by', loaderOf(path)),
    ...line('runs as', `${domain}, ${guest.toUpperCase()}`),
    ...line('since', `Xen ${sinceOf(path, calendar)}`),
    ...(note === null ? [] : line('note', note)),
    ...line(
      'checked',
      claimed === path
        ? 'where a kernel claims it, or where it is named'
        : `where it is named; a kernel that claims ${claimed} claims it`,
    ),
    ...(isGrubPath(path) ? line('GRUB', grubVersions(path)) : []),
    ...(isGrubPath(path) ? line('use', usesOf(path)) : []),
    '',
  ].join('\n');
}

function usesOf(path: BootPath): string {
  return `${path} the GRUB of the product, or else the newest; ${path}@2.06 that release; ${path}@all every one`;
}
