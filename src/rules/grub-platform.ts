import { identity, number, oneOf, orNull, text } from './evidence.ts';
import { paeFix } from './pae-fix.ts';
import { grubFile, paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const grubPlatform = defineRule({
  id: 'grub-platform',
  title: 'GRUB for PV guests does not load kernels of this kind',
  level: 'error',
  stage: 'loader',
  evidence: {
    fault: identity(
      oneOf(
        '`elf-type`: the class and machine of the ELF file; or `pae-mode`',
        'elf-type',
        'pae-mode',
      ),
    ),
    bits: identity(oneOf('32 or 64, the class of the ELF file', 32, 64)),
    machine: identity(number('`e_machine` of the ELF file')),
    paeMode: identity(orNull(text('the PAE_MODE note; `null` where there is none'))),
  },
  message({ fault, bits, machine, paeMode }) {
    if (fault === 'elf-type') {
      return `The kernel is a ${bits}-bit ELF file for machine ${machine}: GRUB takes 64-bit x86_64 and 32-bit i386, little endian.`;
    }
    if (bits === 64) return 'The kernel is for x86_64, and this GRUB is built for i386-xen.';
    return paeMode === null
      ? 'The kernel is for i386 and has no PAE_MODE note: GRUB takes it for one without PAE.'
      : `PAE_MODE is "${paeMode}": GRUB knows "yes", "bimodal" and "yes,bimodal", exactly.`;
  },
  explanation: paragraphs(
    [
      'GRUB has two platforms for PV guests. x86_64-xen loads 64-bit kernels for x86_64, and i386-xen loads 32-bit kernels with PAE.',
      'The PAE_MODE note of a 32-bit kernel must be one of three strings. `yes[extended-cr3]` is none of them, though `__xen_guest` may have it.',
      'In `__xen_guest` every pair needs a comma behind it: a `PAE=yes` at the end is not seen.',
    ],
    [
      'GRUB prints `unknown ELF type`, or `incompatible architecture: N`, where 1 is i386 without PAE, 2 with PAE, 3 both, and 4 x86_64.',
    ],
  ),
  fix: 'Build the kernel for x86_64. If it must be 32-bit, build it with PAE (`CONFIG_X86_PAE=y` on Linux) and give it a `PAE_MODE` note (type 9) with the string `yes`, NUL terminated.',
  fixFor: paeFix,
  askXen: 'Nothing: no GRUB has another platform for PV guests.',
  references: [
    grubFile('grub-core/loader/i386/xen_fileXX.c'),
    grubFile('grub-core/loader/i386/xen.c'),
    xenFile('xen/include/public/elfnote.h'),
  ],
});
