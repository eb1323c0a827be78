import { SHT_STRTAB, SHT_SYMTAB, SIZES } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { ElfBinary } from './elf-binary.ts';
import { sections } from './init.ts';

/** `ELF_BSDSYM_SECTIONS`: the undefined section, the symbol table and its strings. */
const SECTIONS = 3n;

/**
 * `elf_parse_bsdsyms` (xen/common/libelf/libelf-loader.c): how much memory the symbol table takes
 * that Xen puts after a BSD kernel. Sets `elf.bsdSymbolsEnd`, which moves the end of the image, and
 * the size of that room.
 */
export function placeBsdSymbols(elf: ElfBinary, imageEnd: bigint, has: Has): void {
  if (elf.symbolTable === null) {
    if (has('bsd-symtab-of-three-sections')) {
      elf.markBroken('invalid ELF handle for symtab section');
    }
    return;
  }
  const size = has('bsd-symtab-of-three-sections')
    ? sizeOfTables(elf, elf.symbolTable, headerSize(elf, has))
    : sizeOfAllTables(elf);
  if (size === null) return;
  elf.bsdSymbolsSize = size;
  elf.bsdSymbolsEnd = BigInt.asUintN(64, elf.roundUp(imageEnd) + size);
}

/** The word with the total, the ELF header and three section headers. */
function headerSize(elf: ElfBinary, has: Has): bigint {
  return has('bsd-symtab-header-of-fixed-size')
    ? 4n + 4n + BigInt(SIZES[64].ehdr) + SECTIONS * BigInt(SIZES[elf.class].shdr)
    : 4n + elf.ehdr('e_ehsize') + SECTIONS * elf.ehdr('e_shentsize');
}

function sizeOfTables(elf: ElfBinary, symbolTable: number, header: bigint): bigint | null {
  const symbols = elf.roundUp(elf.roundUp(header) + elf.shdr(symbolTable, 'sh_size'));
  const strings = elf.shdrAt(Number(elf.shdr(symbolTable, 'sh_link')));
  if (strings === null || !elf.accessOk(strings, 1)) {
    elf.markBroken('out of range access');
    return null;
  }
  if (elf.shdr(strings, 'sh_type') !== BigInt(SHT_STRTAB)) return null;
  return elf.roundUp(symbols + elf.shdr(strings, 'sh_size'));
}

function sizeOfAllTables(elf: ElfBinary): bigint {
  const headers = BigInt(elf.shdrCount()) * elf.ehdr('e_shentsize');
  let size = elf.roundUp(4n + elf.ehdr('e_ehsize') + headers);
  for (const section of sections(elf, 0)) {
    const type = Number(elf.shdr(section, 'sh_type'));
    if (type === SHT_STRTAB || type === SHT_SYMTAB) {
      size = elf.roundUp(size + elf.shdr(section, 'sh_size'));
    }
  }
  return size;
}
