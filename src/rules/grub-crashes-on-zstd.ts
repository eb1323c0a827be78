import { compressionFix } from './compression-fix.ts';
import { number } from './evidence.ts';
import { grubFact, grubFile, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

export const grubCrashesOnZstd = defineRule({
  id: 'grub-crashes-on-zstd',
  title: 'GRUB crashes while it decompresses zstd',
  level: 'error',
  stage: 'payload',
  evidence: {
    step: number('bytes that GRUB decompresses in one step'),
    limit: number('bytes for which its buffer has room'),
  },
  message: ({ step, limit }) =>
    `GRUB decompresses ${step} bytes of zstd at once, and writes past its buffer after ${limit} bytes.`,
  explanation: paragraphs(
    [
      'GRUB reads zstd since {grub zstd} ({grubCommit zstd}).',
      'It reserves the size of a pointer for the state of its reader, so its output buffer of 128 KiB ends behind the memory that it has.',
    ],
    [
      'A step of the decoder that fills the buffer overwrites the structure of the file behind it.',
      'Every kernel of usual size does that; only tiny images load.',
    ],
    [
      'GRUB prints nothing of it: the guest dies, or prints that a magic number of its memory is broken.',
    ],
  ),
  fix: 'Compress the kernel with gzip (`CONFIG_KERNEL_GZIP=y`), or with xz (`CONFIG_KERNEL_XZ=y`): every GRUB reads them.',
  fixFor: (known) => compressionFix(known, 'zstd'),
  askXen:
    'A GRUB with a fixed reader of zstd, once there is one. Without GRUB (a direct kernel, or pygrub) the toolstack decompresses zstd.',
  references: [grubFact('zstd'), grubFile('grub-core/io/zstdio.c')],
});
