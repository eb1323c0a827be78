import type { ByteSource } from '../kernel/bytes.ts';
import { openKernel } from '../kernel/open.ts';
import { xenNotes } from '../xen/notes-report.ts';
import { openFile } from './file-source.ts';

/** `boot_flag` and `header` of the Linux/x86 boot protocol lie next to each other but for a jump. */
const BOOT_FLAG = 0x1fe;
const HEADER = 0x202;

/**
 * Whether a file that nobody named is a kernel to judge: a bzImage, or an ELF file with Xen notes.
 * Only its contents count. Objects and programs among the results of a build are ELF files too, so
 * the notes are looked for; a compressed kernel is not unpacked for the question.
 */
export async function looksLikeKernel(path: string): Promise<boolean> {
  const file = openFile(path);
  try {
    return isBzImage(file) || (isElf(file) && (await hasXenNotes(file)));
  } finally {
    file.close();
  }
}

function isBzImage(source: ByteSource): boolean {
  return startsWith(source, BOOT_FLAG, '\x55\xaa') && startsWith(source, HEADER, 'HdrS');
}

function isElf(source: ByteSource): boolean {
  return startsWith(source, 0, '\x7fELF');
}

function startsWith(source: ByteSource, offset: number, magic: string): boolean {
  return Buffer.from(source.read(offset, magic.length)).toString('latin1') === magic;
}

async function hasXenNotes(source: ByteSource): Promise<boolean> {
  const kernel = await openKernel(source);
  return kernel.examine(() => kernel.elf !== null && xenNotes(kernel).length > 0);
}
