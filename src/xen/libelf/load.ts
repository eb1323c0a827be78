import type { Range } from '../machine.ts';
import type { ElfBinary } from './elf-binary.ts';
import { loadableSegments } from './init.ts';

/** What `elf_load_binary` does with the segments of an image, wherever it goes. */
export interface Copying {
  /**
   * What it writes, by physical addresses: ranges that touch are one, the lowest comes first. One
   * that runs over 2^64 ends above it.
   */
  readonly written: readonly Range[];
  /** The segment at which it gives up, since it is larger in the file than in memory. */
  readonly oversized: Segment | null;
  /** A segment that is no longer copied, although it was not copied before. */
  readonly left: Segment | null;
}

/**
 * A segment at its turn in `elf_load_binary` (xen/common/libelf/libelf-loader.c). Sizes and offsets
 * are in bytes.
 */
export interface Segment {
  /** `p_paddr` */
  readonly address: bigint;
  readonly offset: bigint;
  readonly inFile: bigint;
  readonly inMemory: bigint;
  /** The segments up to it are more than twice as large as the image: since XSA-55 nothing more is copied. */
  readonly beyondLimit: boolean;
}

/**
 * The segments of an image in the order in which they are copied. One with the same fields as a segment
 * before it changes nothing and is left out, so stop at the first that is not copied.
 *
 * @param size of the image, in bytes.
 */
export function* segmentsToCopy(elf: ElfBinary, size: bigint): Generator<Segment> {
  const headers = new Set<number>();
  const contents = new Set<string>();
  let left = 2n * size;
  let beyondLimit = false;
  for (const header of loadableSegments(elf)) {
    const inMemory = elf.phdr(header, 'p_memsz');
    beyondLimit ||= elf.checked && inMemory > left;
    left -= inMemory;
    if (headers.has(header)) continue;
    headers.add(header);
    const address = elf.phdr(header, 'p_paddr');
    const offset = elf.phdr(header, 'p_offset');
    const inFile = elf.phdr(header, 'p_filesz');
    const content = [address, offset, inFile, inMemory].join();
    if (contents.has(content)) continue;
    contents.add(content);
    yield { address, offset, inFile, inMemory, beyondLimit };
  }
}

/**
 * `elf_load_binary` and `elf_load_image` (xen/common/libelf/libelf-loader.c) in the hypervisor. Behind
 * what they copy of a segment they clear `p_memsz - p_filesz` bytes, and do not ask whether that is
 * negative. Since XSA-55 they stop, without an error, before they write more than twice the size of
 * the image.
 *
 * @param size of the image, in bytes.
 */
export function copySegments(elf: ElfBinary, size: bigint): Copying {
  const key = `copying ${size} ${elf.checked}`;
  return elf.once('phdr', key, () => copyOnce(elf, size)) ?? copyOnce(elf, size);
}

function copyOnce(elf: ElfBinary, size: bigint): Copying {
  const written: Range[] = [];
  for (const segment of segmentsToCopy(elf, size)) {
    const { address, inFile, inMemory, beyondLimit } = segment;
    if (beyondLimit) return { written: merge(written), oversized: null, left: segment };
    if (inFile > inMemory) return { written: merge(written), oversized: segment, left: null };
    if (inMemory > 0n) written.push({ start: address, end: address + inMemory });
  }
  return { written: merge(written), oversized: null, left: null };
}

function merge(ranges: Range[]): Range[] {
  const merged: { start: bigint; end: bigint }[] = [];
  for (const { start, end } of ranges.sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = end > last.end ? end : last.end;
    else merged.push({ start, end });
  }
  return merged;
}
