import { describeFile } from '../kernel/name-file.ts';
import { OTHER_FORMATS, type OtherFormatId } from '../kernel/other-formats.ts';
import { codec } from './codec-field.ts';
import { identity, number, oneOf, orNull, text } from './evidence.ts';
import { LINUX_BOOT_PROTOCOL, paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

export const notAKernel = defineRule({
  id: 'not-a-kernel',
  title: 'Not a kernel that Xen can read',
  level: 'error',
  stage: 'container',
  evidence: {
    format: identity(
      orNull(
        oneOf(
          'what the file is, such as `deb` or `uki`; `null` where that is not known',
          'empty',
          ...(Object.keys(OTHER_FORMATS) as OtherFormatId[]),
        ),
      ),
    ),
    found: oneOf(
      'what there is: another `file`, a `too-short` ELF file, one without `magic`, a compressed `bzimage`, or other `contents`',
      'file',
      'too-short',
      'magic',
      'bzimage',
      'contents',
    ),
    codec: orNull(codec('the compression of the file, or of the payload; `null` for none')),
    arch: orNull(text('the architecture of an ELF file that is not for x86')),
    size: orNull(number('bytes of a file that is too short')),
    stream: orNull(number('where a payload without an ELF file starts in the file, in bytes')),
  },
  message({ format, found, arch, codec, size, stream }) {
    switch (found) {
      case 'file':
        if (format === null) return 'The file is neither a bzImage nor an ELF file.';
        if (format === 'empty') return 'The file is empty.';
        return `The file is ${describeFile({ format, arch, codec })}, which Xen does not load.`;
      case 'too-short':
        return `The file is not an ELF binary: it has ${size} bytes.`;
      case 'magic':
        return 'The file is not an ELF binary: it does not start with the ELF magic.';
      case 'bzimage':
        return `The file is a bzImage that is compressed with ${codec}: the hypervisor decompresses it and expects an ELF file.`;
      case 'contents':
        return `The ${codec} stream at byte ${stream} does not hold an ELF file.`;
    }
  },
  explanation: paragraphs(
    [
      'Xen loads an ELF file, or a Linux bzImage (the letters `HdrS` at offset 0x202) that has one as its payload.',
      'For a guest, either may be in gzip. For dom0, the hypervisor decompresses a bare ELF file since {since dom0-bare-compressed-elf}.',
      'This file is neither. The message names its format if it is known: a package, an archive, a unified kernel image, an EFI zboot image, an initramfs and others. Only Xen on Arm loads an `Image` for Arm.',
    ],
    [
      'No release loads it on x86.',
      'The hypervisor prints `ELF: not an ELF binary` (`elf_init: not an ELF binary` before {since plain-libelf-messages}), the toolstack `xc_dom_find_loader: no loader found`.',
    ],
  ),
  fix: 'Ship `arch/x86/boot/bzImage` or the `vmlinux` ELF file of the kernel build. For a package, an archive or a unified kernel image, extract the kernel first.',
  fixFor: ({ evidence: { format } }) => {
    if (format === 'empty') return 'Find out why the build wrote nothing to it.';
    return format && OTHER_FORMATS[format].advice;
  },
  askXen:
    'Nothing: no release for x86 reads this file. A unified kernel image can boot in an HVM guest through UEFI firmware, where Xen does not load the kernel.',
  references: [
    xenCommit('3a2aa7c24835359f3b3e04364ecabed5a1df2127'),
    xenCommit('e2b1ebf4de503eef701bf122362355ec11af34f3'),
    xenCommit('f3bf1dc1689aea30d3026d533a3e2130b51d439b'),
    LINUX_BOOT_PROTOCOL,
  ],
});
