import { identity, oneOf, orNull, text } from './evidence.ts';
import { bySystem } from './known.ts';
import { paragraphs, TOOLSTACK_AFTER_NOTES, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';
import { describeNearMisses, fixOfNearMiss, unreadNotes } from './unread-notes.ts';

const KEEP_THEM =
  'Look for what drops the notes at link time, and put them into a `PT_NOTE` segment.';

const MISSING = {
  sections: 'The ELF file has no note segment, no note section and no __xen_guest section.',
  owner: 'No note of the ELF file has the owner "Xen", and there is no section __xen_guest.',
  pvh: 'No note of the ELF file has the owner "Xen", and Xen reads the section __xen_guest for PV only.',
} as const;

export const noXenNotes = defineRule({
  id: 'no-xen-notes',
  title: 'No Xen notes in the kernel',
  level: 'error',
  stage: 'notes',
  evidence: {
    ...unreadNotes,
    owner: identity(
      orNull(text('who owns the notes that look like those of Xen, where that is the mistake')),
    ),
    why: identity(
      orNull(
        oneOf(
          '`other-owner` or `no-note-section`, where there are such notes',
          'other-owner',
          'no-note-section',
        ),
      ),
    ),
    missing: oneOf(
      'what is missing: all `sections` of notes, an `owner` Xen among the notes, or that for `pvh`',
      'sections',
      'owner',
      'pvh',
    ),
  },
  message: ({ missing, unread, conflict }) =>
    [MISSING[missing], ...describeNearMisses({ unread, conflict })].join(' '),
  explanation: paragraphs(
    [
      'Xen learns how to start a kernel from ELF notes with the owner `Xen`.',
      'It looks for them in the `PT_NOTE` segments, then in the `SHT_NOTE` sections, then for the older section `__xen_guest`, the last for PV alone since {dated pvh-ignores-xen-guest}.',
      'This kernel has none of them where Xen looks.',
    ],
    [
      "`ERROR: Not a Xen-ELF image: No ELF notes or '__xen_guest' section found` is printed only where the file has no notes at all.",
      'Where it has notes of others, and a GNU build id is enough, Xen goes one check further and prints `Will only load images built for the generic loader or Linux images`.',
      TOOLSTACK_AFTER_NOTES,
    ],
    [
      'Either the kernel was built without Xen support, or a linker script, `strip` or `objcopy` threw the notes away, or they are there and not as Xen reads them.',
      'The message names what looks like notes of Xen: notes with the types and values of its own and another owner (`xen`, or the word `name` where an assembler macro has it), and the text of notes in a section that is no note section.',
    ],
  ),
  fix: 'Emit the notes with the owner `Xen`, in a section of the type `SHT_NOTE` that a `PT_NOTE` segment covers. Linux does so with `CONFIG_XEN=y` and `CONFIG_XEN_PV=y`, `CONFIG_XEN_PVH=y` or both.',
  fixFor: (known) => fixOfNearMiss(known.evidence) ?? fixOfSystem(known),
  askXen:
    'Nothing: no release starts a kernel without notes as PV or PVH. As an HVM guest, behind firmware, it needs none.',
  references: [
    xenFile('xen/include/public/elfnote.h'),
    xenFile('xen/common/libelf/libelf-dominfo.c'),
    xenCommit('dec25a2cd1c8089a39900ed978c8e7ab62d2a4d4'),
    xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
  ],
});

const fixOfSystem = bySystem(
  `Build Linux with \`CONFIG_XEN=y\` and \`CONFIG_XEN_PV=y\`, \`CONFIG_XEN_PVH=y\` or both. If they are set, look for what drops \`.note.Xen\` at link time.`,
  `Emit the notes with the owner \`Xen\`, in a section of the type \`SHT_NOTE\`. ${KEEP_THEM}`,
);
