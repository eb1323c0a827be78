import { identity, number, text } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const unknownCodec = defineRule({
  id: 'unknown-codec',
  title: 'The payload is in a compression that no Xen knows',
  level: 'error',
  stage: 'payload',
  evidence: {
    magic: identity(text('first bytes of the payload, in hexadecimal; empty where there are none')),
    offset: number('first byte of the payload in the file'),
  },
  message: ({ magic, offset }) =>
    magic === ''
      ? `The payload at byte ${offset} is empty: \`payload_length\` is 0.`
      : `The payload at byte ${offset} starts with ${magic}, which is no compression that a kernel is built with.`,
  explanation: paragraphs(
    [
      'Xen identifies the compression of a bzImage payload by its first bytes: gzip, bzip2, lzma, xz, lzo, lz4 or zstd.',
      'This payload starts with none of them, and is no ELF file either.',
      'There are two likely reasons: lz4 in its frame format (`04 22 4d 18`), but kernels and Xen use the legacy format (`02 21 4c 18`); or a payload that was damaged after the build.',
    ],
    [
      'The toolstack prints `xc_dom_probe_bzimage_kernel: unknown compression format`, then `xc_dom_find_loader: no loader found`.',
      'The hypervisor has no message for it. It takes the payload for a kernel and prints `ELF: not an ELF binary` (`elf_init: not an ELF binary` before {since plain-libelf-messages}).',
    ],
  ),
  fix: "Let the kernel's build compress the payload, with one of its own settings: every Xen release reads `CONFIG_KERNEL_GZIP=y`.",
  askXen: 'Nothing: no release knows another compression.',
  references: [
    xenFile('xen/common/decompress.c'),
    xenFile('tools/libs/guest/xg_dom_bzimageloader.c'),
    xenCommit('e850049bbc831bfe40b87eaea673675d8a829e74'),
  ],
});
