import { MOST_MEMORY } from '../machine.ts';
import { type Built, pagesNeeded } from './failure.ts';
import { PAGE } from './pages.ts';

type Build = (pages: bigint) => Built<unknown>;

/** Pages of a MiB: `memory=` counts in these. */
const MIB_PAGES = 256n;

/** `xc_dom_mem_init` counts the pages of a guest in 32 bits, so it has less than this. */
const END = BigInt(MOST_MEMORY) / PAGE;

/**
 * The least memory with which a guest is built, in bytes, a multiple of 1 MiB; `null` where no memory
 * is enough, or where it cannot be known.
 *
 * A guest with more memory needs more of it, for the list of its pages, so that it can fail where a
 * smaller one does not. But what is missing at one size is missing at all sizes below, and so the
 * first size at which nothing is missing is the least.
 *
 * @param given pages of a guest that may well be built.
 */
export function leastGuestMemory(build: Build, given: bigint): number | null {
  for (let pages = MIB_PAGES; pages < END; ) {
    const built = build(pages);
    if ('layout' in built) return Number(pages * PAGE);
    const needed = pagesNeeded(built.failure);
    if (needed === null) return leastBetween(pages, given, build);
    pages = ((needed + MIB_PAGES - 1n) / MIB_PAGES) * MIB_PAGES;
  }
  return null;
}

/** Where something else than memory is in the way of a guest with `fails` pages, and not of another. */
function leastBetween(fails: bigint, works: bigint, build: Build): number | null {
  if (works <= fails || 'failure' in build(works)) return null;
  let [low, high] = [fails, works];
  while (high - low > MIB_PAGES) {
    const middle = ((low + high) / 2n / MIB_PAGES) * MIB_PAGES;
    if ('layout' in build(middle)) high = middle;
    else low = middle;
  }
  return Number(high * PAGE);
}
