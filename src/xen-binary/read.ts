import type { ByteSource } from '../bytes/bytes.ts';
import { DEFAULT_MAX_DICTIONARY, PayloadError } from '../codecs/codec.ts';
import { CODECS, codecOf } from '../codecs/codecs.ts';
import { readBzImage } from '../kernel/bzimage.ts';
import { OTHER_FORMATS, otherFormatOf } from '../kernel/other-formats.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';
import { XEN_SECTIONS } from '../kernel/pe-kernel.ts';
import { withoutSections } from '../kernel/without-sections.ts';
import type { XenFile } from '../programs/xen/binary/xen-file.ts';
import { UsageError } from '../text/usage-error.ts';
import { isHypervisor, readHypervisor } from './hypervisor.ts';
import { type Image, openImage } from './image.ts';
import { isLibrary, readToolstack } from './toolstack.ts';

/** In bytes, also of what is decompressed. `xen.efi` with debug information has 30 MB, `xen-syms` 60. */
const MAX_SIZE = 256 * 1024 * 1024;

const WANTED = 'a Xen hypervisor or libxenguest.so.*';

/**
 * Reads a file of a Xen: a hypervisor (`xen.gz`, the multiboot `xen`, `xen-syms`, `xen.efi`) or the
 * toolstack library `libxenguest.so.*`. The file may be hostile: its size, and that of what is in it,
 * is limited, and every search is linear.
 *
 * @param checkTime called at every step of the work; what it throws ends it.
 * @throws {UsageError} where it is no Xen: a clause that follows the path, `is a bzImage, and not …`.
 */
export async function readXenFile(
  file: ByteSource,
  checkTime: CheckTime = () => {},
): Promise<XenFile> {
  // A kernel has the messages of decompressors of its own.
  const source = withoutSections(file, XEN_SECTIONS);
  const codec = codecOf(source.read(0, 8));
  const bytes = await contentsOf(source, checkTime);
  const around = codec === null ? '' : `, compressed with ${codec}`;
  const image = isKernel(bytes) ? null : openImage(bytes);
  checkTime();
  if (image?.isTruncated)
    throw new UsageError('is truncated: it ends before what its headers list');
  if (image !== null && isHypervisor(image)) {
    return readHypervisor(image, formatOf(image) + around);
  }
  if (image !== null && isLibrary(image)) return readToolstack(image, `shared library${around}`);
  throw new UsageError(`is ${describe(bytes)}, and not ${WANTED}`);
}

/** The whole file, decompressed where it is compressed as a whole. */
async function contentsOf(source: ByteSource, checkTime: CheckTime): Promise<Buffer> {
  if (source.size > MAX_SIZE) throw tooLarge();
  const codec = codecOf(source.read(0, 8));
  const chunks: Uint8Array[] = [];
  if (codec === null) {
    for (let at = 0; at < source.size; at += CHUNK) chunks.push(source.read(at, CHUNK).slice());
    return Buffer.concat(chunks);
  }
  let size = 0;
  try {
    const options = { maxDictionary: DEFAULT_MAX_DICTIONARY };
    for await (const chunk of CODECS[codec].decompress(source, options)) {
      checkTime();
      size += chunk.length;
      if (size > MAX_SIZE) throw tooLarge();
      chunks.push(chunk.slice());
    }
  } catch (error) {
    if (!(error instanceof PayloadError)) throw error;
    throw new UsageError(`cannot be decompressed (${codec}): ${error.message}`);
  }
  return Buffer.concat(chunks);
}

/** What is read at a time, in bytes. */
const CHUNK = 1 << 20;

function tooLarge(): UsageError {
  return new UsageError(`is larger than any Xen: more than ${MAX_SIZE >> 20} MiB`);
}

/** With its EFI stub, a kernel is a PE file as well. */
function isKernel(bytes: Buffer): boolean {
  return readBzImage(sourceOf(bytes)) !== null;
}

function describe(bytes: Buffer): string {
  if (bytes.length === 0) return 'empty';
  if (isKernel(bytes)) return 'a kernel (bzImage)';
  const other = otherFormatOf(sourceOf(bytes));
  if (other !== null) return OTHER_FORMATS[other].name;
  return openImage(bytes) === null ? 'an unknown file' : 'another ELF file';
}

function sourceOf(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  };
}

function formatOf({ format, bits, arch }: Image): string {
  if (format === 'pe') return 'PE';
  // The boot loader gets an ELF file of 32 bits, whose code has 64.
  return bits === 32 && arch === 'i386' ? 'multiboot ELF' : 'ELF';
}
