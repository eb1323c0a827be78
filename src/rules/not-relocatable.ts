import { withDates } from '../programs/xen/dates.ts';
import { bySystem } from './known.ts';
import { linuxCommit, paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const notRelocatable = defineRule({
  id: 'not-relocatable',
  title: 'A PVH dom0 that boots only where its load address is free',
  level: 'warning',
  stage: 'start',
  evidence: {},
  message: () =>
    "There is no PHYS32_RELOC: if the kernel's load address is not free RAM, Xen cannot relocate it.",
  explanation: paragraphs(
    [
      'A PVH dom0 has the memory map of the machine. Xen can load a kernel without `PHYS32_RELOC` (note type 19) only at the physical addresses in its ELF headers: for Linux 16 MiB and up, or `CONFIG_PHYSICAL_START`.',
      'Most machines have RAM there. Some firmware, such as certain builds of coreboot, reserves a part of it.',
    ],
    [
      'This kernel boots on the first kind of machine, but not on the second. The file cannot show where it will run.',
      'With the memory map of a machine, the finding is `load-address-taken` or none.',
    ],
    [
      'Xen can relocate a kernel with the note since {dated note-phys32-reloc}; older series cannot.',
      'On a machine of the second kind, Xen prints `d0 kernel: Address conflict and not relocatable` since then, and `Failed to load kernel: -1` before.',
    ],
    [
      'There is no such warning for {series pvh-dom0} to {upTo note-phys32-reloc}, because they ignore the note, and every kernel has the same risk.',
      'There only the load address helps.',
    ],
  ),
  fix: 'Take Linux 6.12 or later for x86-64, which has `PHYS32_RELOC`. For other kernels, set the load address (`CONFIG_PHYSICAL_START` on Linux) to one that is RAM on your machines.',
  fixFor: bySystem(
    'Take Linux 6.12 or later for x86-64, which has `PHYS32_RELOC`, or set `CONFIG_PHYSICAL_START` to an address that is RAM on your machines.',
    'Emit `PHYS32_RELOC` (note type 19) if the kernel runs at any address, or link it to an address that is RAM on your machines.',
  ),
  askXen: withDates(
    '{orLater note-phys32-reloc}, which relocates kernels with `PHYS32_RELOC`. With `dom0=pv` the address does not matter.',
  ),
  references: [
    xenCommit('dfc9fab003785fc533e1e3190e19ddc3101da442'),
    linuxCommit('47ffe0578aee45fed3a06d5dcff76cdebb303163'),
    'https://gitlab.com/xen-project/xen/-/issues/180',
    xenFile('xen/include/public/elfnote.h'),
  ],
});
