import type { Has } from '../../programs/xen/facts/facts.ts';
import { hex } from '../../text/hex.ts';
import { PAGE, wrap } from '../build/pages.ts';
import type { PvhLayout } from '../build/pvh-guest.ts';
import { loadableSegments } from '../libelf/init.ts';
import type { ParsedImage } from '../loaders/libelf.ts';
import { finding, type Refusal } from '../refusal.ts';
import { checkCopied } from './placed-pv.ts';

/** As much of a kernel, or of firmware, as its start depends on. */
type Image = Pick<ParsedImage, 'elf' | 'parameters'>;

/** What the place of a PVH kernel in its guest says of its start. */
export function startOfPvh(image: Image, layout: PvhLayout, has: Has): Refusal[] {
  const found = [checkCopied(image.elf, layout.kernel[1]), checkLostPage(image, layout, has)];
  return found.filter((one) => one !== null);
}

/** `XENFEAT_linux_rsdp_unrestricted`, as a bit. */
const LINUX_RSDP_UNRESTRICTED = 1 << 15;

/** The last page below 1 MiB, in bytes. */
const BIOS_PAGE = { start: 0xff000n, size: PAGE };

/** The pages of ACPI tables, which are RAM before `pvh-hole-for-acpi`, in bytes. */
const ACPI_TABLES = { start: 0xfc00_0000n, size: 12n * PAGE };

/**
 * `libxl__dom_load_acpi` (libxl_x86_acpi.c) and `xc_dom_load_acpi`: once the kernel is loaded, the
 * pages for ACPI are made again, empty, whatever was in them.
 */
function checkLostPage(image: Image, layout: PvhLayout, has: Has): Refusal | null {
  const lost = [
    ...(layout.rsdp === null && hasRsdpBelow1MiB(image, has) ? [BIOS_PAGE] : []),
    ...(has('pvh-hole-for-acpi') ? [] : [ACPI_TABLES]),
  ];
  for (const page of lost) {
    const segment = segmentAt(image, layout, page);
    if (segment === null) continue;
    const [start, end] = [hex(page.start), hex(page.start + page.size)];
    return finding('pvh-page-lost', { start, end, segment: hex(segment) });
  }
  return null;
}

/** Where Linux may be too old to look elsewhere (`strcmp` of GUEST_OS with "linux"). */
function hasRsdpBelow1MiB({ parameters }: Image, has: Has): boolean {
  if (!has('pvh-rsdp-near-4-gib')) return true;
  const { guestOs, supportedFeatures } = parameters;
  return guestOs === 'linux' && (supportedFeatures & LINUX_RSDP_UNRESTRICTED) === 0;
}

/** The address of a segment that has bytes in a range of the guest's memory. */
function segmentAt(
  { elf }: Image,
  { kernel }: PvhLayout,
  { start, size }: { readonly start: bigint; readonly size: bigint },
): bigint | null {
  for (const segment of loadableSegments(elf)) {
    const address = elf.phdr(segment, 'p_paddr');
    const place = kernel[0] * PAGE + wrap(address - elf.physicalStart);
    if (place < start + size && place + elf.phdr(segment, 'p_memsz') > start) return address;
  }
  return null;
}
