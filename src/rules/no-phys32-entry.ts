import { bySystem } from './known.ts';
import { PANIC_WITHOUT_DOM0, paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const noPhys32Entry = defineRule({
  id: 'no-phys32-entry',
  title: 'No PHYS32_ENTRY, so no way to start as PVH',
  level: 'error',
  stage: 'loader',
  evidence: {},
  message: () => 'There is no PHYS32_ENTRY note: the kernel has no entry point for PVH.',
  explanation: paragraphs(
    [
      'A PVH domain starts in 32-bit mode with paging off, at the physical address in the note `PHYS32_ENTRY` (type 18).',
      'This kernel has no such note; its other notes make it a PV kernel.',
    ],
    [
      'For dom0 Xen prints `Unable to find XEN_ELFNOTE_PHYS32_ENTRY address` and `Failed to load Dom0 kernel`.',
      PANIC_WITHOUT_DOM0,
      'The toolstack prints `xc_dom_guest_type: image not capable of booting inside a HVM container`, in all releases that have PVH guests (96edb111dde9).',
    ],
    [
      'Since {dated parses-for-pvh} libelf compares what it has instead, the entry address of the ELF header, with the physical range of the image.',
      'Where that address is a virtual one, dom0 already fails with `ERROR: ELF start or entries are out of bounds`.',
      'The toolstack then prints `xc_dom_parse_hvm_kernel: ELF image is not 32bit` for a bare 64-bit ELF file and `xc_dom_find_loader: no loader found` for a bzImage; a bare 32-bit file is `taken-for-firmware`.',
    ],
    [
      'GRUB in a PVH guest (`pvhgrub-domu`) does not read the note: it starts a Linux at the 32-bit entry of a PC.',
      'There only the code of `CONFIG_XEN_PVH` finds out that the guest is PVH, and that option emits the note.',
      'So a Linux without the note is loaded, and fails at its start.',
    ],
  ),
  fix: 'Set `CONFIG_XEN_PVH=y` (Linux 4.11 or later). Other kernels emit `PHYS32_ENTRY` with the physical address of a 32-bit entry point that follows the PVH boot protocol.',
  fixFor: bySystem(
    'Set `CONFIG_XEN_PVH=y` (Linux 4.11 or later), or do not require the PVH boot paths of this kernel.',
    'Emit `PHYS32_ENTRY` (note type 18) with the physical address of a 32-bit entry point that follows the PVH boot protocol, or do not require the PVH boot paths.',
  ),
  askXen:
    'Nothing: no release starts a PVH domain without the note. As a PV domain the kernel may boot.',
  references: [
    xenFile('docs/misc/pvh.pandoc'),
    xenCommit('96edb111dde9ad7698a6fc2eaf2e49db507b0ed4'),
    xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
    xenFile('xen/arch/x86/hvm/dom0_build.c'),
    'https://github.com/QubesOS/qubes-issues/issues/3474',
  ],
});
