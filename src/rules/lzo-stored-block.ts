import { compressionFix } from './compression-fix.ts';
import { number } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const lzoStoredBlock = defineRule({
  id: 'lzo-stored-block',
  title: 'The lzo payload has a block that is not compressed',
  level: 'error',
  stage: 'payload',
  evidence: {
    stream: number('where the stream starts in the file, in bytes'),
    offset: number('where the block starts, in bytes from the start of the stream'),
  },
  message: ({ stream, offset }) =>
    `The lzo stream at byte ${stream} has a block that is stored uncompressed, at byte ${offset} of it, and the toolstack decompresses it all the same.`,
  explanation: paragraphs(
    [
      'The tool lzop cuts its input into blocks of 256 KiB, and stores a block as it is where compression does not make it smaller.',
      'The toolstack decompresses such a block all the same, in every release since {dated domu-lzo}, and fails.',
      'The hypervisor copies it, so the same kernel boots as dom0.',
    ],
    [
      'A kernel has such blocks where it holds data that are compressed already, for example a built-in initramfs in gzip or xz (`CONFIG_INITRAMFS_SOURCE`), firmware, or a compressed configuration.',
    ],
    [
      'The toolstack prints `xc_dom_probe_bzimage_kernel unable to LZO decompress kernel`, then `xc_dom_find_loader: no loader found`.',
      'The reason, such as `LZO1x decompression error: Look-behind overrun`, is only in its debug log.',
    ],
  ),
  fix: 'Set `CONFIG_KERNEL_GZIP=y` or `CONFIG_KERNEL_XZ=y` in place of `CONFIG_KERNEL_LZO=y`, or leave a built-in initramfs uncompressed (`CONFIG_INITRAMFS_COMPRESSION_NONE=y`).',
  fixFor: (known) =>
    `${compressionFix(known, 'lzo')} Or leave a built-in initramfs uncompressed (\`CONFIG_INITRAMFS_COMPRESSION_NONE=y\`).`,
  askXen: 'Nothing: no release copies stored blocks in the toolstack.',
  references: [
    xenCommit('c2c4e65d960453d6d764c837015e817c06c8dcea'),
    xenFile('tools/libs/guest/xg_dom_bzimageloader.c'),
    xenFile('xen/common/unlzo.c'),
  ],
});
