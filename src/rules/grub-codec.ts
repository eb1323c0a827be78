import { codec } from './codec-field.ts';
import { compressionFix } from './compression-fix.ts';
import { flag, identity, number } from './evidence.ts';
import { grubFact, grubFile, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

export const grubCodec = defineRule({
  id: 'grub-codec',
  title: 'GRUB cannot decompress the kernel',
  level: 'error',
  stage: 'payload',
  evidence: {
    codec: identity(codec('the compression')),
    stream: number('where the stream starts in the file, in bytes'),
    whole: flag('whether the file is compressed as a whole, and not the payload of a bzImage'),
  },
  message: ({ codec, whole }) =>
    `The ${whole ? 'file' : 'payload'} is compressed with ${codec}, which this GRUB does not read${whole ? '' : ' in a payload'}.`,
  explanation: paragraphs(
    [
      'In a PV guest GRUB decompresses the kernel itself, with its own filters: gzip, xz and lzop, and zstd from {grub zstd} on.',
      'It has none for bzip2, lzma and lz4.',
    ],
    [
      'A payload in lzo was read up to 2.02-beta3 only.',
      'Since {grub payload-keeps-last-four-bytes} ({grubCommit payload-keeps-last-four-bytes}) GRUB keeps the size that the build of Linux appends, and its reader of lzo wants nothing behind the stream.',
      'A reader of zstd came in {grub zstd} ({grubCommit zstd}), where it crashes: see `grub-crashes-on-zstd`.',
      'GRUB prints `not xen image`, whatever the compression.',
    ],
  ),
  fix: 'Compress the kernel with gzip (`CONFIG_KERNEL_GZIP=y`), or with xz (`CONFIG_KERNEL_XZ=y`): every GRUB reads them.',
  fixFor: (known) => compressionFix(known, known.evidence.codec),
  askXen:
    'Nothing that helps for bzip2, lzma and lz4. Without GRUB (a direct kernel, or pygrub) the toolstack decompresses them.',
  references: [
    grubFact('payload-keeps-last-four-bytes'),
    grubFact('payload-cuts-size-of-xz'),
    grubFact('zstd'),
    grubFile('grub-core/loader/i386/xen_file.c'),
  ],
});
