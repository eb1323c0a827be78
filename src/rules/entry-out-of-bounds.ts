import { withDates } from '../programs/xen/dates.ts';
import { address, flag, identity, oneOf, orNull } from './evidence.ts';
import { bySystem } from './known.ts';
import { linuxCommit, paragraphs, TOOLSTACK_AFTER_NOTES, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const entryOutOfBounds = defineRule({
  id: 'entry-out-of-bounds',
  title: 'The entry point is outside the image',
  level: 'error',
  stage: 'notes',
  evidence: {
    note: identity(
      orNull(
        oneOf(
          'the note that is wrong, or missing so that `e_entry` stands for it; `null` where there is no image',
          'VIRT_BASE',
          'ENTRY',
          'PHYS32_ENTRY',
          'BSD_SYMTAB',
        ),
      ),
    ),
    address: orNull(address('the value of the note, or of `e_entry`')),
    isMissing: flag('whether the note is missing, so that `e_entry` stands for it'),
    start: address('first address of the image'),
    end: address('first address after it'),
  },
  message({ note, address, isMissing, start, end }) {
    const image = `the image, which takes ${start} to ${end}`;
    switch (note) {
      case null:
        return 'The ELF file has no loadable segment, or its segments wrap around the address space.';
      case 'BSD_SYMTAB':
        return `With the symbol table that BSD_SYMTAB puts after the image it would take ${start} to ${end}, and its end or its entry is outside.`;
      case 'VIRT_BASE':
        return `VIRT_BASE is ${address}, above the start of ${image}.`;
      default: {
        const name = isMissing ? `e_entry (there is no ${note})` : note;
        return `${name} is ${address}, outside ${image}.`;
      }
    }
  },
  explanation: paragraphs(
    [
      'Xen adds `VIRT_BASE` minus `PADDR_OFFSET` to the physical addresses of the loadable segments to get the range of the image in virtual memory.',
      'The entry point must be in it, and `VIRT_BASE` must not be above its start.',
      'The entry point is the `ENTRY` note, or without it the entry address of the ELF header.',
    ],
    [
      'Up to {upTo parses-for-pvh} this also held for a PVH kernel, which starts at a physical address.',
      'One with `VIRT_BASE` but no `ENTRY` fails there: Linux up to 6.4 with `CONFIG_XEN_PVH=y` and without `CONFIG_XEN_PV`.',
      'Since {dated parses-for-pvh} all addresses are physical for PVH, and the entry point is `PHYS32_ENTRY`. Earlier releases did not check it: with a wrong one, the guest crashed.',
    ],
    ['Xen prints `ERROR: ELF start or entries are out of bounds`.', TOOLSTACK_AFTER_NOTES],
  ),
  fix: 'For PVH with Linux before 6.5: set `CONFIG_XEN_PV=y` too, or take a newer Linux. With a linker script of your own: `ENTRY` is a virtual address, `PHYS32_ENTRY` a physical one, and both are inside the loadable segments.',
  fixFor: ({ evidence, system }) => {
    if (evidence.note === 'BSD_SYMTAB') return BSD_SYMTAB;
    return bySystem(LINUX, OTHERS)({ system });
  },
  askXen: withDates(
    'For a PVH kernel whose `PHYS32_ENTRY` is right: {orLater parses-for-pvh}, or a backport of {commit parses-for-pvh}. Nothing for PV.',
  ),
  references: [
    xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
    xenCommit('a1b2d39f071f1e85d0adb2e041f4a8a9aa9a88a8'),
    linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980'),
    xenFile('docs/misc/pvh.pandoc'),
    xenFile('xen/common/libelf/libelf-dominfo.c'),
    xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
  ],
});

const BSD_SYMTAB =
  'Leave `BSD_SYMTAB` (note type 11) out, or link the kernel so that its symbol table also ends below the end of the address space.';

const LINUX =
  'For PVH with Linux before 6.5: set `CONFIG_XEN_PV=y` too, or take a newer Linux. Otherwise, look for a step that changes addresses or notes after the link.';

const OTHERS =
  '`ENTRY` (note type 1) is a virtual address, `PHYS32_ENTRY` (type 18) a physical one. Put both inside the loadable segments, and `VIRT_BASE` (type 3) not above the start of the image.';
