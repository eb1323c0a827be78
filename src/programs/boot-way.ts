import { BOOT_PATHS, type BootPath } from './boot-path.ts';

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
  return (
    BOOT_PATHS.indexOf(a.boot) - BOOT_PATHS.indexOf(b.boot) ||
    (a.grub ?? '').localeCompare(b.grub ?? '', 'en')
  );
}
