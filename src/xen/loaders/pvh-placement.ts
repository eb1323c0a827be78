import type { Has } from '../../programs/xen/facts/facts.ts';
import { hex } from '../../text/hex.ts';
import type { Range } from '../machine.ts';
import type { Refusal } from '../refusal.ts';
import type { ParsedImage } from './libelf.ts';
import { refusal } from './loader.ts';
import { SAYS } from './pvh-dom0-says.ts';
import { isIn } from './pvh-ram.ts';
import { writtenAt } from './segment-copy.ts';

/** The whole image: `virt_kstart - virt_base`, to `virt_kend`. */
export function ownPlace({ parameters }: ParsedImage): Range {
  const { kernelStart, kernelEnd, virtBase } = parameters;
  const start = BigInt.asUintN(64, kernelStart - (virtBase ?? 0n));
  return { start, end: start + (kernelEnd - kernelStart) };
}

/**
 * `check_and_adjust_load_address` (xen/arch/x86/hvm/dom0_build.c): with `note-phys32-reloc` the
 * whole image must be in RAM, or Xen relocates it if it allows that. Older releases load it at its own place, and only
 * need to write each segment.
 */
export function placeImage(
  image: ParsedImage,
  ram: readonly Range[],
  has: Has,
): Range | { readonly refusal: Refusal } {
  const place = ownPlace(image);
  const canMove = has('note-phys32-reloc');
  if (isIn(ram, place) || (!canMove && isCopied(place, image, ram))) return place;
  const size = place.end - place.start;
  const start = canMove ? findPlace(size, image, ram) : null;
  return start === null ? { refusal: refusePlace(image, canMove) } : { start, end: start + size };
}

/** A segment that wraps is refused as such. */
function isCopied({ start }: Range, image: ParsedImage, ram: readonly Range[]): boolean {
  return writtenAt(start, image).every((range) => range.end > 1n << 64n || isIn(ram, range));
}

const PAGE = 4096n;
const TWO_MIB = 2n << 20n;

/** `find_kernel_memory`: the highest place in RAM that PHYS32_RELOC allows; 0 is no place. */
function findPlace(
  size: bigint,
  { elf, parameters }: ParsedImage,
  ram: readonly Range[],
): bigint | null {
  const { relocation } = parameters;
  if (!relocation) return null;
  const { largestAlignment } = elf;
  const align =
    relocation.align !== null
      ? BigInt(relocation.align)
      : largestAlignment >= PAGE
        ? largestAlignment
        : TWO_MIB;
  const [min, max] = [BigInt(relocation.min), BigInt(relocation.max)];
  for (const { start, end } of ram.toReversed()) {
    if (end - start < size || start > max) continue;
    const top = end - 1n > max ? max + 1n : end;
    // `align` is an unsigned int in Xen: an alignment of 0 makes the mask all ones, and the place 0.
    const place = BigInt.asUintN(64, top - size) & ~BigInt.asUintN(32, align - 1n);
    if (place < min) return null;
    if (place >= start && place + size <= top) return place === 0n ? null : place;
  }
  return null;
}

function refusePlace(image: ParsedImage, canMove: boolean): Refusal {
  const { start, end } = ownPlace(image);
  const relocatable = canMove && image.parameters.relocation !== null;
  const evidence = { start: hex(start), end: hex(end), relocatable, canMove };
  return refusal('load-address-taken', evidence, sayPlace(relocatable, canMove));
}

function sayPlace(relocatable: boolean, canMove: boolean): string {
  if (!canMove) return SAYS.cannotLoad;
  return relocatable ? SAYS.noPlace : SAYS.notRelocatable;
}
