/**
 * Who loads the kernel, and how: the hypervisor builds dom0, the toolstack builds the others;
 * paravirtualised (PV) or with hardware virtualisation and without firmware (PVH).
 */
export const BOOT_PATHS = ['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu'] as const;

export type BootPath = (typeof BOOT_PATHS)[number];
