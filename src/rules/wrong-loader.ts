import { withDates } from '../programs/xen/dates.ts';
import { identity, text } from './evidence.ts';
import { bySystem } from './known.ts';
import { paragraphs, TOOLSTACK_AFTER_NOTES, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';
import { quotedOrUnset } from './words.ts';

export const wrongLoader = defineRule({
  id: 'wrong-loader',
  title: 'Neither the generic loader nor Linux',
  level: 'error',
  stage: 'notes',
  evidence: {
    loader: identity(text('the `LOADER` note; empty where there is none')),
    guestOs: identity(text('the `GUEST_OS` note; empty where there is none')),
  },
  message: ({ loader, guestOs }) =>
    `LOADER is ${quotedOrUnset(loader)} and GUEST_OS is ${quotedOrUnset(guestOs)}: Xen needs a LOADER that starts with "generic" or a GUEST_OS that starts with "linux".`,
  explanation: paragraphs(
    [
      'Xen starts a kernel only if its `LOADER` note begins with `generic` or its `GUEST_OS` note with `linux`, in lower case.',
      'All releases check it.',
      'A PVH kernel with `PHYS32_ENTRY` needs neither since {dated phys32-entry-suffices}. By mistake, neither did a PV kernel with it; {since parses-for-pvh} fixed that ({commit parses-for-pvh}).',
    ],
    [
      'Xen prints `ERROR: Will only load images built for the generic loader or Linux images`.',
      'Since {since names-what-it-refuses} the two values follow, and since {firsts phys32-entry-suffices} `or with PHYS32_ENTRY set`.',
      TOOLSTACK_AFTER_NOTES,
    ],
    [
      'Two empty values mean that Xen found neither note, but others, such as `PHYS32_ENTRY`.',
      'A kernel without any Xen note gets the same line: see `no-xen-notes`.',
    ],
  ),
  fix: 'Emit a `LOADER` note (type 8) with the string `generic`, NUL terminated. On Linux all Xen notes come with `CONFIG_XEN=y`; if it is set, look for a link step that moves or drops them.',
  fixFor: bySystem(
    'Set `CONFIG_XEN=y` and, for PV, `CONFIG_XEN_PV=y`: all Xen notes of Linux come with them. If they are set, look for a link step that moves or drops them.',
    'Emit a `LOADER` note (type 8) with the string `generic`, NUL terminated: only a kernel whose `GUEST_OS` begins with `linux` does not need it.',
  ),
  askXen: withDates(
    'For a PVH kernel with `PHYS32_ENTRY` and nothing else: {orLater phys32-entry-suffices}. Nothing for PV.',
  ),
  references: [
    xenCommit('2dd3e229494649fcf3309f8e2ccecece2a2d1685'),
    xenCommit('4621c10f489de827742f95c31ac0f43fc3bcde88'),
    xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
    xenCommit('e6564c634863680f6541e07ce2f77f17d45ce52e'),
    xenFile('xen/include/public/elfnote.h'),
    xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
  ],
});
