import type { Has } from '../../programs/xen/facts/facts.ts';

const stop = (has: Has) => (has('panics-without-full-stop') ? '' : '.');

/** What `dom0_construct` (xen/arch/x86/pv/dom0_build.c) prints of what it refuses, in its order. */
export const SAYS = {
  pv32Missing: 'Found 32-bit PV kernel, but CONFIG_PV32 missing',
  mismatch: 'Mismatch between Xen and DOM0 kernel',
  noCompat: 'Dom0 failed to switch to compat: -95',
  startTooHigh: (has: Has) =>
    `${has('dom0-start-too-high-is-no-panic') ? 'Dom0' : 'Domain 0'} expects too high a hypervisor start address${stop(has)}`,
  tooLarge: (has: Has) => `Domain 0 allocation is too small for kernel image${stop(has)}`,
  overlapsXen: 'DOM0 image overlaps with Xen private area.',
  cannotLoad: (has: Has) => (has('dom0-load-can-fail') ? 'Failed to load the kernel binary' : null),
  hypercallPage: 'Invalid HYPERCALL_PAGE field in ELF notes.',
  p2mOverlaps: 'DOM0 P->M table overlaps initial mapping',
  p2mTooLarge: (has: Has) => `Dom0 allocation too small for initial P->M table${stop(has)}`,
  supervisorMode: 'Dom0 requires supervisor-mode execution',
} as const;
