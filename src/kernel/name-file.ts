import { otherArch } from './elf-kind.ts';
import type { Kernel } from './kernel.ts';
import { OTHER_FORMATS, type OtherFormatId, otherFormatOf } from './other-formats.ts';

/** A file that is no kernel, and known by its content. */
export interface NamedFile {
  readonly format: OtherFormatId | 'empty';
  /** Says what it is, behind `is`: `a tar archive, compressed with gzip`. */
  readonly name: string;
}

/** What a file is that is neither a bzImage nor an ELF file for x86; `null` for a kernel, and where nothing is known. */
export function nameFile({ format, file, wrapper, elf }: Kernel): NamedFile | null {
  const arch = format === 'elf' ? otherArch(elf) : null;
  if (arch !== null) {
    const name = `${OTHER_FORMATS['other-elf'].name}, ${arch}`;
    return { format: 'other-elf', name: around(name, wrapper) };
  }
  if (format !== null) return null;
  if (file.size === 0) return { format: 'empty', name: 'empty' };
  const plain = otherFormatOf(file);
  if (plain !== null) return { format: plain, name: OTHER_FORMATS[plain].name };
  const inner = wrapper ? otherFormatOf(wrapper.content) : null;
  return inner && { format: inner, name: around(OTHER_FORMATS[inner].name, wrapper) };
}

function around(name: string, wrapper: Kernel['wrapper']): string {
  return wrapper === null ? name : `${name}, compressed with ${wrapper.codec}`;
}
