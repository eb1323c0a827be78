import { PT_LOAD } from '../../kernel/elf-layout.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { GrubHas } from '../../programs/grub/facts.ts';
import type { EvidenceOf } from '../../rules/index.ts';
import { hex } from '../../text/hex.ts';
import { KERNEL_NAME, prematureEnd, seek } from '../files/file.ts';
import { checkSegmentsOf } from '../files/zstd.ts';
import type { GrubGuest, GrubLoaded, PvPlatform } from '../load.ts';
import { crash, Stop, stop } from '../stop.ts';
import { type GrubElf, isReadable, type Segment, segmentsOf } from './elf.ts';
import { getInfo } from './get-info.ts';
import { heapOf, PAGE } from './heap.ts';
import { openImage } from './image.ts';
import { ARCHES, type Arch, type XenInfo } from './info.ts';
import { bootLayout, type Placed } from './layout.ts';
import { outsideFile, reading } from './past-end.ts';

const BITS = { 'x86_64-xen': 64, 'i386-xen': 32 } as const;

const TAKES: Readonly<Record<PvPlatform, readonly Arch[]>> = {
  'x86_64-xen': ['x86_64'],
  'i386-xen': ['i386-pae', 'i386-bimodal'],
};

const OUT_OF_MEMORY = 'out of memory';

/** Below are GRUB's image and its modules. */
const HEAP_START = 4n << 20n;

const MIB = 2 ** 20;
const MOST_MEMORY = 2 ** 20;

/**
 * `grub_cmd_xen` and `grub_xen_boot` (loader/i386/xen.c): the commands `linux` and `boot` of GRUB inside a
 * PV guest.
 *
 * @throws {Stop}
 */
export function loadPv(
  kernel: Kernel,
  platform: PvPlatform,
  has: GrubHas,
  guest: GrubGuest,
): GrubLoaded {
  const elf = openImage(kernel, has);
  const { buffers } = elf.file;
  const heap = heapOf(guest.guestMemory) - buffers;
  // The filter gets no memory then, and what cannot be read is no ELF file.
  if (heap < 0) throw crash('payload', 'no-elf-inside');
  const headers = {
    part: 'program-headers',
    offset: Number(elf.field('e_phoff')),
    size: 0,
  } as const;
  const { segments, isWhole } = reading(elf, headers, () => segmentsOf(elf));
  const info = getInfo(elf, segments, { bits: BITS[platform], heap }, has);
  checkArch(info, platform);
  if (info.virtBase % PAGE !== 0n) {
    const evidence = { fault: 'unaligned', virtBase: hex(info.virtBase) } as const;
    throw stop('loader', 'grub-virt-base', evidence, 'unaligned virt_base');
  }
  const placed = { ...place(info, BITS[platform], heap, has), buffers };
  checkSegmentsOf(elf.file);
  loadSegments(elf, segments, placed, info);
  if (!isWhole) throw outsideFile(elf, headers, prematureEnd(KERNEL_NAME));
  return { platform, elf: elf.file.content, needsMemory: boot(placed, guest, has) };
}

function checkArch({ arch, paeMode }: XenInfo, platform: PvPlatform): void {
  if (TAKES[platform].includes(arch)) return;
  const says = `incompatible architecture: ${ARCHES.indexOf(arch) + 1}`;
  const [bits, machine] = arch === 'x86_64' ? ([64, 62] as const) : ([32, 3] as const);
  throw stop('loader', 'grub-platform', { fault: 'pae-mode', bits, machine, paeMode }, says);
}

/**
 * Where the kernel goes, in the numbers of the platform. The oldest release takes any size: then it is
 * `isWild`, and the first write ends the guest.
 */
function place(
  info: XenInfo,
  bits: 32 | 64,
  heap: number,
  has: GrubHas,
): Omit<Placed, 'buffers'> & { readonly isWild: boolean } {
  const unsigned = (value: bigint) => BigInt.asUintN(bits, value);
  const { virtBase, paddrOffset, hypercallPage, p2mBase } = info;
  let start = unsigned(info.kernelStart - paddrOffset);
  let end = unsigned(info.kernelEnd - paddrOffset);
  if (hypercallPage !== null) {
    const page = BigInt.asUintN(64, hypercallPage - virtBase);
    const pageEnd = BigInt.asUintN(64, page + PAGE);
    start = unsigned(start < page ? start : page);
    end = unsigned(end > pageEnd ? end : pageEnd);
  }
  const outOfRange = (fault: EvidenceOf<'grub-out-of-range'>['fault'], says: string | null) =>
    stop('loader', 'grub-out-of-range', { fault, start: hex(start), end: hex(end), heap }, says);
  if (end < start && has('refuses-inverted-range')) throw outOfRange('inverted', null);
  const size = unsigned(end - start);
  if (start > unsigned(~size)) throw outOfRange('inverted', 'address is out of range');
  const isWild = size > BigInt(heap);
  const isTaken = !has('relocator-survives-wrapped-size') && unsigned(~size) >= HEAP_START;
  if (isWild && !isTaken) throw outOfRange('too-large', OUT_OF_MEMORY);
  return { bits, virtBase, p2mBase, start, end: start + size, isWild };
}

function loadSegments(
  elf: GrubElf,
  segments: readonly Segment[],
  placed: Placed & { readonly isWild: boolean },
  { paddrOffset }: XenInfo,
): void {
  for (const segment of segments) {
    if (segment.type !== PT_LOAD) continue;
    const place = {
      part: 'segment',
      offset: Number(segment.offset),
      size: Number(segment.fileSize),
    } as const;
    const isThere = reading(elf, place, () => {
      seek(elf.file, place.offset);
      if (placed.isWild) throw crash('loader', 'wrapped-size');
      return isReadable(elf.file, segment);
    });
    if (!isThere) throw outsideFile(elf, place, prematureEnd(KERNEL_NAME));
    const at = BigInt.asUintN(placed.bits, segment.address - paddrOffset);
    if (at + segment.fileSize > placed.end) throw crash('loader', 'segment-past-memory');
  }
}

/** @returns the least memory of the guest with which it boots, in bytes */
function boot(placed: Placed, { guestMemory }: GrubGuest, has: GrubHas): number | null {
  const needsMemory = leastMemory(placed, has);
  const fault = bootFault(placed, guestMemory, has);
  if (fault === null) return needsMemory;
  throw new Stop(fault.refusal, needsMemory);
}

function bootFault(placed: Placed, memory: number, has: GrubHas): Stop | null {
  const layout = bootLayout(placed, BigInt(Math.floor(memory / MIB)) * 256n, has);
  if (layout.heap > BigInt(heapOf(memory)) || layout.end > BigInt(memory)) {
    const range = { start: hex(placed.start), end: hex(layout.end), heap: heapOf(memory) };
    return stop('build', 'grub-out-of-range', { fault: 'too-large', ...range }, OUT_OF_MEMORY);
  }
  if (!layout.hasTables) {
    const evidence = { fault: 'page-tables', virtBase: hex(placed.virtBase) } as const;
    return stop('build', 'grub-virt-base', evidence, null);
  }
  return null;
}

/** In whole MiB, as the toolstack counts; `null` where no memory is enough. */
function leastMemory(placed: Placed, has: GrubHas): number | null {
  // With much more memory the list of pages alone may be too long for the page tables of old releases.
  let [low, high] = [1, 1];
  while (bootFault(placed, high * MIB, has)) {
    if (high >= MOST_MEMORY) return null;
    [low, high] = [high, high * 2];
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (bootFault(placed, middle * MIB, has)) low = middle + 1;
    else high = middle;
  }
  return low * MIB;
}
