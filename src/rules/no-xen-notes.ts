import { paragraphs, TOOLSTACK_AFTER_NOTES, xenCommit, xenFile } from './prose.ts';
import type { Rule } from './rule.ts';

export const noXenNotes: Rule = {
  id: 'no-xen-notes',
  title: 'No Xen notes in the kernel',
  level: 'error',
  stage: 'notes',
  explanation: paragraphs(
    [
      'Xen learns how to start a kernel from ELF notes with the name `Xen`.',
      'It looks for them in the `PT_NOTE` segments, then in the `SHT_NOTE` sections, then for the older section `__xen_guest`, the last for PV alone since 4.16.0 (dec25a2cd1c8).',
      'This kernel has none of them where Xen looks.',
    ],
    [
      "`ERROR: Not a Xen-ELF image: No ELF notes or '__xen_guest' section found` is printed only where the file has no notes at all.",
      'Where it has notes of others, and a GNU build id is enough, Xen goes one check further and prints `Will only load images built for the generic loader or Linux images`.',
    ],
    [TOOLSTACK_AFTER_NOTES],
    [
      'Either the kernel was built without Xen support, or a linker script, `strip` or `objcopy` threw the notes away.',
    ],
  ),
  fix: 'Build Linux with `CONFIG_XEN=y` and `CONFIG_XEN_PV=y`, `CONFIG_XEN_PVH=y` or both. With a linker script of your own, keep `.note.Xen` and put it into a `PT_NOTE` segment.',
  askXen:
    'Nothing: no release starts a kernel without notes as PV or PVH. As an HVM guest, behind firmware, it needs none.',
  references: [
    xenFile('xen/include/public/elfnote.h'),
    xenFile('xen/common/libelf/libelf-dominfo.c'),
    xenCommit('dec25a2cd1c8089a39900ed978c8e7ab62d2a4d4'),
    xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
  ],
};
