import type { ByteSource } from '../bytes/bytes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { GrubHas } from '../programs/grub/facts.ts';
import { noKernel } from '../rules/no-kernel.ts';
import { type Refusal, refusalAt } from '../rules/refusal.ts';

/** As what GRUB runs: inside a PV guest, or inside a PVH guest. */
export type GrubWay = 'pv' | 'pvh';

/** What GRUB can be built for, as its `grub-mkimage` names them. */
export type GrubPlatform = 'x86_64-xen' | 'i386-xen' | 'i386-xen_pvh';

/** The guest that GRUB runs in. */
export interface GrubGuest {
  /** In bytes. */
  readonly guestMemory: number;
}

/** A kernel in memory, about to be started by GRUB. */
export interface GrubLoaded {
  /** The platform that takes it: of a PV kernel the one for its bits. */
  readonly platform: GrubPlatform;
  /** The ELF file that GRUB read, with its notes; `null` for PVH, where GRUB starts a bzImage as it is. */
  readonly elf: ByteSource | null;
  /** The least memory of the guest with which GRUB loads it, in bytes; `null` for unknown. */
  readonly needsMemory: number | null;
}

/** A kernel that GRUB refuses, or that it crashes on. */
export interface GrubRefused {
  readonly refusal: Refusal;
  readonly needsMemory?: number | null;
}

/**
 * Loads a kernel as the command `linux` of GRUB does, and boots it up to the jump into the kernel. Call it
 * inside `Kernel.examine`.
 *
 * @param has the facts of the release of GRUB; those of Xen do not matter until the kernel runs.
 */
export function loadWithGrub(
  kernel: Kernel,
  way: GrubWay,
  _has: GrubHas,
  _guest: GrubGuest,
): GrubLoaded | GrubRefused {
  const { elf } = kernel;
  if (elf === null) {
    return { refusal: refusalAt('container', 'not-a-kernel', noKernel('file'), 'not xen image') };
  }
  return way === 'pv'
    ? { platform: 'x86_64-xen', elf, needsMemory: null }
    : { platform: 'i386-xen_pvh', elf: null, needsMemory: null };
}
