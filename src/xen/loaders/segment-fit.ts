import { hex } from '../libelf/checks.ts';
import { loadableSegments } from '../libelf/init.ts';
import type { ParsedImage } from './libelf.ts';
import { type Check, refusal } from './loader.ts';

/**
 * `elf_load_image` (xen/common/libelf/libelf-loader.c) clears `memsz - filesz` bytes behind what it
 * copied, and does not ask whether that is negative.
 */
export function checkSegmentSizes({ elf }: ParsedImage, xenSays: string | null): Check {
  for (const segment of loadableSegments(elf)) {
    const [inFile, inMemory] = [elf.phdr(segment, 'p_filesz'), elf.phdr(segment, 'p_memsz')];
    if (inFile <= inMemory) continue;
    const where = hex(elf.phdr(segment, 'p_paddr'));
    const message = `The segment for ${where} has ${inFile} bytes in the file and ${inMemory} in memory.`;
    return refusal('bad-segment', message, xenSays, { fault: 'size' });
  }
  return null;
}
