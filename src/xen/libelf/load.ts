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
  /** A segment that is not copied any more, though nothing like it was. */
  readonly left: Segment | null;
}

export interface Segment {
  /** `p_paddr` */
  readonly address: bigint;
  readonly inFile: bigint;
  readonly inMemory: bigint;
}

const COPYINGS = new WeakMap<ElfBinary, Copying>();

/**
 * `elf_load_binary` and `elf_load_image` (xen/common/libelf/libelf-loader.c) in the hypervisor. Behind
 * what they copy of a segment they clear `p_memsz - p_filesz` bytes, and do not ask whether that is
 * negative. Since XSA-55 they stop, without an error, before they write more than twice the size of
 * the image.
 *
 * @param size of the image, in bytes.
 */
export function copySegments(elf: ElfBinary, size: bigint): Copying {
  const known = COPYINGS.get(elf);
  if (known) return known;
  const copying = copyOnce(elf, size);
  COPYINGS.set(elf, copying);
  return copying;
}

function copyOnce(elf: ElfBinary, size: bigint): Copying {
  const written: Range[] = [];
  const copied = new Set<string>();
  let allowed = elf.checked ? 2n * size : null;
  let stopped = false;
  for (const header of loadableSegments(elf)) {
    const segment = {
      address: elf.phdr(header, 'p_paddr'),
      inFile: elf.phdr(header, 'p_filesz'),
      inMemory: elf.phdr(header, 'p_memsz'),
    };
    const { address, inFile, inMemory } = segment;
    const key = [elf.phdr(header, 'p_offset'), address, inFile, inMemory].join();
    stopped ||= allowed !== null && inMemory > allowed;
    if (stopped) {
      if (copied.has(key)) continue;
      return { written: merge(written), oversized: null, left: segment };
    }
    if (allowed !== null) allowed -= inMemory;
    if (inFile > inMemory) return { written: merge(written), oversized: segment, left: null };
    if (inMemory > 0n && !copied.has(key)) {
      written.push({ start: address, end: address + inMemory });
    }
    copied.add(key);
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
