import { PT_NOTE, SHT_NOTE } from '../../kernel/elf-layout.ts';
import { latin1 } from '../../kernel/latin1.ts';
import type { Has } from '../facts/facts.ts';
import type { ElfBinary } from './elf-binary.ts';
import { firstSection, sections, segments } from './init.ts';

/** A part of the image to be walked for notes, from `start` to before `end`, in bytes. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** What the file says its notes are aligned to, which libelf does not ask. */
  readonly alignment: 4 | 8;
}

function stretch(elf: ElfBinary, offset: bigint, size: bigint, alignment: bigint): Stretch {
  return { ...elf.stretch(offset, size), alignment: alignment === 8n ? 8 : 4 };
}

/** The PT_NOTE segments, where `elf_xen_parse` looks first. */
export function* noteSegments(elf: ElfBinary): Generator<Stretch> {
  for (const segment of segments(elf)) {
    if (elf.phdr(segment, 'p_type') !== BigInt(PT_NOTE)) continue;
    const offset = elf.phdr(segment, 'p_offset');
    // Some binutils left p_offset at 0 for note segments.
    if (offset === 0n) continue;
    yield stretch(elf, offset, elf.phdr(segment, 'p_filesz'), elf.phdr(segment, 'p_align'));
  }
}

/** The SHT_NOTE sections, where it looks when the segments had no Xen note. */
export function* noteSections(elf: ElfBinary, has: Has): Generator<Stretch> {
  for (const section of sections(elf, firstSection(has))) {
    if (elf.shdr(section, 'sh_type') !== BigInt(SHT_NOTE)) continue;
    const [offset, size] = [elf.shdr(section, 'sh_offset'), elf.shdr(section, 'sh_size')];
    yield stretch(elf, offset, size, elf.shdr(section, 'sh_addralign'));
  }
}

const GUEST_SECTION = '__xen_guest';

/** Where the `__xen_guest` section starts, the last place where it looks. */
export function guestInfoStart(elf: ElfBinary, has: Has): number | null {
  // `elf_section_name` answers "unknown" where there are no names.
  if (elf.sectionNames === null) return null;
  for (const section of sections(elf, firstSection(has))) {
    const name = elf.string(elf.sectionNames + Number(elf.shdr(section, 'sh_name')));
    // Names may be long and many: only one of the right length is worth reading.
    if (name?.length !== GUEST_SECTION.length || latin1(name) !== GUEST_SECTION) continue;
    return elf.place(elf.shdr(section, 'sh_offset'));
  }
  return null;
}
