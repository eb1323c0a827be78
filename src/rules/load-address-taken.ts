import { withDates } from '../programs/xen/dates.ts';
import { address, flag, identity } from './evidence.ts';
import { linuxCommit, PANIC_WITHOUT_DOM0, paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const loadAddressTaken = defineRule({
  id: 'load-address-taken',
  title: 'There is no RAM at the load address of the kernel',
  level: 'error',
  stage: 'loader',
  evidence: {
    start: address('first physical address of the kernel'),
    end: address('first address after it'),
    relocatable: identity(flag('whether there is a `PHYS32_RELOC` note that allows to move it')),
    canMove: flag('whether this release can move a kernel'),
  },
  message({ start, end, relocatable, canMove }) {
    const taken = `The kernel takes physical addresses ${start} to ${end}, and dom0 has no RAM for all of it`;
    if (!canMove) return `${taken}.`;
    return relocatable
      ? `${taken}, nor at a place that PHYS32_RELOC allows.`
      : `${taken}; there is no PHYS32_RELOC to move it.`;
  },
  explanation: paragraphs(
    [
      'A PVH dom0 has the memory map of the machine. Xen loads its kernel at the physical addresses in its ELF headers: for Linux 16 MiB and up, or `CONFIG_PHYSICAL_START`.',
      'Some firmware reserves memory there.',
      'On this memory map, that range is not all RAM. The kernel cannot be relocated, or no other range fits.',
    ],
    [
      'Since {dated note-phys32-reloc} Xen relocates a kernel with `PHYS32_RELOC`, a note with its alignment and its lowest and highest address.',
      'Without the note Xen prints `d0 kernel: Address conflict and not relocatable`. If no RAM fits the note, it prints `d0 kernel: Failed find a load address`.',
      'Earlier releases relocate no kernel, and print `Failed to load kernel: -1` and `Xen dom0 kernel broken ELF: <NULL>`.',
    ],
    ['All of them then print `Failed to load Dom0 kernel`.', PANIC_WITHOUT_DOM0],
  ),
  fix: withDates(
    'Take Linux 6.12 or later for x86-64, which has `PHYS32_RELOC`. For releases before {since note-phys32-reloc} set `CONFIG_PHYSICAL_START` to an address that is RAM on the machine.',
  ),
  fixFor: ({ system, boots }) => {
    const canMove = boots.every(({ has }) => has('note-phys32-reloc'));
    if (system === 'unknown') return null;
    const address =
      system === 'linux'
        ? 'Set `CONFIG_PHYSICAL_START` to an address that is RAM on the machine'
        : 'Link the kernel to an address that is RAM on the machine';
    if (!canMove) return `${address}: ${CANNOT_MOVE}`;
    return system === 'linux'
      ? `${address}, or take Linux 6.12 or later for x86-64, whose \`PHYS32_RELOC\` lets Xen move it.`
      : `${address}, or emit \`PHYS32_RELOC\` (note type 19) if it runs at any address.`;
  },
  askXen: withDates(
    '{orLater note-phys32-reloc} for a kernel with `PHYS32_RELOC`. With `dom0=pv` the address does not matter.',
  ),
  references: [
    xenCommit('dfc9fab003785fc533e1e3190e19ddc3101da442'),
    linuxCommit('47ffe0578aee45fed3a06d5dcff76cdebb303163'),
    'https://gitlab.com/xen-project/xen/-/issues/180',
    xenFile('xen/include/public/elfnote.h'),
  ],
});

const CANNOT_MOVE = withDates('releases before {since note-phys32-reloc} cannot move a kernel.');
