import { type ByteSource, bytesSource } from '../bytes/bytes.ts';
import { latin1 } from '../bytes/latin1.ts';
import type { Codec } from '../codecs/codec.ts';
import { CODECS, codecOf } from '../codecs/codecs.ts';
import { openFile } from '../files/file-source.ts';
import type { FsPath } from '../files/fs-path.ts';
import { readBzImage } from '../kernel/bzimage.ts';
import { isElf } from '../kernel/elf.ts';
import { isDebugFile, isObjectFile, otherArch } from '../kernel/elf-kind.ts';
import type { BzImageHeader } from '../kernel/kernel.ts';
import { openKernel } from '../kernel/open.ts';
import { otherFormatOf } from '../kernel/other-formats.ts';
import { PAYLOAD_PROTOCOL, SETUP_FIELD } from '../kernel/setup-header.ts';
import { findBinImage } from '../xen/loaders/bin-image.ts';
import { xenNotes } from '../xen/notes-report.ts';
import { archiveFormatOf, isArchiveName } from './archives/formats.ts';
import { type Budget, decompressStart, probeStart, sourceOf } from './decompress-start.ts';
import { describeCut, isKernelName } from './kernel-name.ts';
import type { SkipReason } from './skipped.ts';
import { MOST, upToNotes } from './up-to-notes.ts';

/** What a file that is not named itself is: a kernel to check, or not, with the reason. */
export type Sniffed =
  | { readonly is: 'kernel' }
  /** what may have kernels in it */
  | { readonly is: 'archive' }
  | { readonly is: 'passed-over'; readonly reason: SkipReason }
  /** `message` is a clause that follows the path. */
  | { readonly is: 'problem'; readonly message: string };

/**
 * Finds out whether a file that is not named itself is a kernel to check. Its contents decide: a
 * file that a loader of Xen takes, also if it is compressed as a whole. ELF files without Xen notes
 * are no kernels, nor are boot images other than Linux with a bzImage's header. A file with a
 * kernel's name that cannot be a kernel is a problem: a build that wrote it must not pass.
 *
 * @param budget for all files together; throws where the time is over.
 * @returns `null` for a file that is not expected to be a kernel.
 */
export async function sniff(path: FsPath, budget: Budget): Promise<Sniffed | null> {
  const file = openFile(path);
  try {
    const name = String(path);
    if (isArchiveName(name) && (await archiveFormatOf(file, name, budget)) !== null) {
      return { is: 'archive' };
    }
    const isNamed = isKernelName(name);
    const found = await identify(file, isNamed, budget);
    if (found === 'kernel') return { is: 'kernel' };
    if (found === 'uki' || found === 'xen-unified') {
      if ((await archiveFormatOf(file, name, budget)) !== null) return { is: 'archive' };
    }
    if (isNamed && (found === null || found === 'lfs')) {
      const message = found === 'lfs' ? 'is a Git LFS pointer, not a kernel' : describeCut(file);
      return message === null
        ? { is: 'passed-over', reason: 'misnamed' }
        : { is: 'problem', message };
    }
    return found && { is: 'passed-over', reason: found };
  } finally {
    file.close();
  }
}

/** Whether a file that starts so may be a kernel: few files that are none may. */
export function mayBeKernel(head: Uint8Array): boolean {
  const source = bytesSource(head);
  if (isElf(source)) return !isObjectFile(source);
  return isPlainKernel(source) || codecOf(head) !== null;
}

/**
 * What a file is by its content.
 *
 * @param isNamed whether it has the name of a kernel: then what is damaged is checked.
 * @returns `null` for a file of which nothing is known.
 */
export async function identify(
  file: ByteSource,
  isNamed: boolean,
  budget: Budget,
): Promise<'kernel' | SkipReason | null> {
  const found = await identifyPlain(file, budget);
  if (found !== null) return found;
  const codec = codecOf(file.read(0, 8));
  if (codec === null) return otherFormatOf(file);

  const probe = await probeStart(file, codec, budget);
  if (probe === null) return 'compressed';
  if (probe.length === 0) {
    if (isNamed) return 'kernel';
    return hasLongMagic(codec) ? 'damaged' : null;
  }
  const first = bytesSource(probe);
  if (isObjectFile(first)) return 'object';
  // Around a bzImage, the toolstack undoes gzip and no other codec.
  if (!isElf(first) && !(codec === 'gzip' && isPlainKernel(first))) return otherFormatOf(first);
  for (const enough of [upToNotes, () => MOST]) {
    const start = await decompressStart(file, codec, enough, budget);
    if (start === null) return 'compressed';
    const content = await identifyPlain(sourceOf(start), budget);
    if (content !== 'no-xen-notes') return content ?? otherFormatOf(first);
    if (start.isWhole) return content;
    if (start.bytes.length >= MOST) return 'compressed';
  }
  return 'damaged';
}

/** Two bytes of lz4 and of lzma start too many other files. */
function hasLongMagic(codec: Codec): boolean {
  return codec === 'gzip' || CODECS[codec].magic.length > 2;
}

/** Whether it starts as what Xen takes and is no ELF file does. */
function isPlainKernel(source: ByteSource): boolean {
  return hasHeader(source) || findBinImage(source) !== null;
}

/** Of a file that is not compressed as a whole; `null` where it is nothing that Xen looks into. */
async function identifyPlain(
  source: ByteSource,
  budget: Budget,
): Promise<'kernel' | SkipReason | null> {
  const isBoot = hasHeader(source);
  if (isBoot && (isElf(source) || !isOtherBootImage(readBzImage(source)))) return 'kernel';
  if (isElf(source)) {
    // The objects that a kernel is linked from have its notes already.
    if (isObjectFile(source)) return 'object';
    if (otherArch(source) !== null) return 'other-elf';
    if (!(await hasXenNotes(source, budget))) return 'no-xen-notes';
    return isDebugFile(source) ? 'debug' : 'kernel';
  }
  if (findBinImage(source) !== null) return 'kernel';
  return isBoot ? 'other-boot-image' : null;
}

/**
 * No loader of Xen looks at `boot_flag` before it, in any release (xen/arch/x86/bzimage.c,
 * tools/libs/guest/xg_dom_bzimageloader.c).
 */
function hasHeader(source: ByteSource): boolean {
  return latin1(source.read(SETUP_FIELD.header, 4)) === 'HdrS';
}

/** `2.6.24-1-686 (Debian 2.6.24-7) …`: Linux alone has its builder behind the version. */
const LINUX_VERSION = /^\d+\.\d\S* \(/;

/**
 * Whether a bzImage has nothing that Xen could load and is not Linux: memtest86+ and iPXE have the
 * header to be started by boot loaders. Linux without a payload is old or damaged, and checked.
 */
function isOtherBootImage(header: BzImageHeader | null): boolean {
  if (header === null) return false;
  const { protocol, payloadLength, kernelVersion } = header;
  if (protocol >= PAYLOAD_PROTOCOL && payloadLength > 0) return false;
  return !LINUX_VERSION.test(kernelVersion ?? '');
}

async function hasXenNotes(source: ByteSource, { checkTime }: Budget): Promise<boolean> {
  const kernel = await openKernel(source, { checkTime });
  return kernel.examine(() => kernel.elf !== null && xenNotes(kernel).length > 0);
}
