import { identity, oneOf, orNull, text } from './evidence.ts';
import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

const FAULT = {
  flags: (flags: string | null) => `its flags are ${flags}`,
  header: () => 'its header is before the image',
  end: () => 'the image ends after the end of the file',
  bss: () => 'its memory ends before the image',
  size: () => 'the image ends before its start',
} as const;

export const badBinImage = defineRule({
  id: 'bad-bin-image',
  title: 'The xen_bin_image_table of the file contradicts the file',
  level: 'error',
  stage: 'loader',
  evidence: {
    fault: identity(
      oneOf(
        'what is wrong in the table: `flags`, `header`, `end`, `bss` or `size`',
        'flags',
        'header',
        'end',
        'bss',
        'size',
      ),
    ),
    flags: orNull(text('the flags of the table, in hexadecimal, where they are wrong')),
  },
  message: ({ fault, flags }) =>
    `The file has a xen_bin_image_table, which the toolstack uses, and ${FAULT[fault](flags)}.`,
  explanation: paragraphs(
    [
      'Before it looks for a bzImage or an ELF file, the toolstack looks for a `xen_bin_image_table` in the first 8 KiB.',
      'The table is the word 0x336ec578, followed by flags, a checksum and addresses.',
      'All releases load any file with such a table by the table.',
      'It is the header of old binary kernels, similar to multiboot.',
    ],
    [
      'Flag 0x10000 (the addresses are valid) must be set. Only 0x1 and the two bits of PAE may be set, too.',
      'The header must be inside the image, and the image inside the file. Its memory must not end before it.',
      'If one of these fails, the toolstack tries no other loader.',
    ],
    [
      'The toolstack prints `xc_dom_parse_bin_kernel:` and the fault.',
      'The hypervisor ignores the table, so it does not affect dom0.',
    ],
  ),
  fix: 'Remove the table from a kernel that is an ELF file or a bzImage, or fix its flags and addresses. If the file has it by chance, move the data after the first 8 KiB.',
  askXen: 'Nothing: all releases read the table in the same way.',
  references: [xenFile('tools/libs/guest/xg_dom_binloader.c')],
});
