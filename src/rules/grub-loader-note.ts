import { identity, text } from './evidence.ts';
import { grubFile, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';
import { quotedOrUnset } from './words.ts';

export const grubLoaderNote = defineRule({
  id: 'grub-loader-note',
  title: 'GRUB refuses the LOADER note',
  level: 'error',
  stage: 'notes',
  evidence: { loader: identity(text('the `LOADER` note, its first 64 bytes')) },
  message: ({ loader }) =>
    `LOADER is ${quotedOrUnset(loader.replace(/\0$/, ''))}, and GRUB wants exactly "generic".`,
  explanation: paragraphs(
    [
      'GRUB for PV guests compares the note LOADER with `generic`, to its end. Xen compares the start only.',
      'A kernel without the note is fine.',
    ],
    [
      'GRUB prints `invalid loader`, in every release.',
      'The same kernel boots without GRUB where the string only starts with `generic`, or where GUEST_OS starts with `linux`.',
    ],
  ),
  fix: 'Emit a `LOADER` note (type 8) with the string `generic`, NUL terminated, or none.',
  askXen: 'Nothing: every GRUB compares it.',
  references: [grubFile('grub-core/loader/i386/xen_fileXX.c')],
});
