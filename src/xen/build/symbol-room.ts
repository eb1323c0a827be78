import { SHT_STRTAB, SHT_SYMTAB, SIZES } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { ElfBinary } from '../libelf/elf-binary.ts';
import { sections } from '../libelf/init.ts';
import { wrap } from './pages.ts';

/**
 * `xc_dom_load_elf_symtab` (tools/libxc/xc_dom_elfloader.c): before `domu-places-symbols-once` the toolstack
 * makes room for the symbol table of a BSD kernel, behind the room that libelf made for the same table.
 *
 * @param end of the image, in bytes.
 * @returns the end of that room.
 */
export function endOfSymbols(elf: ElfBinary, end: bigint, has: Has): bigint {
  if (!elf.littleEndian) return end;
  const start = elf.roundUp(end);
  if (has('checked-elf-accesses')) return elf.roundUp(start + elf.bsdSymbolsSize);
  let room = elf.roundUp(start + 4n + headersSize(elf));
  let tables = 0;
  const named = stringTables(elf);
  let index = 0;
  for (const section of sections(elf, 0)) {
    const type = Number(elf.shdr(section, 'sh_type'));
    if (type === SHT_SYMTAB || (type === SHT_STRTAB && named.has(index))) {
      room = elf.roundUp(room + elf.shdr(section, 'sh_size'));
      tables++;
    }
    index++;
  }
  return tables > 0 ? wrap(room) : end;
}

function headersSize(elf: ElfBinary): bigint {
  const { ehdr, shdr } = SIZES[elf.class];
  return BigInt(ehdr) + BigInt(elf.shdrCount()) * BigInt(shdr);
}

/** The sections that a symbol table links to. */
function stringTables(elf: ElfBinary): Set<number> {
  const linked = new Set<number>();
  for (const section of sections(elf, 0)) {
    if (Number(elf.shdr(section, 'sh_type')) !== SHT_SYMTAB) continue;
    linked.add(Number(elf.shdr(section, 'sh_link')));
  }
  return linked;
}
