import type { Has } from '../../programs/xen/facts/facts.ts';
import { hex } from '../../text/hex.ts';
import type { Failure } from './failure.ts';

const INTERNAL = 'Internal error';
const MEMORY = 'Out of memory';

/**
 * The line that the toolstack prints when it fails; `null` where it prints nothing. A step that prints
 * no error has a line in its log, which `xl -vvv` shows.
 *
 * @param total pages of the guest.
 */
export function sayFailure(failure: Failure, total: bigint, has: Has): string | null {
  const error = (text: string, kind: string) =>
    has('domu-prints-error-kind') ? `${text}: ${kind}` : text;
  const counts = has('domu-pads-segments');
  const mapPages = has('domu-counts-mapped-pages')
    ? 'xc_dom_pfn_to_ptr_retcount'
    : 'xc_dom_pfn_to_ptr';
  switch (failure.why) {
    case 'unaligned': {
      const what = counts
        ? "xc_dom_alloc_pad: segment boundary isn't page aligned"
        : "xc_dom_alloc_segment: segment start isn't page aligned";
      return error(`${what} (${hex(failure.address)})`, INTERNAL);
    }
    case 'too-low': {
      const what = counts
        ? 'xc_dom_alloc_pad: segment boundary too low'
        : 'xc_dom_alloc_segment: segment start too low';
      return error(`${what} (${hex(failure.address)} < ${hex(failure.end)})`, INTERNAL);
    }
    case 'empty':
      return `${mapPages}: no block found, no size given, can't malloc (pfn ${hex(failure.frame)})`;
    case 'too-large': {
      const who = counts ? 'xc_dom_chk_alloc_pages' : 'xc_dom_alloc_segment';
      const { segment, pages, frame } = failure;
      const numbers = `${hex(pages)} > ${hex(total)} - ${hex(frame)} pages`;
      return error(`${who}: segment ${segment} too large (${numbers})`, MEMORY);
    }
    case 'out-of-range':
      return `${mapPages}: pfn out of range (${hex(failure.frame)} > ${hex(total)})`;
    case 'mapping': {
      const numbers = `${hex(failure.last)} > ${hex(total)}`;
      return error(`count_pgtables: not enough memory for initial mapping (${numbers})`, MEMORY);
    }
    case 'unpinnable':
      return error(
        `arch_setup_bootlate: pin_table failed (pfn ${hex(failure.frame)}, rc=-1)`,
        INTERNAL,
      );
    case 'no-ram': {
      const place = `${hex(failure.frame)}+${hex(failure.pages)}`;
      return error(
        `xc_dom_boot_domU_map: failed to mmap domU pages ${place} [mmap, errno=22 (Invalid argument)]`,
        INTERNAL,
      );
    }
    case 'firmware-no-ram':
      return 'xc_dom_load_hvm_kernel: unable to map guest memory space';
    case 'aborts':
      return "count_pgtables: Assertion `…' failed.";
    case 'wraps':
      return error(`${pageTableReader(has)}: xc_dom_pfn_to_ptr failed`, INTERNAL);
    case 'p2m-inside-mapping':
      return failure.found === 'overlap'
        ? error('count_pgtables: overlapping mappings', INTERNAL)
        : error(`${pageTableReader(has)}: xc_dom_pfn_to_ptr failed`, INTERNAL);
    case 'hypercall-page':
      if (!failure.checked) return null;
      return has('domu-names-hypercall-error')
        ? error('setup_hypercall_page: HYPERCALL_INIT failed: 22 - Invalid argument)', INTERNAL)
        : error('setup_hypercall_page: HYPERCALL_INIT failed (rc=-1)', INTERNAL);
    case 'auto-translated':
      return 'PV Autotranslate guests no longer supported';
    case 'guest-type':
      return 'xc_dom_compat_check: guest type xen-3.0-x86_32 not supported by xen kernel, sorry';
    case 'bin-image':
      return 'xc_dom_load_bin_kernel: mapped region is too small for image';
    case 'hangs':
    case 'crashes':
      return null;
  }
}

function pageTableReader(has: Has): string {
  return has('domu-renamed-get-pg-table') ? 'get_pg_table' : 'get_pg_table_x86';
}
