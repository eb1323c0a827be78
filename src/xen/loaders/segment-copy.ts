import { hex } from '../../text/hex.ts';
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
  const range = { start: hex(address), end: hex(address + inMemory) };
  return refusal('bad-segment', { fault: 'size', ...range, inFile: hex(inFile) }, xenSays);
}

function refuseRange(
  { start, end }: Range,
  base: bigint,
  { elf }: ParsedImage,
  xenSays: string | null,
): Check {
  const first = BigInt.asUintN(64, start - base + elf.physicalStart);
  const last = first + (end - start);
  const fault = last > 1n << 64n ? 'wraps' : 'no-memory';
  const range = { start: hex(first), end: hex(last) };
  return refusal('bad-segment', { fault, ...range, inFile: null }, xenSays);
}

/** What of a kernel that was loaded is missing in memory. */
export function segmentsLeft(image: ParsedImage): Refusal[] {
  const { left } = copyingOf(image);
  if (!left) return [];
  const address = hex(left.address);
  return [finding('segment-not-copied', { by: 'hypervisor', address, fault: 'too-much' })];
}
