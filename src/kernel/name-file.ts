import type { Codec } from '../codecs/codec.ts';
import { otherArch } from './elf-kind.ts';
import type { Kernel } from './kernel.ts';
import { OTHER_FORMATS, type OtherFormatId, otherFormatOf } from './other-formats.ts';

/** A file that is no kernel, and known by its content. */
export interface NamedFile {
  readonly format: OtherFormatId | 'empty';
  /** Of an ELF file that is not for x86. */
  readonly arch: string | null;
  /** What it is compressed with as a whole. */
  readonly codec: Codec | null;
}

/** What a file is that is neither a bzImage nor an ELF file for x86; `null` for a kernel, and where nothing is known. */
export function nameFile({ format, file, wrapper, elf }: Kernel): NamedFile | null {
  const codec = wrapper?.codec ?? null;
  const arch = format === 'elf' ? otherArch(elf) : null;
  if (arch !== null) return { format: 'other-elf', arch, codec };
  if (format !== null) return null;
  if (file.size === 0) return { format: 'empty', arch, codec: null };
  const plain = otherFormatOf(file);
  if (plain !== null) return { format: plain, arch, codec: null };
  const inner = wrapper && otherFormatOf(wrapper.content);
  return inner && { format: inner, arch, codec };
}

/** Says what it is, behind `is`: `a tar archive, compressed with gzip`. */
export function describeFile({ format, arch, codec }: NamedFile): string {
  const name = format === 'empty' ? 'empty' : OTHER_FORMATS[format].name;
  const parts = [name, arch, codec && `compressed with ${codec}`];
  return parts.filter((part) => part !== null).join(', ');
}
