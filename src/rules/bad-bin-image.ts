import { identity, oneOf, orNull, text } from './evidence.ts';
import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

const FAULT = {
  flags: (flags: string | null) => `its flags are ${flags}`,
  header: () => 'its header is before the image',
  end: () => 'the image ends behind the file',
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
      'Before it looks for a bzImage or an ELF file, the toolstack looks for a `xen_bin_image_table` in the first 8 KiB: the word 0x336ec578, and behind it flags, a checksum and addresses.',
      'A file of any kind that has one is loaded by it, in all releases.',
      'It is the header of old binary kernels, after the manner of multiboot.',
    ],
    [
      'Flag 0x10000 (the addresses are valid) must be set and no other but 0x1 and the two bits of PAE; the header must lie inside the image, the image inside the file, and its memory must not end before it.',
      'Where that does not hold, no other loader is asked.',
    ],
    [
      'The toolstack says `xc_dom_parse_bin_kernel:` and then what is wrong.',
      'The hypervisor does not know the table: a dom0 is not touched by it.',
    ],
  ),
  fix: 'Remove the table from a kernel that is an ELF file or a bzImage, or fix its flags and addresses. If the file has it by chance, move the data behind the first 8 KiB.',
  askXen: 'Nothing: all releases read the table alike.',
  references: [xenFile('tools/libs/guest/xg_dom_binloader.c')],
});
