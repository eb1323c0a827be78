import type { ByteSource } from '../bytes/bytes.ts';
import { type PeSection, readPe } from './pe.ts';

/** PE files with a kernel in them, and the section that has it. */
export const KERNEL_SECTIONS = {
  // systemd-stub(7)
  uki: '.linux',
  // docs/misc/efi.pandoc in Xen, "Unified Xen kernel image", since 4.15.0 (commit 8a71d50ed4)
  'xen-unified': '.kernel',
} as const;

export type PeContainer = keyof typeof KERNEL_SECTIONS;

/** What a unified image of Xen has beside Xen itself, at the same place. */
export const XEN_SECTIONS = ['.config', '.kernel', '.ramdisk', '.xsm', '.ucode', '.dtb'] as const;

/** Separates the profiles of a UKI (UAPI.5, "Multi-Profile UKIs"; systemd-stub(7), since 257). */
const PROFILE = '.profile';

/** What keeps firmware from loading a section whole. Sizes and offsets are in bytes. */
export interface PeFault {
  /**
   * `cut`: it ends after the file; `short`: it is larger in memory than in the file; `overlap`: another
   * section has its addresses; `twice`: there is another one of its name.
   */
  readonly fault: 'cut' | 'short' | 'overlap' | 'twice';
  readonly section: string;
  /** The section that overlaps with it; `null` for another fault. */
  readonly other: string | null;
  /** Where it ends: in the file, or, of `overlap`, in memory, from the base of the image. */
  readonly end: number;
  /** Of the file, or, of `short`, of the section in it. */
  readonly size: number;
}

/** A kernel in a PE file. */
export interface PeKernel {
  /** Of the section; of a profile of a UKI, with its number: `.linux@1`. */
  readonly name: string;
  /** In the file, in bytes; as much as the file has. */
  readonly offset: number;
  readonly size: number;
}

/** A section with its name, and the number of the profile that it is of. */
interface Named {
  readonly name: string;
  readonly section: PeSection;
}

/**
 * The kernels of a PE file that can be started: the section of that name. A UKI may have profiles,
 * of which firmware or a boot menu chooses one. A profile may have a kernel of its own; without, it
 * has that of the image.
 *
 * Firmware copies each section to its address in memory. The code of the image reads it there
 * (systemd's src/boot/efi/pe.c, xen/common/efi/pe.c).
 */
export function findPeKernels(source: ByteSource, container: PeContainer): PeKernel[] {
  const sections = namedSections(source, container);
  return kernelNames(sections, container).flatMap((name) => {
    const section = sections.find((one) => one.name === name)?.section;
    if (section === undefined) return [];
    const end = Math.min(section.offset + lengthOf(section), source.size);
    return { name, offset: section.offset, size: Math.max(0, end - section.offset) };
  });
}

/** What is wrong with the sections of a PE file that its kernels need. */
export function findPeFaults(source: ByteSource, container: PeContainer): PeFault[] {
  const sections = namedSections(source, container);
  const needed = container === 'uki' ? kernelNames(sections, container) : XEN_SECTIONS;
  return needed.flatMap((name, i) => {
    const [section, ...others] = sections
      .filter((one) => one.name === name)
      .map((one) => one.section);
    if (section === undefined) return [];
    const faults: PeFault[] = [];
    const add = (fault: PeFault['fault'], end: number, size: number, other: string | null = null) =>
      faults.push({ fault, section: name, other, end, size });
    const end = section.offset + lengthOf(section);
    if (others.length > 0) add('twice', end, source.size);
    else if (section.memorySize > section.size) add('short', section.memorySize, section.size);
    else if (end > source.size) add('cut', end, source.size);
    // Of two that are needed, the first one says it.
    const known = new Set<string>(needed.slice(0, i + 1));
    const rest = sections.filter((other) => !known.has(other.name));
    const over = rest.find((other) => overlap(section, other.section));
    if (over) add('overlap', section.address + lengthOf(section), source.size, over.name);
    return faults;
  });
}

function namedSections(source: ByteSource, container: PeContainer): Named[] {
  let profile = -1;
  return (readPe(source)?.sections ?? []).map((section) => {
    if (container === 'uki' && section.name === PROFILE) profile++;
    return { name: profile < 0 ? section.name : `${section.name}@${profile}`, section };
  });
}

/** The names of the sections with a kernel that something can start. */
function kernelNames(sections: readonly Named[], container: PeContainer): string[] {
  const base = KERNEL_SECTIONS[container];
  const profiles = sections.filter(({ section }) => section.name === PROFILE).length;
  if (container !== 'uki' || profiles === 0) return [base];
  const all = Array.from({ length: profiles }, (_, i) => `${base}@${i}`);
  const known = new Set(sections.map(({ name }) => name));
  const own = all.filter((name) => known.has(name));
  return own.length === profiles ? own : [base, ...own];
}

/** A fault as a sentence. */
export function describePeFault({ fault, section, other, end, size }: PeFault): string {
  const name = section;
  switch (fault) {
    case 'twice':
      return `There are several sections ${name}, and which of them counts depends on what reads them.`;
    case 'short':
      return `The section ${name} has ${end} bytes in memory, but only ${size} in the file.`;
    case 'cut':
      return `The section ${name} ends at byte ${end}, but the file has ${size}.`;
    case 'overlap':
      return `The sections ${name} and ${other} are at addresses that overlap, and firmware loads one over the other: ${name} ends at 0x${end.toString(16)} from the image base.`;
  }
}

/** In memory. Without a size there, firmware takes that in the file, which is rounded up. */
function lengthOf({ size, memorySize }: PeSection): number {
  return memorySize === 0 ? size : memorySize;
}

function overlap(a: PeSection, b: PeSection): boolean {
  return a.address < b.address + lengthOf(b) && b.address < a.address + lengthOf(a);
}
