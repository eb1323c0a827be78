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

/** The kernel in a PE file, as firmware loads it. */
export type PeKernel =
  | {
      readonly is: 'kernel';
      readonly name: string;
      /** In the file, in bytes. */
      readonly offset: number;
      readonly size: number;
    }
  | { readonly is: 'none' }
  /** `message` is a clause that follows the path. */
  | { readonly is: 'damaged'; readonly message: string };

/**
 * Looks for the kernel of a PE file. Firmware copies each section to its address in memory. The code of
 * the image reads it there (systemd's src/boot/efi/pe.c, xen/common/efi/pe.c). Where two sections
 * overlap, or the file ends before, there is no whole kernel.
 */
export function findPeKernel(source: ByteSource, container: PeContainer): PeKernel {
  const wanted = KERNEL_SECTIONS[container];
  const sections = readPe(source)?.sections ?? [];
  const [section, ...others] = sections.filter(({ name }) => name === wanted);
  if (section === undefined) return { is: 'none' };
  if (others.length > 0) {
    const count = others.length + 1;
    return damaged(
      `has ${count} sections ${wanted}: which of them is started depends on its profile`,
    );
  }
  const { offset, size, memorySize } = section;
  if (memorySize > size) {
    return damaged(
      `is damaged: its section ${wanted} has ${memorySize} bytes in memory, but only ${size} in the file`,
    );
  }
  // Without a size in memory, firmware takes that in the file, which is rounded up.
  const length = memorySize === 0 ? size : memorySize;
  if (offset + length > source.size) {
    return damaged(
      `is cut: its section ${wanted} ends at offset ${offset + length}, but the file has ${source.size} bytes`,
    );
  }
  const over = sections.find((other) => other !== section && overlap(section, other));
  if (over !== undefined) {
    return damaged(
      `has the sections ${wanted} and ${over.name} at addresses that overlap: firmware loads one over the other. Give the later section an address at or after 0x${(section.address + length).toString(16)} from the image base`,
    );
  }
  return { is: 'kernel', name: wanted, offset, size: length };
}

function damaged(message: string): PeKernel {
  return { is: 'damaged', message };
}

function overlap(a: PeSection, b: PeSection): boolean {
  return a.address < endOf(b) && b.address < endOf(a);
}

function endOf({ address, size, memorySize }: PeSection): number {
  return address + (memorySize === 0 ? size : memorySize);
}
