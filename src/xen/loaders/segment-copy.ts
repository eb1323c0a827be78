import { hex } from '../libelf/checks.ts';
import { type Copying, copySegments } from '../libelf/load.ts';
import type { Range } from '../machine.ts';
import { finding, type Refusal } from '../refusal.ts';
import type { ParsedImage } from './libelf.ts';
import { type Check, refusal } from './loader.ts';

/** What the builders of dom0 write of an image. */
export function copyingOf({ elf, parameters }: ParsedImage): Copying {
  return copySegments(elf, parameters.kernelEnd - parameters.kernelStart);
}

/** Where an image is written that starts at `base`, not at its own physical address. */
export function writtenAt(base: bigint, image: ParsedImage): Range[] {
  const distance = base - image.elf.physicalStart;
  return copyingOf(image).written.map(({ start, end }) => {
    const first = BigInt.asUintN(64, start + distance);
    return { start: first, end: first + (end - start) };
  });
}

/**
 * Whether all segments of an image can be copied to where they go.
 *
 * @param base where the image starts.
 * @param canWrite whether there is memory for the whole of a range.
 * @param xenSays what the builder says if not.
 */
export function checkCopy(
  image: ParsedImage,
  base: bigint,
  canWrite: (range: Range) => boolean,
  xenSays: string | null,
): Check {
  const lost = writtenAt(base, image).find((range) => !canWrite(range));
  if (lost) return refuseRange(lost, base, image, xenSays);
  const { oversized } = copyingOf(image);
  if (!oversized) return null;
  const { address, inFile, inMemory } = oversized;
  const message = `The segment for ${hex(address)} has ${inFile} bytes in the file and ${inMemory} in memory.`;
  return refusal('bad-segment', message, xenSays, { fault: 'size' });
}

function refuseRange(
  { start, end }: Range,
  base: bigint,
  { elf }: ParsedImage,
  xenSays: string | null,
): Check {
  const size = end - start;
  const address = BigInt.asUintN(64, start - base + elf.physicalStart);
  const message =
    address + size > 1n << 64n
      ? `The segment for ${hex(address)} has ${size} bytes in memory, and runs over the end of the address space.`
      : `The segment for ${hex(address)} has ${size} bytes in memory, not all of them where dom0 has memory.`;
  return refusal('bad-segment', message, xenSays, { fault: 'addresses' });
}

/** What of a kernel that was loaded is missing in memory. */
export function segmentsLeft(image: ParsedImage): Refusal[] {
  const { left } = copyingOf(image);
  if (!left) return [];
  const address = hex(left.address);
  const message = `The hypervisor does not copy the segment for ${address}, since the segments together are more than twice as large as the image, and goes on without it.`;
  return [finding('segment-not-copied', message, null, { address, fault: 'too-much' })];
}
