import type { Has } from './facts.ts';

/** Why a 64-bit hypervisor runs no 32-bit PV kernel; `null` where it runs them. */
export function pv32OffBy(has: Has): 'build' | 'boot' | null {
  if (!has('pv32')) return 'build';
  return has('pv32-off-at-boot') ? 'boot' : null;
}
