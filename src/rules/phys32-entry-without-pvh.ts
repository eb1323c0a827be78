import { orNull, text } from './evidence.ts';
import { linuxCommit, paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const phys32EntryWithoutPvh = defineRule({
  id: 'phys32-entry-without-pvh',
  title: 'A PVH entry point without the code for Xen',
  level: 'error',
  stage: 'start',
  evidence: {
    supportedFeatures: orNull(
      text('the bits of SUPPORTED_FEATURES, in hexadecimal; `null`: PHYS32_ENTRY is the only note'),
    ),
  },
  message: ({ supportedFeatures }) =>
    supportedFeatures === null
      ? 'This Linux has PHYS32_ENTRY and no other note for Xen: it was built without CONFIG_XEN.'
      : `There is PHYS32_ENTRY, but SUPPORTED_FEATURES is ${supportedFeatures}, without the bit that Linux sets with CONFIG_XEN_PVH (0x8000).`,
  explanation: paragraphs(
    [
      'Linux emits `PHYS32_ENTRY` with `CONFIG_PVH=y`, which is meant for KVM too, but only `CONFIG_XEN_PVH=y` adds what must happen there under Xen.',
      'Several distributions set the first without the second.',
    ],
    [
      'Xen accepts such a kernel, because the note is all that it asks for.',
      'The kernel finds out that it is on Xen, tries to print `Missing xen PVH initialization`, and crashes with a triple fault.',
      'That message goes to the debug console of Xen at best. Most users see a domain that starts and disappears.',
    ],
    [
      'Two things show it: a `SUPPORTED_FEATURES` note without bit 15, which Linux sets with `CONFIG_XEN_PVH=y` since 6.5, or a Linux with no other Xen note, because `CONFIG_XEN` is off.',
      'Before 6.5 Linux sets that bit always, so the check does not find an older kernel of this kind.',
    ],
  ),
  fix: 'Set `CONFIG_XEN_PVH=y`, which needs `CONFIG_XEN=y` and `CONFIG_XEN_PVHVM=y`. If the kernel is not meant for Xen, leave it out of the check.',
  askXen: 'Nothing: the note promises what the kernel does not have. As an HVM guest it may boot.',
  references: [
    'https://lkml.iu.edu/hypermail/linux/kernel/2602.3/00966.html',
    linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980'),
    'https://github.com/torvalds/linux/blob/v6.12/arch/x86/platform/pvh/enlighten.c',
    xenFile('xen/include/public/features.h'),
    xenFile('docs/misc/pvh.pandoc'),
  ],
});
