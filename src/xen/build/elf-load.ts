import type { ElfBinary } from '../libelf/elf-binary.ts';
import { type Segment, segmentsToCopy } from '../libelf/load.ts';
import { wrap } from './pages.ts';

/** A segment that is not copied into the guest, and why. */
export interface Uncopied {
  readonly address: bigint;
  readonly why: 'outside-file' | 'outside-image' | 'too-much';
}

/**
 * `elf_load_binary` (xen/common/libelf/libelf-loader.c) in the toolstack. It skips a segment that
 * is partly outside the file or outside the kernel's memory. If libelf checks accesses, it stops
 * when the segments are twice as large as that memory. It does not fail: the missing bytes are
 * zeros.
 *
 * @param size of the memory that the kernel has, in bytes.
 */
export function firstUncopied(elf: ElfBinary, size: bigint): Uncopied | null {
  for (const segment of segmentsToCopy(elf, size)) {
    const why = segment.beyondLimit ? 'too-much' : outsideOf(elf, segment, size);
    if (why) return { address: segment.address, why };
  }
  return null;
}

/**
 * Whether releases that check nothing leave the file or the kernel's memory. They clear
 * `memsz - filesz` bytes behind a segment, negative or not.
 */
export function leavesBounds(elf: ElfBinary, size: bigint): boolean {
  for (const segment of segmentsToCopy(elf, size)) {
    if (segment.inFile > segment.inMemory || outsideOf(elf, segment, size)) return true;
  }
  return false;
}

function outsideOf(
  elf: ElfBinary,
  { address, offset, inFile, inMemory }: Segment,
  size: bigint,
): 'outside-file' | 'outside-image' | null {
  if (inFile > 0n && offset + inFile > BigInt(elf.size)) return 'outside-file';
  // Where it wraps around the address space, its memory is not part of the image.
  const place = wrap(address - elf.physicalStart);
  return place + (inFile > inMemory ? inFile : inMemory) > size ? 'outside-image' : null;
}
