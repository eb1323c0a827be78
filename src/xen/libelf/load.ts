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
  const copied = new Copied(elf);
  let allowed = elf.checked ? 2n * size : null;
  let stopped = false;
  for (const header of loadableSegments(elf)) {
    const inMemory = elf.phdr(header, 'p_memsz');
    stopped ||= allowed !== null && inMemory > allowed;
    if (allowed !== null) allowed -= inMemory;
    if (copied.has(header)) continue;
    const address = elf.phdr(header, 'p_paddr');
    const inFile = elf.phdr(header, 'p_filesz');
    const ended = stopped || inFile > inMemory ? { address, inFile, inMemory } : null;
    if (ended) {
      const [oversized, left] = stopped ? [null, ended] : [ended, null];
      return { written: merge(written), oversized, left };
    }
    if (inMemory > 0n) written.push({ start: address, end: address + inMemory });
    copied.add(header);
  }
  return { written: merge(written), oversized: null, left: null };
}

/** The segments that were copied: one that is the same again changes nothing. */
export class Copied {
  readonly #elf: ElfBinary;
  readonly #headers = new Set<number>();
  readonly #contents = new Set<string>();

  constructor(elf: ElfBinary) {
    this.#elf = elf;
  }

  has(header: number): boolean {
    return this.#headers.has(header) || this.#contents.has(this.#contentOf(header));
  }

  add(header: number): void {
    this.#headers.add(header);
    this.#contents.add(this.#contentOf(header));
  }

  #contentOf(header: number): string {
    const fields = ['p_offset', 'p_paddr', 'p_filesz', 'p_memsz'] as const;
    return fields.map((field) => this.#elf.phdr(header, field)).join();
  }
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
