import type { GuestWay } from './product.ts';

/** The ways in which guests boot, in words. */
export const GUEST_WAYS: Readonly<Record<GuestWay, string>> = {
  direct: 'a kernel file of dom0',
  pygrub: 'pygrub',
  pvgrub: 'GRUB in a PV guest',
  pvhgrub: 'GRUB in a PVH guest',
  hvm: 'firmware, which hides the kernel from Xen',
};
