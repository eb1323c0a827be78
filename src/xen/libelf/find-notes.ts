import { latin1 } from '../../bytes/latin1.ts';
import { PT_NOTE, SHT_NOBITS, SHT_NOTE } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { type ElfBinary, MAX_STRING_LENGTH } from './elf-binary.ts';
import { firstSection, sections, sectionsOfType, segmentsOfType } from './init.ts';

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
  for (const segment of segmentsOfType(elf, PT_NOTE)) {
    const offset = elf.phdr(segment, 'p_offset');
    // Some binutils left p_offset at 0 for note segments.
    if (offset === 0n) continue;
    yield stretch(elf, offset, elf.phdr(segment, 'p_filesz'), elf.phdr(segment, 'p_align'));
  }
}

/** The SHT_NOTE sections, where it looks when the segments had no Xen note. */
export function* noteSections(elf: ElfBinary, has: Has): Generator<Stretch> {
  for (const section of sectionsOfType(elf, firstSection(has), SHT_NOTE)) {
    const [offset, size] = [elf.shdr(section, 'sh_offset'), elf.shdr(section, 'sh_size')];
    yield stretch(elf, offset, size, elf.shdr(section, 'sh_addralign'));
  }
}

const GUEST_SECTION = '__xen_guest';

/** Where the `__xen_guest` section starts, the last place where it looks. */
export function guestInfoStart(elf: ElfBinary, has: Has): number | null {
  // `elf_section_name` answers "unknown" where there are no names.
  const { sectionNames } = elf;
  if (sectionNames === null) return null;
  const first = firstSection(has);
  const find = () => findGuestSection(elf, sectionNames, first);
  const found = elf.once('shdr', `${GUEST_SECTION} from ${first}`, find);
  // A name that does not end marks the image broken, or is followed far: every release has to look.
  return (found?.namesEnd ? found : find()).start;
}

interface GuestSection {
  readonly start: number | null;
  /** All names that were looked at end where every release finds their end. */
  readonly namesEnd: boolean;
}

function findGuestSection(elf: ElfBinary, sectionNames: number, first: 0 | 1): GuestSection {
  let namesEnd = true;
  for (const section of sections(elf, first)) {
    const name = elf.string(sectionNames + Number(elf.shdr(section, 'sh_name')));
    if (name === null || name.length > MAX_STRING_LENGTH) namesEnd = false;
    // Names may be long and many: only one of the right length is worth reading.
    if (name?.length !== GUEST_SECTION.length || latin1(name) !== GUEST_SECTION) continue;
    return { start: elf.place(elf.shdr(section, 'sh_offset')), namesEnd };
  }
  return { start: null, namesEnd };
}

/** The name of the section that has the byte at `offset` of the file; `null` for none. */
export function sectionNameAt(elf: ElfBinary, offset: number): string | null {
  const { sectionNames } = elf;
  if (sectionNames === null) return null;
  for (const section of sections(elf, 1)) {
    const inside = BigInt(offset) - elf.shdr(section, 'sh_offset');
    const isIn = inside >= 0n && inside < elf.shdr(section, 'sh_size');
    if (!isIn || elf.shdr(section, 'sh_type') === BigInt(SHT_NOBITS)) continue;
    const name = elf.string(sectionNames + Number(elf.shdr(section, 'sh_name')));
    return name === null ? null : latin1(name);
  }
  return null;
}
