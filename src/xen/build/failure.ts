/** What the toolstack places in guest memory, in its own words. */
export type SegmentName =
  | 'padding'
  | 'kernel'
  | 'phys2mach'
  | 'start info'
  | 'xenstore'
  | 'console'
  | 'shared info'
  | 'page tables'
  | 'boot stack'
  | 'ACPI module'
  | 'HVM start info';

/**
 * Why the toolstack does not build a guest. Addresses are in bytes, sizes and frame numbers in pages.
 */
export type Failure =
  /** a segment does not start at a page */
  | { readonly why: 'unaligned'; readonly address: bigint }
  /** a segment starts before the end of what was placed so far */
  | { readonly why: 'too-low'; readonly address: bigint; readonly end: bigint }
  /** a segment without a page */
  | { readonly why: 'empty'; readonly frame: bigint }
  /** a segment goes past the end of the guest */
  | {
      readonly why: 'too-large';
      readonly segment: SegmentName;
      readonly pages: bigint;
      readonly frame: bigint;
    }
  /** the same, found too late for an error message */
  | { readonly why: 'out-of-range'; readonly pages: bigint; readonly frame: bigint }
  /** the mapping that the kernel starts with, up to the page `last`, wants a guest of `pages` */
  | { readonly why: 'mapping'; readonly last: bigint; readonly pages: bigint }
  /** the same, found by the hypervisor when it sees the page tables, which start at `frame` */
  | { readonly why: 'unpinnable'; readonly pages: bigint; readonly frame: bigint }
  /** a segment is placed where the guest has no RAM */
  | { readonly why: 'no-ram'; readonly pages: bigint; readonly frame: bigint }
  /** firmware is mapped a second time, at its physical address */
  | { readonly why: 'firmware-no-ram'; readonly pages: bigint; readonly frame: bigint }
  /** the search for the size of the page tables never ends */
  | { readonly why: 'hangs' }
  /** an assertion about the list of pages at INIT_P2M fails */
  | { readonly why: 'aborts' }
  /** the file is read, or guest memory written, out of bounds */
  | { readonly why: 'crashes' }
  /** the range to map runs over the top of the address space, and no table is made for it */
  | { readonly why: 'wraps' }
  /** the list of pages at INIT_P2M falls into the mapping of the kernel */
  | { readonly why: 'p2m-inside-mapping'; readonly found: 'overlap' | 'no-tables' }
  /** HYPERCALL_PAGE is in no page of the guest, which old releases do not check */
  | { readonly why: 'hypercall-page'; readonly frame: bigint; readonly checked: boolean }
  | { readonly why: 'auto-translated' }
  /** a 32-bit guest without PAE, which no hypervisor offers; found here before `domu-has-no-plain-i386` */
  | { readonly why: 'guest-type' }
  /** a xen_bin_image_table with an end before its start */
  | { readonly why: 'bin-image' };

/** Stops a build; caught by `attempt` alone, so it needs no stack, which is slow to make. */
class BuildStops {
  readonly failure: Failure;

  constructor(failure: Failure) {
    this.failure = failure;
  }
}

export function stop(failure: Failure): never {
  throw new BuildStops(failure);
}

/** A guest as it was built, or why it was not. */
export type Built<Layout> = { readonly layout: Layout } | { readonly failure: Failure };

export function attempt<Layout>(build: () => Layout): Built<Layout> {
  try {
    return { layout: build() };
  } catch (error) {
    if (error instanceof BuildStops) return { failure: error.failure };
    throw error;
  }
}

/** The pages that a guest must have to get past a failure; `null` where memory is not what it lacks. */
export function pagesNeeded(failure: Failure): bigint | null {
  switch (failure.why) {
    case 'too-large':
    case 'out-of-range':
      return failure.frame + failure.pages;
    case 'mapping':
    case 'unpinnable':
      return failure.pages;
    case 'hypercall-page':
      return failure.frame + 1n;
    default:
      return null;
  }
}
