import type { BootWay } from '../programs/boot-way.ts';
import type { Stage } from '../rules/stages.ts';

/** The program that prints what a finding quotes. */
export type Speaker = 'Xen' | 'GRUB';

/** Where GRUB loads the kernel, what is printed up to its start is GRUB's, and the rest is Xen's. */
export function saidBy({ grub }: BootWay, { stage }: { readonly stage: Stage }): Speaker {
  return grub === undefined || stage === 'start' ? 'Xen' : 'GRUB';
}
