import { EM_386, EM_X86_64, PT_LOAD, PT_NOTE, SHT_NOTE } from '../../kernel/elf-layout.ts';
import type { GrubHas } from '../../programs/grub/facts.ts';
import { prematureEnd, readAt } from '../files/file.ts';
import { crash, stop } from '../stop.ts';
import { type GrubElf, type Section, type Segment, sectionsIn } from './elf.ts';
import { readGuestString } from './guest-string.ts';
import type { Arch, XenInfo } from './info.ts';
import { readNotes } from './note.ts';
import { outsideFile, type PastEnd, reading } from './past-end.ts';

/** What a build of GRUB counts with: the bits of a size, and the bytes that it has for one. */
export interface Platform {
  readonly bits: 32 | 64;
  readonly heap: number;
}

const GUEST_SECTION = '__xen_guest\0';

/**
 * `grub_xen_get_info` (loader/i386/xen_file.c, xen_fileXX.c).
 *
 * @throws {Stop}
 */
export function getInfo(
  elf: GrubElf,
  segments: readonly Segment[],
  platform: Platform,
  has: GrubHas,
): XenInfo {
  const info: XenInfo = {
    arch: archOf(elf),
    ...extentOf(elf, segments),
    virtBase: 0n,
    paddrOffset: 0n,
    entry: elf.field('e_entry'),
    hypercallPage: null,
    p2mBase: null,
    paeMode: null,
    hasNote: false,
  };
  const notesAt = (offset: bigint, size: bigint) =>
    readNotes(bufferAt(elf, 'notes', offset, size, platform), elf.bits, info, has);
  for (const { type, offset, fileSize } of segments)
    if (type === PT_NOTE) notesAt(offset, fileSize);
  if (info.hasNote) return info;
  const sections = readSections(elf, platform);
  if (has('note-sections')) {
    for (const { type, offset, size } of sections) if (type === SHT_NOTE) notesAt(offset, size);
  }
  if (!info.hasNote) {
    const guest = findGuestSection(elf, sections);
    if (guest === null) throw noNotes(has, sections, 'no XEN note found');
    readGuestString(bufferAt(elf, 'guest-string', guest.offset, guest.size, platform), info);
  }
  return info;
}

function archOf({ bits, machine }: GrubElf): Arch {
  if (bits === 64 && machine === EM_X86_64) return 'x86_64';
  if (bits === 32 && machine === EM_386) return 'i386';
  const evidence = { fault: 'elf-type', bits, machine, paeMode: null } as const;
  throw stop('elf', 'grub-platform', evidence, 'unknown ELF type');
}

const UNSET = 2n ** 64n - 1n;

function extentOf(
  { bits }: GrubElf,
  segments: readonly Segment[],
): Pick<XenInfo, 'kernelStart' | 'kernelEnd'> {
  let [kernelStart, kernelEnd] = [UNSET, 0n];
  for (const { type, address, memorySize } of segments) {
    if (type !== PT_LOAD) continue;
    const end = BigInt.asUintN(bits, address + memorySize);
    if (address < kernelStart) kernelStart = address;
    if (end > kernelEnd) kernelEnd = end;
  }
  return { kernelStart, kernelEnd };
}

/** A part of the file in GRUB's own memory. */
function bufferAt(
  elf: GrubElf,
  part: PastEnd['part'],
  offset: bigint,
  size: bigint,
  { bits, heap }: Platform,
): Uint8Array {
  const place = { part, offset: Number(offset), size: Number(BigInt.asUintN(bits, size)) };
  if (place.offset <= elf.file.size && place.size > heap) {
    throw outsideFile(elf, place, 'out of memory');
  }
  const bytes = reading(elf, place, () => readAt(elf.file, place.offset, place.size));
  if (bytes.length !== place.size) throw outsideFile(elf, place, prematureEnd(elf.file.name));
  return bytes;
}

function readSections(elf: GrubElf, platform: Platform): Section[] {
  const size = elf.field('e_shnum') * elf.field('e_shentsize');
  if (size === 0n) {
    throw stop('notes', 'grub-no-notes', { why: 'none', sections: 0 }, 'no XEN note');
  }
  return sectionsIn(elf, bufferAt(elf, 'section-headers', elf.field('e_shoff'), size, platform));
}

/** By its name. A name whose place is not in the file ends the search, and the load. */
function findGuestSection(elf: GrubElf, sections: readonly Section[]): Section | null {
  const names = sections[Number(elf.field('e_shstrndx'))];
  if (names === undefined) throw crash('notes', 'section-names');
  for (const section of sections) {
    const offset = Number(names.offset + section.name);
    const size = GUEST_SECTION.length;
    const place = { part: 'section-name', offset, size } as const;
    const name = reading(elf, place, () => readAt(elf.file, offset, size));
    if (String.fromCharCode(...name) === GUEST_SECTION) return section;
  }
  return null;
}

function noNotes(has: GrubHas, sections: readonly Section[], says: string) {
  const count = sections.filter(({ type }) => type === SHT_NOTE).length;
  const why = count > 0 && !has('note-sections') ? 'sections' : 'none';
  return stop('notes', 'grub-no-notes', { why, sections: count }, says);
}
