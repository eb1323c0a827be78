import { address, identity, number, oneOf } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const cutFile = defineRule({
  id: 'cut-file',
  title: 'The ELF file is cut short',
  level: 'error',
  stage: 'elf',
  evidence: {
    table: identity(oneOf('the header table that is cut: `phdr` or `shdr`', 'phdr', 'shdr')),
    end: address('first byte after the table, in the file'),
    size: number('bytes of the ELF file'),
  },
  message({ table, end, size }) {
    const name = table === 'phdr' ? 'program' : 'section';
    return `The ELF file is cut short: its ${name} header table ends at byte ${BigInt(end)} of ${size}.`;
  },
  explanation: paragraphs(
    [
      'The ELF header has the offsets of the program header table and the section header table. One of them ends beyond the end of the file.',
      'Linkers write the section headers last, so this check finds a file without its end.',
      'Inside a bzImage it also happens when the declared size of the payload is too small.',
    ],
    [
      'Every release refuses such a file.',
      'The hypervisor prints `ELF: phdr overflow` or `ELF: shdr overflow` with the two numbers (`elf_init:` in place of `ELF:` before {since plain-libelf-messages}).',
      'The toolstack prints `xc_dom_parse_elf_kernel: corrupted ELF image` up to {upTo domu-parses-notes-in-probe}, and since {dated domu-parses-notes-in-probe} only `xc_dom_find_loader: no loader found`.',
    ],
  ),
  fix: 'Copy the file again and compare its size and checksum with those of the build. To make it smaller use `strip` or `objcopy`, which rewrite the header along with the tables.',
  askXen: 'Nothing: no release loads it.',
  references: [
    xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
    xenFile('xen/common/libelf/libelf-loader.c'),
  ],
});
