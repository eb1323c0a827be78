import { describePeFault } from '../kernel/pe-kernel.ts';
import { identity, number, oneOf, orNull, text } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const damagedUnifiedImage = defineRule({
  id: 'damaged-unified-image',
  title: "A section of Xen's unified image is not loaded whole",
  level: 'error',
  stage: 'container',
  evidence: {
    fault: identity(
      oneOf(
        'what is wrong: it ends after the file, is larger in memory, shares addresses or its name',
        'cut',
        'short',
        'overlap',
        'twice',
      ),
    ),
    section: identity(text('name of the section')),
    other: identity(
      orNull(text('name of the section that overlaps with it; null for another fault')),
    ),
    end: number(
      'where the section ends: in the file, or, of `overlap`, in memory from the base of the image',
    ),
    size: number('bytes of the file, or, of `short`, of the section in the file'),
  },
  message: describePeFault,
  explanation: paragraphs(
    [
      'A unified image is `xen.efi` with more sections: `.config`, `.kernel`, `.ramdisk`, `.ucode` and `.xsm`. Xen reads them since {since efi-unified-image}.',
      'EFI firmware copies each section to its address, and Xen reads it there. Xen takes the first section of a name, and its size in memory.',
      'Here one of them is not in memory as it was added.',
    ],
    [
      'The usual cause is a recipe with fixed addresses and a kernel that grew.',
      'In the example of the documentation of Xen, `.kernel` is at 0xffff82d041100000 and `.ramdisk` at 0xffff82d042000000: that leaves 15 MiB for the kernel.',
    ],
    [
      'Where sections overlap, Xen prints nothing about it: it loads a damaged kernel or initramfs, or the kernel finds none.',
      'Where a section ends after the file, firmware refuses to start the image.',
    ],
  ),
  fix: 'Add each section once, at an address behind the end of the one before, rounded up to 4 KiB. Compute the addresses from the sizes of the files (`--change-section-vma` of `objcopy`), in place of fixed ones.',
  askXen: 'Nothing: firmware loads the sections before Xen runs.',
  references: [
    xenCommit('8a71d50ed40bfa78c37722dc11995ac2563662c3'),
    xenFile('docs/misc/efi.pandoc'),
    xenFile('xen/common/efi/pe.c'),
  ],
});
