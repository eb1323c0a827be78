/** What GRUB learns of a kernel from its notes (`struct grub_xen_file_info`). All numbers are unsigned. */
export interface XenInfo {
  arch: Arch;
  /** Of the PT_LOAD segments; without any, the highest number and 0. */
  kernelStart: bigint;
  kernelEnd: bigint;
  virtBase: bigint;
  paddrOffset: bigint;
  entry: bigint;
  hypercallPage: bigint | null;
  p2mBase: bigint | null;
  /** The text of the PAE_MODE note, where there is one. */
  paeMode: string | null;
  hasNote: boolean;
}

/** `GRUB_XEN_FILE_*`: the number that the message shows is the place in the list, from 1 on. */
export const ARCHES = ['i386', 'i386-pae', 'i386-bimodal', 'x86_64'] as const;

export type Arch = (typeof ARCHES)[number];
