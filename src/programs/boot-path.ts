/**
 * Who loads the kernel, and how: the hypervisor builds dom0, the toolstack builds the others;
 * paravirtualised (PV) or with hardware virtualisation and without firmware (PVH).
 */
export const BOOT_PATHS = ['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu'] as const;

export type BootPath = (typeof BOOT_PATHS)[number];

/** Whether it is dom0 that boots, and no guest. */
export function isDom0(boot: BootPath): boolean {
  return boot === 'pv-dom0' || boot === 'pvh-dom0';
}
