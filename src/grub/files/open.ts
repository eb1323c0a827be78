import type { Kernel } from '../../kernel/kernel.ts';
import type { GrubHas } from '../../programs/grub/facts.ts';
import { type GrubFile, kernelFile, partOf, unlessError } from './file.ts';
import { openGzip } from './gzip.ts';
import { openLzo } from './lzo.ts';
import { type Undone, undoneFile } from './undone.ts';
import { openXz } from './xz.ts';
import { openZstd } from './zstd.ts';

interface Filter {
  readonly open: (file: GrubFile, kernel: Kernel, has: GrubHas) => Undone | null;
  readonly isThere: (has: GrubHas) => boolean;
}

/** `grub_file_filters`, in the order in which each file goes through them once. */
const FILTERS: readonly Filter[] = [
  { open: openGzip, isThere: () => true },
  { open: openXz, isThere: () => true },
  { open: openLzo, isThere: () => true },
  { open: openZstd, isThere: (has) => has('zstd') },
];

/** `grub_file_open` (kern/file.c). */
export function openFile(kernel: Kernel, has: GrubHas): GrubFile {
  return filtered(kernelFile(kernel), kernel, has);
}

/** `grub_file_offset_open` (io/offset.c): what it holds goes through the filters again. */
export function openPart(
  file: GrubFile,
  { offset, length }: { readonly offset: number; readonly length: number },
  kernel: Kernel,
  has: GrubHas,
): GrubFile {
  return filtered(
    partOf(file, offset, length, openedPart(file, offset, length, kernel)),
    kernel,
    has,
  );
}

/** What was decompressed of a payload already, where it is the one that the kernel was opened with. */
function openedPart(
  file: GrubFile,
  offset: number,
  length: number,
  { wrapper, ...kernel }: Kernel,
): GrubFile['opened'] {
  const payload = kernel.format === 'bzimage' ? kernel.payload : null;
  const isSame = (wrapper?.codec ?? null) === (file.filters[0] ?? null) && file.filters.length < 2;
  if (!payload || payload.codec === null || payload.codec === 'none') return () => null;
  if (!isSame || payload.offset !== offset) return () => null;
  const shorter = payload.length - length;
  if (shorter !== 0 && shorter !== 4) return () => null;
  const contents = shorter === 4 && payload.codec !== 'gzip' ? payload.withoutTrailer : payload;
  return (codec) => (codec === payload.codec ? contents : null);
}

function filtered(file: GrubFile, kernel: Kernel, has: GrubHas): GrubFile {
  return FILTERS.filter(({ isThere }) => isThere(has)).reduce((under, { open }) => {
    // A filter that cannot read its file leaves it alone.
    const undone = unlessError(() => open(under, kernel, has));
    return undone ? undoneFile(under, undone) : under;
  }, file);
}
