/**
 * What the builder of a PVH dom0 (xen/arch/x86/hvm/dom0_build.c) prints of what it refuses, in its
 * order.
 */
export const SAYS = {
  cannotDecompress: 'Error trying to detect bz compressed kernel',
  cannotParse: 'Unable to parse kernel for ELFNOTES',
  noEntry: 'Unable to find XEN_ELFNOTE_PHYS32_ENTRY address',
  notRelocatable: 'd0 kernel: Address conflict and not relocatable',
  noPlace: 'd0 kernel: Failed find a load address',
  cannotLoad: 'Failed to load kernel: -1',
  noRegion: 'Unable to find a memory region to load initrd and metadata',
  cannotCopy: 'Unable to copy guest command line',
} as const;
