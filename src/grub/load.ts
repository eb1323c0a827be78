import type { ByteSource } from '../bytes/bytes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { GrubHas } from '../programs/grub/facts.ts';
import type { Refusal } from '../rules/refusal.ts';
import { loadPv } from './pv/load-pv.ts';
import { loadPvh } from './pvh/load-pvh.ts';
import { Stop } from './stop.ts';

/** As what GRUB runs: inside a PV guest, or inside a PVH guest. */
export type GrubWay = 'pv' | 'pvh';

export type PvPlatform = 'x86_64-xen' | 'i386-xen';

/** What GRUB can be built for, as its `grub-mkimage` names them. */
export type GrubPlatform = PvPlatform | 'i386-xen_pvh';

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
  /** Where more memory, or less, would help. */
  readonly needsMemory?: number | null;
}

export type GrubOutcome = GrubLoaded | GrubRefused;

/**
 * Loads a kernel as the command `linux` of GRUB does, and boots it up to the jump into the kernel. A PV
 * kernel may have either platform: the one that takes it, or, where none does, the one for its bits, says
 * why. Call it inside `Kernel.examine`.
 *
 * @param has the facts of the release of GRUB; those of Xen do not matter until the kernel runs.
 */
export function loadWithGrub(
  kernel: Kernel,
  way: GrubWay,
  has: GrubHas,
  guest: GrubGuest,
): GrubOutcome {
  if (way === 'pvh') return loadOnPlatform(kernel, 'i386-xen_pvh', has, guest);
  const first = loadOnPlatform(kernel, 'x86_64-xen', has, guest);
  if (!('refusal' in first) || !isFor32Bits(first.refusal)) return first;
  return loadOnPlatform(kernel, 'i386-xen', has, guest);
}

/** Whether the platform of x86_64 refused a kernel for being one of 32 bits. */
function isFor32Bits({ rule, evidence }: Refusal): boolean {
  return rule === 'grub-platform' && evidence.bits === 32;
}

/** The same on one platform. */
export function loadOnPlatform(
  kernel: Kernel,
  platform: GrubPlatform,
  has: GrubHas,
  guest: GrubGuest,
): GrubOutcome {
  try {
    return platform === 'i386-xen_pvh'
      ? loadPvh(kernel, has, guest)
      : loadPv(kernel, platform, has, guest);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const { refusal, needsMemory } = error;
    return { refusal, needsMemory };
  }
}
