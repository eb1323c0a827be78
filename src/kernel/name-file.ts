import type { Kernel } from './kernel.ts';
import { OTHER_FORMATS, type OtherFormatId, otherFormatOf } from './other-formats.ts';

/** A file that is no kernel, and known by its content. */
export interface NamedFile {
  readonly format: OtherFormatId | 'empty';
  /** Says what it is, behind `is`: `a tar archive, compressed with gzip`. */
  readonly name: string;
}

/** What a file is that is neither a bzImage nor an ELF file; `null` for a kernel, and where nothing is known. */
export function nameFile({ format, file, wrapper }: Kernel): NamedFile | null {
  if (format !== null) return null;
  if (file.size === 0) return { format: 'empty', name: 'empty' };
  const plain = otherFormatOf(file);
  if (plain !== null) return { format: plain, name: OTHER_FORMATS[plain].name };
  const inner = wrapper?.content ? otherFormatOf(wrapper.content) : null;
  if (inner === null) return null;
  return { format: inner, name: `${OTHER_FORMATS[inner].name}, compressed with ${wrapper?.codec}` };
}
