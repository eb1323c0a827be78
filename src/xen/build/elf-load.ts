import type { ElfBinary } from '../libelf/elf-binary.ts';
import { loadableSegments } from '../libelf/init.ts';
import { Copied } from '../libelf/load.ts';
import { wrap } from './pages.ts';

/** A segment that is not copied into the guest, and why. */
export interface Uncopied {
  readonly address: bigint;
  readonly why: 'outside-file' | 'outside-image' | 'too-much';
}

/**
 * `elf_load_binary` (xen/common/libelf/libelf-loader.c) in the toolstack: it copies no segment of
 * which a byte lies outside the file or outside the kernel's memory, and stops once the segments are
 * twice as large as that (where libelf checks anything). It does not fail: it goes on with zeros. What
 * it leaves out of segments that it copied already is not missing.
 *
 * @param size of the memory that the kernel has, in bytes.
 */
export function firstUncopied(elf: ElfBinary, size: bigint): Uncopied | null {
  const copied = new Copied(elf);
  let left = 2n * size;
  let stopped = false;
  for (const segment of loadableSegments(elf)) {
    const inMemory = elf.phdr(segment, 'p_memsz');
    stopped ||= elf.checked && left < inMemory;
    left -= inMemory;
    if (copied.has(segment)) continue;
    const why = stopped ? 'too-much' : outsideOf(elf, segment, size);
    if (why) return { address: elf.phdr(segment, 'p_paddr'), why };
    copied.add(segment);
  }
  return null;
}

/**
 * Whether releases that check nothing leave the file or the kernel's memory. They clear
 * `memsz - filesz` bytes behind a segment, negative or not.
 */
export function leavesBounds(elf: ElfBinary, size: bigint): boolean {
  for (const segment of loadableSegments(elf)) {
    if (elf.phdr(segment, 'p_filesz') > elf.phdr(segment, 'p_memsz')) return true;
    if (outsideOf(elf, segment, size)) return true;
  }
  return false;
}

function outsideOf(
  elf: ElfBinary,
  segment: number,
  size: bigint,
): 'outside-file' | 'outside-image' | null {
  const inFile = elf.phdr(segment, 'p_filesz');
  if (inFile > 0n && elf.phdr(segment, 'p_offset') + inFile > BigInt(elf.size)) {
    return 'outside-file';
  }
  // Where it wraps around the address space, its memory is not part of the image.
  const inMemory = elf.phdr(segment, 'p_memsz');
  const place = wrap(elf.phdr(segment, 'p_paddr') - elf.physicalStart);
  return place + (inFile > inMemory ? inFile : inMemory) > size ? 'outside-image' : null;
}
