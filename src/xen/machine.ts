import { type BootPath, isDom0 } from '../programs/boot-path.ts';

/** What is assumed of the computer and of the domains on it. All sizes are in bytes. */
export interface Machine {
  /**
   * The memory that Xen gives dom0 when it starts, as `dom0_mem=SIZE` asks for it. The computer has
   * this much to give, and more for Xen itself.
   */
  readonly dom0Memory: number;
  /** The memory that a guest gets: `memory = …` in the configuration that `xl` reads. */
  readonly guestMemory: number;
}

const GIB = 2 ** 30;

export const DEFAULT_MACHINE: Machine = { dom0Memory: 4 * GIB, guestMemory: 4 * GIB };

/** The memory of the domain that a boot path starts, in bytes. */
export function memoryOf(boot: BootPath, { dom0Memory, guestMemory }: Machine): number {
  return isDom0(boot) ? dom0Memory : guestMemory;
}

/** The largest memory that is thought of: more than any Xen has given to a domain. */
export const MOST_MEMORY = 16 * 2 ** 40;

/** Physical addresses. */
export interface Range {
  readonly start: bigint;
  /** First address behind it. */
  readonly end: bigint;
}

/** RAM below 4 GiB, where devices take the last one, as on any PC with 4 GiB or more. */
export const LOW_RAM = 3 * GIB;

/** RAM as the firmware of a PC reports it, with a hole for VGA and firmware, and one for devices. */
export const RAM: readonly Range[] = [
  { start: 0n, end: 0x9_fc00n },
  { start: 0x10_0000n, end: BigInt(LOW_RAM) },
  { start: 1n << 32n, end: (1n << 32n) + BigInt(MOST_MEMORY) },
];

/**
 * First address behind the RAM of the computer: of a PC with 4 GiB, or with as much as dom0 gets
 * where that is more.
 */
export function endOfRam({ dom0Memory }: Machine): number {
  return 4 * GIB + Math.max(dom0Memory, 4 * GIB) - LOW_RAM;
}

/** The pages of a guest: the toolstack counts its memory in whole MiB (`xc_dom_mem_init`). */
export function guestPages({ guestMemory }: Machine): bigint {
  return BigInt(Math.floor(guestMemory / 2 ** 20)) * 256n;
}
