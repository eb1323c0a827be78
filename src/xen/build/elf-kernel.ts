import type { Has } from '../../programs/xen/facts/facts.ts';
import type { ElfBinary } from '../libelf/elf-binary.ts';
import type { Parse } from '../libelf/parse.ts';
import type { GuestType } from '../loaders/guest-type.ts';
import type { ParsedImage } from '../loaders/libelf.ts';
import { leavesBounds } from './elf-load.ts';
import { PAGE, pagesOf, wrap } from './pages.ts';
import type { PvKernel } from './pv-guest.ts';
import type { PvhKernel } from './pvh-guest.ts';
import { endOfSymbols } from './symbol-room.ts';

/** `XENFEAT_auto_translated_physmap`, as a bit. */
const AUTO_TRANSLATED = 1 << 2;

/** An ELF image as `xc_dom_parse_elf_kernel` hands it on for a PV guest. */
export function pvKernel(image: ParsedImage, type: GuestType, has: Has): PvKernel {
  const { elf, parameters } = image;
  const { kernelStart: start, initP2m, hypercallPage } = parameters;
  const end = endOfKernel(image, has);
  const size = pagesOf(wrap(end - start)) * PAGE;
  const unchecked = !has('checked-elf-accesses') && leavesBounds(elf, size);
  return {
    type,
    base: parameters.virtBase ?? 0n,
    start,
    end,
    initP2m,
    hypercallPage,
    autoTranslated: (parameters.requiredFeatures & AUTO_TRANSLATED) !== 0,
    fault: unchecked ? 'unchecked' : null,
  };
}

/** The same for a PVH guest. */
export function pvhKernel({ parameters }: ParsedImage): PvhKernel {
  const { kernelStart: start, kernelEnd: end } = parameters;
  return { start, end, base: parameters.virtBase ?? 0n, firmware: false };
}

/**
 * An ELF image that is placed as firmware, at its physical addresses (`xc_dom_parse_hvm_kernel`). The
 * VIRT_BASE that was read of its notes before they were refused stays in force.
 */
export function firmwareImage(
  { physicalStart: start, physicalEnd: end }: ElfBinary,
  { parameters }: Pick<Parse, 'parameters'>,
): PvhKernel {
  return { start, end, base: parameters.virtBase ?? 0n, firmware: true };
}

function endOfKernel({ elf, parameters }: ParsedImage, has: Has): bigint {
  const { kernelEnd } = parameters;
  if (!parameters.bsdSymtab || has('domu-places-symbols-once')) return kernelEnd;
  return endOfSymbols(elf, kernelEnd, has);
}
