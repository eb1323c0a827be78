import type { Has, XenFactId } from './xen/facts/facts.ts';

/** A way in which a kernel is booted: who loads it, and as what. */
export interface BootPathRow {
  readonly loadedBy: 'hypervisor' | 'toolstack';
  /** The domain that the kernel runs in; each has a memory of its own. */
  readonly domain: 'dom0' | 'guest';
  /** Paravirtualised, or with hardware virtualisation and without firmware. */
  readonly guest: 'pv' | 'pvh';
  readonly arch: 'x86';
  /** The fact by which users have it; `null` where every release offers it. */
  readonly since: XenFactId | null;
}

/** Every boot path, in the order in which they are shown. Nothing asks a path by its name. */
const ROWS = {
  'pv-dom0': {
    loadedBy: 'hypervisor',
    domain: 'dom0',
    guest: 'pv',
    arch: 'x86',
    since: null,
  },
  'pvh-dom0': {
    loadedBy: 'hypervisor',
    domain: 'dom0',
    guest: 'pvh',
    arch: 'x86',
    since: 'pvh-dom0',
  },
  'pv-domu': {
    loadedBy: 'toolstack',
    domain: 'guest',
    guest: 'pv',
    arch: 'x86',
    since: null,
  },
  'pvh-domu': {
    loadedBy: 'toolstack',
    domain: 'guest',
    guest: 'pvh',
    arch: 'x86',
    since: 'pvh-domu',
  },
} as const satisfies Record<string, BootPathRow>;

export type BootPath = keyof typeof ROWS;

export const BOOT_PATHS = Object.keys(ROWS) as readonly BootPath[];

export function bootPath(id: BootPath): BootPathRow {
  return ROWS[id];
}

/** Whether it is dom0 that boots, and no guest. */
export function isDom0(id: BootPath): boolean {
  return ROWS[id].domain === 'dom0';
}

/** Whether a build of Xen offers a boot path to its users. */
export function isOffered(id: BootPath, { has }: { readonly has: Has }): boolean {
  const { since } = ROWS[id];
  return since === null || has(since);
}
