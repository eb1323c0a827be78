import type { Has } from '../../programs/xen/facts/facts.ts';
import { type SegmentName, stop } from './failure.ts';
import { PAGE, pagesOf, wrap } from './pages.ts';

/** Hands out the guest's memory from its start. Every method may stop the build. */
export interface Allocator {
  /** The address behind what was handed out (`virt_alloc_end`). */
  end(): bigint;
  /** The pages that were handed out (`pfn_alloc_end`). */
  used(): bigint;
  /** Places `size` bytes at an address, 0 for the next free one, and returns the first frame. */
  segment(name: SegmentName, start: bigint, size: bigint): bigint;
  /** Places one page and returns its frame. */
  page(name: SegmentName): bigint;
  /** Takes the pages before an address; nothing to do where frames follow from addresses. */
  padTo(boundary: bigint): void;
}

/**
 * @param total pages of the guest.
 * @param base the address of frame 0 (`virt_base`).
 */
export function allocator(total: bigint, base: bigint, has: Has): Allocator {
  return has('domu-pads-segments') ? byCounting(total, base) : byAddress(total, base, has);
}

/** `xc_dom_chk_alloc_pages` and `xc_dom_alloc_pad`: a gap between two segments costs its pages. */
function byCounting(total: bigint, base: bigint): Allocator {
  let end = base;
  let used = 0n;
  const take = (segment: SegmentName, pages: bigint) => {
    const frame = used;
    if (pages > total || frame > total || pages > total - frame) {
      stop({ why: 'too-large', segment, pages, frame });
    }
    used += pages;
    end = wrap(end + pages * PAGE);
    return frame;
  };
  const padTo = (boundary: bigint) => {
    if (boundary % PAGE !== 0n) stop({ why: 'unaligned', address: boundary });
    if (boundary < end) stop({ why: 'too-low', address: boundary, end });
    take('padding', (boundary - end) / PAGE);
  };
  return {
    end: () => end,
    used: () => used,
    padTo,
    segment(name, start, size) {
      if (start !== 0n) padTo(start);
      const pages = pagesOf(size);
      const frame = take(name, pages);
      return pages === 0n ? stop({ why: 'empty', frame }) : frame;
    },
    page: (name) => take(name, 1n),
  };
}

/** `xc_dom_alloc_segment` before `domu-pads-segments`: a frame follows from its address, and pages are unchecked. */
function byAddress(total: bigint, base: bigint, has: Has): Allocator {
  let end = 0n;
  const frameAt = (address: bigint) => wrap(address - base) / PAGE;
  return {
    end: () => end,
    used: () => frameAt(end),
    padTo() {},
    segment(segment, start, size) {
      const address = start === 0n ? end : start;
      if (address % PAGE !== 0n) stop({ why: 'unaligned', address });
      if (address < end) stop({ why: 'too-low', address, end });
      const pages = pagesOf(size);
      const frame = frameAt(address);
      const beyond = frame > total;
      if (beyond && pages <= total && !has('domu-checks-first-frame')) {
        stop({ why: 'out-of-range', pages, frame });
      }
      if (pages > total || beyond || pages > total - frame) {
        stop({ why: 'too-large', segment, pages, frame });
      }
      if (pages === 0n) stop({ why: 'empty', frame });
      end = wrap(address + pages * PAGE);
      return frame;
    },
    page() {
      const frame = frameAt(end);
      end = wrap(end + PAGE);
      return frame;
    },
  };
}
