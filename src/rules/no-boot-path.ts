import { bySystem } from './known.ts';
import { linuxCommit, paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const noBootPath = defineRule({
  id: 'no-boot-path',
  title: 'The kernel claims no boot path',
  level: 'error',
  stage: 'notes',
  evidence: {},
  message: () => 'Its notes claim no boot path: neither PV nor PVH, neither dom0 nor domU.',
  explanation: paragraphs(
    [
      'With `--boot auto` a kernel is checked on the boot paths that its own notes claim: PV by an entry point for it, PVH by `PHYS32_ENTRY`.',
      'This kernel claims neither, so nothing was checked, and the gate must not pass.',
    ],
    [
      'Xen itself may print nothing.',
      'A kernel with `LOADER` and `XEN_VERSION` but no entry point passes libelf for PV in every release.',
      'Xen assumes an image at address 0, and starts it at the entry address of the ELF header. The domain crashes at once, without a message.',
      'That is a Linux 6.5 or later without `CONFIG_XEN_PV` and `CONFIG_PVH`.',
    ],
  ),
  fix: 'Set `CONFIG_XEN_PVH=y` for PVH, `CONFIG_XEN_PV=y` for PV, and `CONFIG_XEN_DOM0=y` as well for a dom0. If the kernel is not meant for Xen, leave it out of the check. To check it on one path anyway, name the path with `--boot`.',
  fixFor: bySystem(
    'Set `CONFIG_XEN_PVH=y` for PVH, `CONFIG_XEN_PV=y` for PV, and `CONFIG_XEN_DOM0=y` as well for a dom0. If the kernel is not meant for Xen, leave it out of the check. To check it on one path anyway, name the path with `--boot`.',
    'Emit the notes of a boot path: `PHYS32_ENTRY` for PVH; `ENTRY`, `VIRT_BASE`, `XEN_VERSION` and `LOADER` for PV. If the kernel is not meant for Xen, leave it out of the check. To check it on one path anyway, name the path with `--boot`.',
  ),
  askXen: 'Nothing. An HVM guest, which boots through firmware, needs no notes.',
  references: [
    xenFile('docs/misc/pvh.pandoc'),
    xenFile('xen/include/public/elfnote.h'),
    linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980'),
    'https://github.com/QubesOS/qubes-issues/issues/3474',
  ],
});
