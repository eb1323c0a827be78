import type { Has } from '../../programs/xen/facts/facts.ts';
import type { Range } from '../machine.ts';
import { roundUp } from './pvh-ram.ts';

/**
 * What Xen puts beside a PVH kernel, without a ramdisk: the command line and the start info, less
 * than a page of them.
 */
export const METADATA = 4096n;

const MIB = 1n << 20n;

/**
 * Where Xen puts the command line and the start info of a PVH dom0 (xen/arch/x86/hvm/dom0_build.c):
 * behind the kernel at first, whatever is there; later where `find_memory` finds RAM beside it.
 *
 * @returns an address, in RAM or not; `null` where Xen finds none.
 */
export function placeMetadata(kernel: Range, ram: readonly Range[], has: Has): bigint | null {
  const [kernelStart, kernelEnd] = [(kernel.start / METADATA) * METADATA, roundUp(kernel.end)];
  if (!has('pvh-dom0-looks-for-room')) return kernelEnd;
  for (const region of ram) {
    if (region.end <= MIB) continue;
    const { end } = region;
    const start = region.start > MIB ? region.start : MIB;
    if (end <= kernelStart || start >= kernelEnd) {
      if (end - start >= METADATA) return start;
      continue;
    }
    const found = has('pvh-dom0-looks-on-both-sides')
      ? onEitherSide(start, end, kernelStart, kernelEnd)
      : onLargerSide(start, end, kernelStart, kernelEnd);
    if (found !== null) return found;
  }
  return null;
}

function onEitherSide(
  start: bigint,
  end: bigint,
  kernelStart: bigint,
  kernelEnd: bigint,
): bigint | null {
  if (kernelStart > start && kernelStart - start >= METADATA) return start;
  return kernelEnd < end && end - kernelEnd >= METADATA ? kernelEnd : null;
}

/**
 * Meant for a kernel that is inside of the region. Where it begins before the region or ends behind
 * it, what is left is negative, which Xen takes for nearly all of the address space.
 */
function onLargerSide(
  start: bigint,
  end: bigint,
  kernelStart: bigint,
  kernelEnd: bigint,
): bigint | null {
  const wrap = (size: bigint) => BigInt.asUintN(64, size);
  const isBefore = wrap(kernelStart - start) > wrap(end - kernelEnd);
  const [from, to] = isBefore ? [start, kernelStart] : [kernelEnd, end];
  return wrap(to - from) >= METADATA ? from : null;
}
