import type { ByteSource } from '../kernel/bytes.ts';
import { isDebugFile, isElf, isObjectFile } from '../kernel/elf.ts';
import { latin1 } from '../kernel/latin1.ts';
import { openKernel } from '../kernel/open.ts';
import { CODECS, codecOf } from '../kernel/payload/codecs.ts';
import { xenNotes } from '../xen/notes-report.ts';
import { openFile } from './file-source.ts';
import type { SkipReason } from './skipped.ts';

/** `boot_flag` and `header` of the Linux/x86 boot protocol lie next to each other but for a jump. */
const BOOT_FLAG = 0x1fe;
const HEADER = 0x202;

/**
 * Whether a file that nobody named is a kernel to judge: a bzImage, or an ELF file with Xen notes.
 * Only its contents count. Objects and programs among the results of a build are ELF files too, so
 * the notes are looked for; a compressed kernel is not unpacked for the question.
 *
 * @returns why it is none, or `null` where nobody would expect it to be one.
 */
export async function sniff(path: string): Promise<'kernel' | SkipReason | null> {
  const file = openFile(path);
  try {
    if (isBzImage(file)) return 'kernel';
    if (isElf(file)) {
      // The objects that a kernel is linked from have its notes already.
      if (isObjectFile(file)) return 'object';
      if (!(await hasXenNotes(file))) return 'no-xen-notes';
      return isDebugFile(file) ? 'debug' : 'kernel';
    }
    return isCompressed(file) ? 'compressed' : wrapperOf(file);
  } finally {
    file.close();
  }
}

function isBzImage(source: ByteSource): boolean {
  return startsWith(source, BOOT_FLAG, '\x55\xaa') && startsWith(source, HEADER, 'HdrS');
}

function startsWith(source: ByteSource, offset: number, magic: string): boolean {
  return latin1(source.read(offset, magic.length)) === magic;
}

async function hasXenNotes(source: ByteSource): Promise<boolean> {
  const kernel = await openKernel(source);
  return kernel.examine(() => kernel.elf !== null && xenNotes(kernel).length > 0);
}

/** What may hold a kernel and is none that Xen on x86 loads. */
const WRAPPERS: readonly { reason: SkipReason; offset: number; magic: string }[] = [
  // Linux, Documentation/arch/arm64/booting.rst and Documentation/arch/riscv/boot-image-header.rst
  { reason: 'foreign', offset: 0x38, magic: 'ARM\x64' },
  { reason: 'foreign', offset: 0x38, magic: 'RSC\x05' },
  // Linux, drivers/firmware/efi/libstub/zboot-header.S
  { reason: 'foreign', offset: 4, magic: 'zimg' },
  { reason: 'package', offset: 0, magic: '!<arch>\ndebian-binary' },
  { reason: 'package', offset: 0, magic: '\xed\xab\xee\xdb' },
];

function wrapperOf(source: ByteSource): SkipReason | null {
  const found = WRAPPERS.find(({ offset, magic }) => startsWith(source, offset, magic));
  return found?.reason ?? null;
}

/** Two bytes of lz4 and of lzma start too many other files. */
function isCompressed(source: ByteSource): boolean {
  const codec = codecOf(source.read(0, 8));
  if (codec === null || codec === 'none') return false;
  return codec === 'gzip' || CODECS[codec].magic.length > 2;
}
