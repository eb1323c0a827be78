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
      'ELF notes with the owner `Xen` describe how to start a kernel.',
      'Xen looks for them in the `PT_NOTE` segments, then in the `SHT_NOTE` sections, then in the older section `__xen_guest`. Since {dated pvh-ignores-xen-guest} it reads that section only for PV.',
      'This kernel has none of them there.',
    ],
    [
      "`ERROR: Not a Xen-ELF image: No ELF notes or '__xen_guest' section found` is printed only if the file has no notes at all.",
      'If it has notes with other owners, such as a GNU build id, Xen makes one more check and prints `Will only load images built for the generic loader or Linux images`.',
      TOOLSTACK_AFTER_NOTES,
    ],
    [
      'There are three causes: the kernel was built without Xen support; a linker script, `strip` or `objcopy` removed the notes; or Xen cannot read them.',
      'The message names data that looks like Xen notes.',
      'These are notes with the types and values of Xen but another owner, such as `xen`, or `name` from an assembler macro. Or they are in a section that is no note section.',
    ],
  ),
  fix: 'Emit the notes with the owner `Xen`, in a section of the type `SHT_NOTE` that a `PT_NOTE` segment covers. Linux does so with `CONFIG_XEN=y` and `CONFIG_XEN_PV=y`, `CONFIG_XEN_PVH=y` or both.',
  fixFor: (known) => fixOfNearMiss(known.evidence) ?? fixOfSystem(known),
  askXen:
    'Nothing: no release starts a kernel without notes as PV or PVH. An HVM guest, which boots through firmware, needs none.',
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
