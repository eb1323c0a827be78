import { codec } from './codec-field.ts';
import { flag, identity, number, oneOf, text } from './evidence.ts';
import { LINUX_BOOT_PROTOCOL, paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const corruptPayload = defineRule({
  id: 'corrupt-payload',
  title: 'The payload is damaged',
  level: 'error',
  stage: 'payload',
  evidence: {
    codec: identity(codec('the compression')),
    fault: identity(
      oneOf(
        '`corrupt`, `truncated`, `unsupported` or `trailing-data`',
        'corrupt',
        'truncated',
        'unsupported',
        'trailing-data',
      ),
    ),
    offset: number('where it shows, in bytes from the start of the stream'),
    stream: number('where the stream starts in the file, in bytes'),
    detail: text('what is wrong, a clause'),
    loads: flag('whether Xen does not look, and starts the damaged kernel'),
  },
  message({ codec, fault, offset, stream, detail, loads }) {
    const name = `The ${codec} stream at byte ${stream}`;
    switch (fault) {
      case 'corrupt': {
        const message = `${name} is corrupt at byte ${offset} of it: ${detail}.`;
        return loads
          ? `${message} Xen does not check that, and starts the damaged kernel.`
          : message;
      }
      case 'truncated':
        return `${name} is cut short after ${offset} bytes: ${detail}.`;
      case 'unsupported':
        return `${name} has a feature that no kernel build uses: ${detail}.`;
      case 'trailing-data':
        return `${name} ends after ${offset} bytes, but ${detail}, and the toolstack decompresses that, too.`;
    }
  },
  explanation: paragraphs(
    [
      'The compressed kernel is damaged: it ends too early, a checksum does not match, its bytes are invalid, or it uses a feature that no kernel build uses.',
      'Xen must decompress it first, so it does not boot.',
    ],
    [
      'The toolstack prints `unable to XZ decompress kernel`, or the same with the name of another compression, then `xc_dom_find_loader: no loader found`.',
      'The hypervisor prints the message of its decoder, such as `XZ-compressed data is corrupt` or `Decoding failed`; for gzip it panics with one, such as `crc error`.',
      'Some damage makes a decoder hang, or crash early in the boot.',
    ],
    [
      'There is one exception: since {since domu-trusts-size-trailer} the toolstack stops after as many bytes as the last four bytes declare ({commit domu-trusts-size-trailer}).',
      'So it accepts an xz, lzma or bzip2 stream that is cut after them.',
    ],
    [
      'Payloads in lz4 have no checksum, and Xen does not compare those of lzo. It loads the decoded bytes of a damaged payload, and the kernel fails later. The report says that such a kernel loads and fails at its start.',
    ],
  ),
  fix: 'Build or copy the image again and compare its checksum with that of the build. If it is damaged there already, look for a full disk, or for a step that signs, strips or patches the file.',
  askXen: 'Nothing: no release can load a damaged payload.',
  references: [
    xenCommit('d3d9889467ca4a0ddc5dc9222d353c37a3e8dc6a'),
    xenFile('xen/common/decompress.c'),
    xenFile('tools/libs/guest/xg_dom_bzimageloader.c'),
    LINUX_BOOT_PROTOCOL,
  ],
});
