import type { Has } from '../facts/facts.ts';
import { hex } from '../libelf/checks.ts';
import { loadableSegments } from '../libelf/init.ts';
import type { Refusal } from '../refusal.ts';
import { checkDom0Feature } from './dom0-feature.ts';
import { unpackForDom0 } from './hypervisor.ts';
import { type ParsedImage, parseInHypervisor } from './libelf.ts';
import { type Check, type Loader, type Refused, refusal, runChecks } from './loader.ts';
import { checkSegmentSizes } from './segment-fit.ts';

/**
 * A PVH dom0: `pvh_load_kernel` (xen/arch/x86/hvm/dom0_build.c), on a PC with 4 GiB. Neither class
 * nor machine of the ELF file is looked at.
 */
export const pvhDom0: Loader = {
  exists: (has) => has('pvh-dom0'),
  load(kernel, has) {
    const unpacked = unpackForDom0(kernel, has);
    if ('refusal' in unpacked) return unpacked;
    const parsed = parseInHypervisor(unpacked.elf, 'pvh', has);
    if ('refusal' in parsed) return sayMore(parsed.refusal);
    return runChecks(parsed, [
      () => checkEntry(parsed),
      () => (has('pvh-dom0-asks-dom0-feature') ? checkDom0Feature(parsed) : null),
      () => checkLoadAddress(parsed, has),
      () => checkSegmentSizes(parsed, 'Failed to load kernel: -1'),
    ]);
  },
};

/** Where libelf is silent, its caller is not. */
function sayMore(refused: Refusal): Refused {
  const xenSays = refused.xenSays ?? 'Unable to parse kernel for ELFNOTES';
  return { refusal: { ...refused, xenSays } };
}

function checkEntry({ parameters }: ParsedImage): Check {
  if (parameters.phys32Entry !== null) return null;
  return refusal(
    'no-phys32-entry',
    'There is no PHYS32_ENTRY note: the kernel does not say where a PVH domain enters it.',
    'Unable to find XEN_ELFNOTE_PHYS32_ENTRY address',
  );
}

interface Range {
  readonly start: bigint;
  /** First address behind it. */
  readonly end: bigint;
}

/** RAM below 4 GiB of a PC with 4 GiB, as firmware reports it: with holes for VGA and devices. */
const RAM: readonly Range[] = [
  { start: 0n, end: 0x9_fc00n },
  { start: 0x10_0000n, end: 0xc000_0000n },
];

const inRam = ({ start, end }: Range) => RAM.some((ram) => start >= ram.start && end <= ram.end);

/**
 * Since 4.19 the whole kernel must lie in RAM, or be relocated there (`check_and_adjust_load_address`);
 * before, it was enough that each segment could be written.
 */
function checkLoadAddress(image: ParsedImage, has: Has): Check {
  const { elf, parameters } = image;
  const base = parameters.virtBase ?? 0n;
  const start = BigInt.asUintN(64, parameters.kernelStart - base);
  const kernel = { start, end: start + (parameters.kernelEnd - parameters.kernelStart) };
  const range = { start: hex(kernel.start), end: hex(kernel.end) };
  const where = `${range.start} to ${range.end}`;
  if (!has('note-phys32-reloc')) {
    if (loadable(image).every(inRam)) return null;
    const message = `A segment of the kernel, which takes physical addresses ${where}, lies outside the RAM of a PC.`;
    const evidence = { ...range, relocatable: false };
    return refusal('load-address-taken', message, 'Failed to load kernel: -1', evidence);
  }
  if (inRam(kernel)) return null;
  const { relocation } = parameters;
  if (relocation && findMemory(kernel.end - kernel.start, relocation, elf.largestAlignment))
    return null;
  return refusal(
    'load-address-taken',
    relocation
      ? `The kernel takes physical addresses ${where}, outside the RAM of a PC, and PHYS32_RELOC allows no place that is inside.`
      : `The kernel takes physical addresses ${where}, outside the RAM of a PC, and there is no PHYS32_RELOC to move it.`,
    relocation
      ? 'd0 kernel: Failed find a load address'
      : 'd0 kernel: Address conflict and not relocatable',
    { ...range, relocatable: relocation !== null },
  );
}

/** Where the segments go: the image as a whole is moved to `virt_kstart - virt_base`. */
function loadable({ elf, parameters }: ParsedImage): Range[] {
  const move = parameters.kernelStart - (parameters.virtBase ?? 0n) - elf.physicalStart;
  return [...loadableSegments(elf)]
    .filter((segment) => elf.phdr(segment, 'p_memsz') > 0n)
    .map((segment) => {
      const start = BigInt.asUintN(64, elf.phdr(segment, 'p_paddr') + move);
      return { start, end: start + elf.phdr(segment, 'p_memsz') };
    });
}

const PAGE = 4096n;
const TWO_MIB = 2n << 20n;

/** `find_kernel_memory`: the highest place in RAM that the note allows; 0 is no place. */
function findMemory(
  size: bigint,
  relocation: NonNullable<ParsedImage['parameters']['relocation']>,
  largestAlignment: bigint,
): boolean {
  const align =
    relocation.align !== null
      ? BigInt(relocation.align)
      : largestAlignment >= PAGE
        ? largestAlignment
        : TWO_MIB;
  const [min, max] = [BigInt(relocation.min), BigInt(relocation.max)];
  for (const { start, end } of RAM.toReversed()) {
    if (end - start < size || start > max) continue;
    const top = end - 1n > max ? max + 1n : end;
    // `align` is an unsigned int in Xen: an alignment of 0 makes the mask all ones, and the place 0.
    const place = BigInt.asUintN(64, top - size) & ~BigInt.asUintN(32, align - 1n);
    if (place < min) return false;
    if (place >= start && place + size <= top) return place !== 0n;
  }
  return false;
}
