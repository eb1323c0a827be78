import { text } from './evidence.ts';
import { grubFile, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

export const grubGuestString = defineRule({
  id: 'grub-guest-string',
  title: 'GRUB cannot read a number in __xen_guest',
  level: 'error',
  stage: 'notes',
  evidence: {
    name: text('the name of the pair'),
    value: text('its value, the first 32 bytes'),
  },
  message: ({ name, value }) =>
    `${name} in __xen_guest is "${value}", which is no hexadecimal number of 64 bits.`,
  explanation: paragraphs(
    [
      'The section `__xen_guest` holds pairs such as `VIRT_BASE=0xc0000000`, with commas between them.',
      'GRUB reads the numbers as hexadecimal, with or without `0x`, up to 64 bits.',
    ],
    ['GRUB prints `unrecognized number` or `overflow is detected`.'],
  ),
  fix: 'Write the number in hexadecimal digits, or emit ELF notes in place of `__xen_guest`.',
  askXen: 'Nothing: every GRUB refuses it.',
  references: [grubFile('grub-core/loader/i386/xen_fileXX.c')],
});
