import type { BootWay } from './product.ts';

/** The ways in which guests boot, in words. */
export const BOOT_WAYS: Readonly<Record<BootWay, string>> = {
  direct: 'a kernel file of dom0',
  pygrub: 'pygrub',
  pvgrub: 'GRUB in a PV guest',
  pvhgrub: 'GRUB in a PVH guest',
  hvm: 'firmware, which hides the kernel from Xen',
};
