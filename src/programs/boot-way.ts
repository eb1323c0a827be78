import { BOOT_PATHS, type BootPath, bootPath, isOffered } from './boot-path.ts';
import { grubHas } from './grub/facts.ts';
import { compareGrubReleases } from './grub/releases.ts';
import type { Has } from './xen/facts/facts.ts';

/** How a kernel is booted: a boot path and, where GRUB loads the kernel, the release of GRUB. */
export interface BootWay {
  readonly boot: BootPath;
  /** `2.06`; left out where no GRUB has a part in it. */
  readonly grub?: string;
}

/** Distinguishes ways; what `--boot` takes: `pv-domu`, `pvgrub-domu@2.06`. */
export function wayId({ boot, grub }: BootWay): string {
  return grub === undefined ? boot : `${boot}@${grub}`;
}

/** What people read: `pv-domu`, `pvgrub-domu · GRUB 2.06`. */
export function wayLabel({ boot, grub }: BootWay): string {
  return grub === undefined ? boot : `${boot} · GRUB ${grub}`;
}

/** The same way alone, without what else a thing with a way has. */
export function wayOf({ boot, grub }: BootWay): BootWay {
  return grub === undefined ? { boot } : { boot, grub };
}

/** The ways of some things, each once, in the order in which they are shown. */
export function waysOf(things: readonly BootWay[]): BootWay[] {
  const ways = new Map(things.map((one) => [wayId(one), wayOf(one)]));
  return [...ways.values()].sort(compareWays);
}

function compareWays(a: BootWay, b: BootWay): number {
  const byPath = BOOT_PATHS.indexOf(a.boot) - BOOT_PATHS.indexOf(b.boot);
  if (byPath !== 0 || a.grub === undefined || b.grub === undefined) return byPath;
  return compareGrubReleases(a.grub, b.grub);
}

/** Whether a build of Xen, and the release of GRUB, offer a way to their users. */
export function isOfferedWay({ boot, grub }: BootWay, build: { readonly has: Has }): boolean {
  const { sinceGrub } = bootPath(boot);
  const isInGrub = grub === undefined || sinceGrub === null || grubHas(grub)(sinceGrub);
  return isInGrub && isOffered(boot, build);
}
