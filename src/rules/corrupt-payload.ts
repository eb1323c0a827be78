import { LINUX_BOOT_PROTOCOL, paragraphs, xenFile } from './prose.ts';
import type { Rule } from './rule.ts';

export const corruptPayload: Rule = {
  id: 'corrupt-payload',
  title: 'The payload is damaged',
  level: 'error',
  stage: 'payload',
  explanation: paragraphs(
    [
      'The compressed kernel is not a whole, sound stream: it ends too early, a checksum does not match, its bytes contradict the format, or it asks for something that no kernel build uses.',
      'Xen has to unpack it before it can do anything else, so no release boots it.',
    ],
    [
      'What that looks like differs.',
      'The toolstack prints `unable to XZ decompress kernel`, or the same with the name of another compression, then `xc_dom_find_loader: no loader found`.',
      "The hypervisor prints its decoder's complaint, such as `XZ-compressed data is corrupt` or `Decoding failed`; for gzip it panics with one, such as `crc error`.",
      'Where the damage leads a decoder astray, a hang or a fault early in the boot is possible as well.',
    ],
    [
      'Payloads in lz4 carry no checksum: a damaged one may unpack and fail later, as a broken ELF file or a kernel that crashes.',
    ],
  ),
  fix: 'Build or copy the image again and compare its checksum with that of the build. If it is damaged there already, look for a full disk, or for a step that signs, strips or patches the file.',
  askXen: 'Nothing: no release boots it.',
  references: [
    xenFile('xen/common/decompress.c'),
    xenFile('tools/libs/guest/xg_dom_bzimageloader.c'),
    LINUX_BOOT_PROTOCOL,
  ],
};
