import { identity, number, oneOf } from './evidence.ts';
import { grubFact, grubFile, LINUX_BOOT_PROTOCOL, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

export const grubLinuxHeader = defineRule({
  id: 'grub-linux-header',
  title: 'GRUB in a PVH guest refuses the Linux header',
  level: 'error',
  stage: 'container',
  evidence: {
    fault: identity(
      oneOf(
        'what is wrong, such as `boot-flag`',
        'boot-flag',
        'setup-sectors',
        'protocol',
        'loaded-low',
      ),
    ),
    value: number('what the field holds; 0 for a protocol without a header'),
  },
  message({ fault, value }) {
    switch (fault) {
      case 'boot-flag':
        return `The file is no bzImage: it has 0x${value.toString(16)} at offset 0x1fe, and not 0xaa55.`;
      case 'setup-sectors':
        return `The bzImage has ${value} sectors of setup code: GRUB takes 64 at most.`;
      case 'protocol':
        return 'The bzImage has a boot protocol before 2.03, or none.';
      case 'loaded-low':
        return 'The bzImage is to be loaded below 1 MiB (bit 0 of loadflags is not set), which is not possible in 32-bit mode.';
    }
  },
  explanation: paragraphs(
    [
      'GRUB for PVH guests (i386-xen_pvh, since {grub pvh-platform}) loads Linux by the 32-bit boot protocol, as on a PC.',
      'It looks at the setup header of the bzImage, and neither at its payload nor at its notes. The kernel decompresses itself.',
    ],
    [
      'An ELF kernel has no such header, and the command `linux` refuses it. `multiboot2` may load one that has a Multiboot header.',
      "GRUB prints `invalid magic number`, `too many setup sectors`, `version too old for 32-bit boot`, or `zImage doesn't support 32-bit boot`.",
    ],
  ),
  fix: 'Install `arch/x86/boot/bzImage` of the kernel build. For a kernel that is no Linux, start it without GRUB: `kernel=` in the configuration of the guest.',
  askXen: 'A direct kernel (`kernel=`) for an ELF file with the note PHYS32_ENTRY.',
  references: [
    grubFact('pvh-platform'),
    grubFile('grub-core/loader/i386/linux.c'),
    LINUX_BOOT_PROTOCOL,
  ],
});
