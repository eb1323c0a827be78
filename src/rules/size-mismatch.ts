import { withDates } from '../programs/xen/dates.ts';
import { flag, number, orNull } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const sizeMismatch = defineRule({
  id: 'size-mismatch',
  title: 'The payload declares a wrong decompressed size',
  level: 'error',
  stage: 'payload',
  evidence: {
    size: orNull(number('bytes that the stream decompresses to')),
    declared: orNull(number('bytes that its last four bytes declare')),
    whole: flag('whether the file is compressed as a whole, and not the payload of a bzImage'),
  },
  message({ size, declared, whole }) {
    const [stream, end] = whole
      ? ['gzip around the kernel', 'the last four bytes of the file']
      : ['payload', 'its last four bytes'];
    return `The ${stream} decompresses to ${size} bytes, but ${end}, which Xen takes for that size, say ${declared}.`;
  },
  explanation: paragraphs(
    [
      'A kernel build ends the payload with the size of the decompressed kernel: four bytes, little endian, after the compressed stream. For gzip, its own trailer has that size.',
      'Xen takes the last four bytes of the payload for that size, but here the stream decompresses to another size.',
    ],
    [
      'The toolstack checks it for gzip, lz4 and zstd in every release that supports them, and for bzip2, lzma, xz and lzo since {dated domu-trusts-size-trailer}.',
      'For gzip it accepts up to 16 bytes more than declared. For lz4, before {since domu-lz4-compares-size}, it accepts any smaller size ({commit domu-lz4-compares-size}).',
      'Since {since domu-trusts-size-trailer} it cuts off bzip2, lzma and xz at the declared size.',
      'It prints `unable to XZ decompress kernel`, or the same with the name of another compression; the two sizes are only in its debug log.',
    ],
    [
      'The hypervisor panics with `length error` for gzip and prints `Decoding failed` for lz4.',
      'For the others, only a size that is too small matters, because it decompresses in place.',
      'Then the output overwrites the rest of the input, or the ELF file is cut, and the effect is undefined.',
    ],
  ),
  fix: "Let the kernel's own build compress the payload. If you recompress it, append the decompressed size (four bytes, little endian) after every format but gzip, and add nothing after it.",
  askXen: withDates(
    'Nothing. Releases before {since domu-trusts-size-trailer} are less strict with some compressions, but the image stays wrong.',
  ),
  references: [
    xenCommit('d3d9889467ca4a0ddc5dc9222d353c37a3e8dc6a'),
    xenCommit('38492dc098a19e851a916a9e441008083538bc69'),
    xenFile('xen/arch/x86/bzimage.c'),
    xenFile('tools/libs/guest/xg_dom_bzimageloader.c'),
  ],
});
