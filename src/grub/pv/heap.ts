/** A page of a guest, in bytes. */
export const PAGE = 4096n;

/** GRUB's own image, with its modules and its memory disk: some MiB of the guest. */
const IMAGE = 8 * 2 ** 20;

/** A list of all pages and their page tables take eight bytes each for a page. */
const PER_PAGE = 16 / Number(PAGE);

/** The memory that GRUB has for what it loads: all of the guest that it does not use itself, in bytes. */
export function heapOf(guestMemory: number): number {
  return Math.max(0, Math.floor(guestMemory * (1 - PER_PAGE)) - IMAGE);
}

export const pageUp = (bytes: bigint) => ((bytes + PAGE - 1n) / PAGE) * PAGE;
