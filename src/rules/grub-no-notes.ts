import { identity, number, oneOf } from './evidence.ts';
import { bySystem } from './known.ts';
import { grubFact, grubFile, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

export const grubNoNotes = defineRule({
  id: 'grub-no-notes',
  title: 'GRUB finds no Xen notes in the kernel',
  level: 'error',
  stage: 'notes',
  evidence: {
    why: identity(
      oneOf('`sections`: this GRUB does not look at note sections; or `none`', 'sections', 'none'),
    ),
    sections: number('how many note sections the kernel has'),
  },
  message: ({ why }) =>
    why === 'sections'
      ? 'No PT_NOTE segment has a note of Xen, and this GRUB does not look at sections of notes.'
      : 'The kernel has no note with the owner "Xen", and no section __xen_guest.',
  explanation: paragraphs(
    [
      'GRUB for PV guests reads the ELF notes with the owner `Xen`, in the `PT_NOTE` segments.',
      'Where there is none it looks at the `SHT_NOTE` sections, since {grub note-sections} ({grubCommit note-sections}), and then at the section `__xen_guest`.',
    ],
    ['GRUB prints `no XEN note found`, or `no XEN note` for a file without sections.'],
  ),
  fix: 'Emit the notes with the owner `Xen`, in a section of the type `SHT_NOTE` that a `PT_NOTE` segment covers. Linux does so with `CONFIG_XEN=y` and `CONFIG_XEN_PV=y`.',
  fixFor: bySystem(
    'Build Linux with `CONFIG_XEN=y` and `CONFIG_XEN_PV=y`. If they are set, look for what drops `.note.Xen`, or its segment, at link time.',
    'Cover the section of the notes with a `PT_NOTE` segment in the linker script.',
  ),
  askXen: 'A newer GRUB, where the kernel has its notes in sections only.',
  references: [grubFact('note-sections'), grubFile('grub-core/loader/i386/xen_fileXX.c')],
});
