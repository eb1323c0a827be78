import type { GrubFactId } from './grub/facts.ts';
import type { Has, XenFactId } from './xen/facts/facts.ts';

/** A way in which a kernel is booted: who loads it, and as what. */
export interface BootPathRow {
  readonly loadedBy: 'hypervisor' | 'toolstack' | 'grub';
  /** The domain that the kernel runs in; each has a memory of its own. */
  readonly domain: 'dom0' | 'guest';
  /** Paravirtualised, or with hardware virtualisation and without firmware. */
  readonly guest: 'pv' | 'pvh';
  readonly arch: 'x86';
  /** The fact by which users have it. */
  readonly since: XenFactId;
  /** The same of the release of GRUB, where GRUB loads the kernel. */
  readonly sinceGrub: GrubFactId | null;
  /**
   * The path whose claim counts for this one: notes say for what guest a kernel was built, and not who
   * loads it. Such a path is only checked where it is named. `null` for a path of its own.
   */
  readonly claimedAs: string | null;
  /** What a user has to know of it; `null` where the columns say enough. */
  readonly note: string | null;
}

/** Every boot path, in the order in which they are shown. Nothing asks a path by its name. */
const ROWS = {
  'pv-dom0': {
    loadedBy: 'hypervisor',
    domain: 'dom0',
    guest: 'pv',
    arch: 'x86',
    since: 'pv',
    sinceGrub: null,
    claimedAs: null,
    note: null,
  },
  'pvh-dom0': {
    loadedBy: 'hypervisor',
    domain: 'dom0',
    guest: 'pvh',
    arch: 'x86',
    since: 'pvh-dom0',
    sinceGrub: null,
    claimedAs: null,
    note: null,
  },
  'pv-domu': {
    loadedBy: 'toolstack',
    domain: 'guest',
    guest: 'pv',
    arch: 'x86',
    since: 'pv',
    sinceGrub: null,
    claimedAs: null,
    note: null,
  },
  'pvh-domu': {
    loadedBy: 'toolstack',
    domain: 'guest',
    guest: 'pvh',
    arch: 'x86',
    since: 'pvh-domu',
    sinceGrub: null,
    claimedAs: null,
    note: null,
  },
  'pygrub-domu': {
    loadedBy: 'toolstack',
    domain: 'guest',
    guest: 'pv',
    arch: 'x86',
    since: 'pv',
    sinceGrub: null,
    claimedAs: 'pv-domu',
    note: 'pygrub only copies the kernel out of the disk of the guest: the toolstack loads it, so the answer is that of pv-domu',
  },
  'pvgrub-domu': {
    loadedBy: 'grub',
    domain: 'guest',
    guest: 'pv',
    arch: 'x86',
    since: 'pv',
    sinceGrub: null,
    claimedAs: 'pv-domu',
    note: 'GRUB runs in the PV guest and loads the kernel: x86_64-xen loads 64-bit kernels, i386-xen 32-bit ones, and the one that fits is meant',
  },
  'pvhgrub-domu': {
    loadedBy: 'grub',
    domain: 'guest',
    guest: 'pvh',
    arch: 'x86',
    since: 'pvh-domu',
    sinceGrub: 'pvh-platform',
    claimedAs: 'pvh-domu',
    note: 'GRUB (i386-xen_pvh) runs in the PVH guest and loads the kernel as on a PC: the kernel decompresses itself',
  },
} as const satisfies Record<string, BootPathRow>;

export type BootPath = keyof typeof ROWS;

type LoadedBy<L> = {
  [K in BootPath]: (typeof ROWS)[K]['loadedBy'] extends L ? K : never;
}[BootPath];

/** A boot path on which GRUB loads the kernel. */
export type GrubPath = LoadedBy<'grub'>;

/** A boot path on which Xen itself loads the kernel. */
export type XenPath = Exclude<BootPath, GrubPath>;

export const BOOT_PATHS = Object.keys(ROWS) as readonly BootPath[];

export function bootPath(id: BootPath): BootPathRow {
  return ROWS[id];
}

export function isGrubPath(id: BootPath): id is GrubPath {
  return ROWS[id].loadedBy === 'grub';
}

/** The boot path that a kernel claims by its notes, where it claims this one. */
export function claimedAs(id: BootPath): BootPath {
  return ROWS[id].claimedAs ?? id;
}

/** The path whose loader loads the kernel on this one as well; `null` for none. */
export function sameLoaderAs(id: BootPath): BootPath | null {
  const other = claimedAs(id);
  return other !== id && ROWS[other].loadedBy === ROWS[id].loadedBy ? other : null;
}

/** The paths that kernels claim, and that `auto` stands for. */
export const CLAIMED_PATHS = BOOT_PATHS.filter((id): id is XenPath => claimedAs(id) === id);

/** Whether it is dom0 that boots, and no guest. */
export function isDom0(id: BootPath): boolean {
  return ROWS[id].domain === 'dom0';
}

/** Whether a build of Xen offers a boot path to its users. */
export function isOffered(id: BootPath, { has }: { readonly has: Has }): boolean {
  return has(ROWS[id].since);
}
