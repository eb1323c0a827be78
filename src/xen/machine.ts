/** What is assumed of the computer and of the domains on it. All sizes are in bytes. */
export interface Machine {
  /** The memory that dom0 gets, as `dom0_mem=SIZE` gives it where there is enough RAM. */
  readonly dom0Memory: number;
  /** The memory that a guest gets: `memory = …` in the configuration that `xl` reads. */
  readonly guestMemory: number;
}

const GIB = 2 ** 30;

export const DEFAULT_MACHINE: Machine = { dom0Memory: 4 * GIB, guestMemory: 4 * GIB };

/**
 * RAM of the computer below 4 GiB, where devices take the last one. It is a PC with 4 GiB of RAM, or
 * with as much as dom0 gets where that is more.
 */
export const LOW_RAM = 3 * GIB;
