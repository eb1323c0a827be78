import type { ByteSource } from '../../bytes/bytes.ts';
import { isElf } from '../../kernel/elf.ts';
import { PT_LOAD, SHT_SYMTAB, SIZES } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { noKernel } from '../../rules/no-kernel.ts';
import { hex } from '../../text/hex.ts';
import { type Refusal, refusalAt } from '../refusal.ts';
import { ElfBinary } from './elf-binary.ts';
import { notAnElf, tableOverflow } from './says.ts';

export type Init = { readonly elf: ElfBinary } | { readonly refusal: Refusal };

/**
 * `elf_init` and `elf_parse_binary` (xen/common/libelf/libelf-loader.c): is it an ELF file, are its
 * two header tables inside it, and which memory do its segments need?
 */
export function initialise(source: ByteSource, has: Has): Init {
  const tooShort = has('checked-elf-accesses') && source.size < SIZES[32].ehdr;
  if (tooShort || !isElf(source)) {
    const evidence = tooShort ? noKernel('too-short', { size: source.size }) : noKernel('magic');
    return { refusal: refusalAt('elf', 'not-a-kernel', evidence, notAnElf(has)) };
  }
  const elf = new ElfBinary(source, has);
  const { size } = elf;
  for (const table of ['phdr', 'shdr'] as const) {
    const end = endOfTable(elf, table);
    if (end > BigInt(size)) {
      const xenSays = tableOverflow(table, end, size, has);
      return { refusal: refusalAt('elf', 'cut-file', { table, end: hex(end), size }, xenSays) };
    }
  }
  const names = elf.shdrAt(Number(elf.ehdr('e_shstrndx')));
  if (names !== null) elf.sectionNames = elf.place(elf.shdr(names, 'sh_offset'));
  elf.symbolTable = findSymbolTable(elf, has);
  const extent = elf.once('phdr', 'extent', () => extentOf(elf)) ?? extentOf(elf);
  elf.physicalStart = extent.low;
  elf.physicalEnd = extent.high;
  elf.largestAlignment = extent.alignment;
  return { elf };
}

function endOfTable(elf: ElfBinary, table: 'phdr' | 'shdr'): bigint {
  const end =
    table === 'phdr'
      ? elf.ehdr('e_phoff') + elf.ehdr('e_phentsize') * BigInt(elf.phdrCount())
      : elf.ehdr('e_shoff') + elf.ehdr('e_shentsize') * BigInt(elf.shdrCount());
  return BigInt.asUintN(64, end);
}

/** The first SHT_SYMTAB section whose `sh_link` names a section. */
function findSymbolTable(elf: ElfBinary, has: Has): number | null {
  const count = elf.shdrCount();
  for (const section of sectionsOfType(elf, firstSection(has), SHT_SYMTAB)) {
    const link = Number(elf.shdr(section, 'sh_link'));
    if (has('bsd-symtab-of-three-sections') && (link === 0 || link >= count)) return null;
    if (link < count) return section;
  }
  return null;
}

/** The first section that libelf looks at. */
export function firstSection(has: Has): 0 | 1 {
  return has('skips-section-zero') ? 1 : 0;
}

/** The section headers from `first` on, until one is outside the image. */
export function sections(elf: ElfBinary, first: 0 | 1): Iterable<number> {
  return walked(elf, 'shdr', `from ${first}`, () => walkSections(elf, first));
}

/** Those of them that have a type. */
export function sectionsOfType(elf: ElfBinary, first: 0 | 1, type: number): Iterable<number> {
  return walked(elf, 'shdr', `from ${first}, type ${type}`, function* () {
    for (const section of sections(elf, first)) {
      if (elf.shdr(section, 'sh_type') === BigInt(type)) yield section;
    }
  });
}

/** A walk over a header table, done once where no release can come to another end. */
function walked(
  elf: ElfBinary,
  table: 'phdr' | 'shdr',
  which: string,
  walk: () => Generator<number>,
): Iterable<number> {
  return elf.once(table, `${table} ${which}`, () => [...walk()]) ?? walk();
}

function* walkSections(elf: ElfBinary, first: 0 | 1): Generator<number> {
  const count = elf.shdrCount();
  for (let i: number = first; i < count; i++) {
    const section = elf.shdrAt(i);
    if (section === null || !elf.accessOk(section, 1)) return;
    yield section;
  }
}

/** The program headers of a type, until one is outside the image. */
export function segmentsOfType(elf: ElfBinary, type: number): Iterable<number> {
  return walked(elf, 'phdr', `type ${type}`, function* () {
    for (const segment of walkSegments(elf)) {
      if (elf.phdr(segment, 'p_type') === BigInt(type)) yield segment;
    }
  });
}

function* walkSegments(elf: ElfBinary): Generator<number> {
  const count = elf.phdrCount();
  for (let i = 0; i < count; i++) {
    const segment = elf.phdrAt(i);
    if (!elf.accessOk(segment, 1)) return;
    yield segment;
  }
}

const ANY_PERMISSION = 7n;

/** The segments that are loaded (`elf_phdr_is_loadable`): PT_LOAD with any permission. */
export function loadableSegments(elf: ElfBinary): Iterable<number> {
  return walked(elf, 'phdr', 'loadable', function* () {
    for (const segment of segmentsOfType(elf, PT_LOAD)) {
      if ((elf.phdr(segment, 'p_flags') & ANY_PERMISSION) !== 0n) yield segment;
    }
  });
}

interface Extent {
  readonly low: bigint;
  readonly high: bigint;
  readonly alignment: bigint;
}

function extentOf(elf: ElfBinary): Extent {
  let low = BigInt.asUintN(64, -1n);
  let high = 0n;
  let alignment = 0n;
  for (const segment of loadableSegments(elf)) {
    const start = elf.phdr(segment, 'p_paddr');
    const end = BigInt.asUintN(64, start + elf.phdr(segment, 'p_memsz'));
    if (start < low) low = start;
    if (end > high) high = end;
    const own = elf.phdr(segment, 'p_align');
    if (own > alignment) alignment = own;
  }
  return { low, high, alignment };
}
