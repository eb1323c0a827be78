import { codec } from './codec-field.ts';
import { identity, number, orNull } from './evidence.ts';
import { bySystem } from './known.ts';
import { paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

export const payloadTooLarge = defineRule({
  id: 'payload-too-large',
  title: 'The kernel is larger than 1 GiB',
  level: 'error',
  stage: 'payload',
  evidence: {
    codec: identity(orNull(codec('the compression; `null` where the file itself is too large'))),
    size: orNull(
      number(
        'bytes of the file, or of what the stream decompresses to; `null` where that is not known',
      ),
    ),
    stream: orNull(
      number('where the stream starts in the file, in bytes; `null` where the file is too large'),
    ),
    length: orNull(
      number('bytes of the payload, where the toolstack starts with as large a buffer'),
    ),
    limit: orNull(number('bytes beyond which the toolstack cannot enlarge that buffer')),
  },
  message({ codec, size, stream, length, limit }) {
    if (codec === null) {
      return `The file has ${size} bytes, and the toolstack maps none of more than 1 GiB.`;
    }
    return limit === null
      ? `The ${codec} stream at byte ${stream} decompresses to more than 1 GiB.`
      : `The payload decompresses to ${size} bytes, and the toolstack of this release cannot enlarge its buffer beyond ${limit} bytes. The buffer starts with the ${length} bytes of the payload and doubles.`;
  },
  explanation: paragraphs(
    [
      'A small file can decompress to a huge one and use all memory of the host. So the toolstack refuses a kernel of more than 1 GiB since {firsts domu-limits-size} (XSA-25, CVE-2012-4544).',
      'It prints `kernel image too large`, then `xc_dom_find_loader: no loader found`.',
    ],
    [
      'It maps no file of more than 1 GiB either, compressed or not, and prints `tried to map file which is too large`.',
      'A `vmlinux` with debug information can be that large.',
      'This holds for the file that `kernel=` names. A kernel that a bootloader such as pygrub takes from a disk has no such limit.',
    ],
    [
      'It compares the size that the last four bytes of the payload declare.',
      'If a hand-made payload lacks them, the number is random, and the message is the same.',
    ],
    [
      'The hypervisor has no such limit for dom0, but needs that much memory below 4 GiB, or panics with `Not enough memory to relocate the dom0 kernel image`.',
    ],
  ),
  fix: 'Strip the debug information of a `vmlinux` (`strip --strip-debug`). In a compressed kernel, first check the last four bytes of the payload: they must be the decompressed size, little endian. If the kernel is that large, load its initramfs as a ramdisk, without `CONFIG_INITRAMFS_SOURCE`.',
  fixFor: bySystem(
    'Strip the debug information of a `vmlinux` (`strip --strip-debug`). In a compressed kernel, first check the last four bytes of the payload: they must be the decompressed size, little endian. If the kernel is that large, load its initramfs as a ramdisk, without `CONFIG_INITRAMFS_SOURCE`.',
    'Strip the debug information of the ELF file (`strip --strip-debug`). In a compressed kernel, first check the last four bytes: they must be the decompressed size, little endian.',
  ),
  askXen: 'Nothing: the limit is a security fix.',
  references: [
    xenCommit('127c78b8b7615b2e895a879792f4b0b825a02a81'),
    xenCommit('fdd0127ae221c1d7da709a7a5b2321fd7c239652'),
    xenCommit('7ce4c765975097bddffaa2fc482d5c16355687af'),
    'https://xenbits.xen.org/xsa/advisory-25.html',
  ],
});
