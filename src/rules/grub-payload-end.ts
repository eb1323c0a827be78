import { codec } from './codec-field.ts';
import { flag, identity, number } from './evidence.ts';
import { grubFact, grubFile, LINUX_BOOT_PROTOCOL, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

export const grubPayloadEnd = defineRule({
  id: 'grub-payload-end',
  title: 'GRUB finds no sound start or end of the compressed stream',
  level: 'error',
  stage: 'payload',
  evidence: {
    codec: identity(codec('the compression')),
    stream: number('where the stream starts in the file, in bytes'),
    length: number('bytes of the payload, or of the file'),
    whole: flag('whether the file is compressed as a whole, and not the payload of a bzImage'),
  },
  message: ({ codec, stream, length }) =>
    `The ${codec} stream at byte ${stream} does not fill its ${length} bytes as GRUB expects, so GRUB does not take it for ${codec}.`,
  explanation: paragraphs(
    [
      'GRUB looks at the end of a stream before it decompresses it.',
      'A stream in xz must end with its index and footer, and one in lzo with its end mark.',
      'In gzip the header must have no checksum of its own.',
    ],
    [
      'Linux appends the size to a payload in xz, and GRUB cuts off four bytes there, whatever they are ({grubCommit payload-cuts-size-of-xz}).',
      'A payload without the size, with padding behind it, or cut short has no footer at its end then.',
      'Padding, several streams, or bytes behind the stream have the same effect.',
      'GRUB prints `not xen image`.',
    ],
  ),
  fix: 'Compress the kernel as the build of Linux does: one stream, then for xz the size in four bytes, and nothing behind. Look for a step after the build that pads, signs or cuts the image.',
  askXen: 'Nothing: every GRUB reads the end of the stream.',
  references: [
    grubFact('payload-cuts-size-of-xz'),
    grubFile('grub-core/io/xzio.c'),
    grubFile('grub-core/io/lzopio.c'),
    LINUX_BOOT_PROTOCOL,
  ],
});
