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
      'A PVH dom0 has the memory map of the machine, and a kernel without `PHYS32_RELOC` (note type 19) can be loaded only at the physical addresses in its ELF headers: for Linux 16 MiB and up, unless `CONFIG_PHYSICAL_START` says otherwise.',
      'Most machines have RAM there; some firmware, such as certain builds of coreboot, reserves a part of it.',
    ],
    [
      'This kernel boots on the first kind of machine and not on the second; the file does not say which one it will meet.',
      'With a memory map at hand the answer is `load-address-taken` or none.',
    ],
    [
      'Xen can move a kernel that has the note since {dated note-phys32-reloc}, and no older series can.',
      'On a machine of the second kind Xen prints `d0 kernel: Address conflict and not relocatable` since then, and `Failed to load kernel: -1` before.',
    ],
    [
      'For {series pvh-dom0} to {upTo note-phys32-reloc} there is no such warning, though they meet the same machines: they do not know the note, so that no kernel is any safer than another, and a warning about all of them would say nothing about this one.',
      'There only the load address helps.',
    ],
  ),
  fix: 'Take Linux 6.12 or later for x86-64, which has `PHYS32_RELOC`. For other kernels, set the load address (`CONFIG_PHYSICAL_START` on Linux) to one that is RAM on your machines.',
  fixFor: bySystem(
    'Take Linux 6.12 or later for x86-64, which has `PHYS32_RELOC`, or set `CONFIG_PHYSICAL_START` to an address that is RAM on your machines.',
    'Emit `PHYS32_RELOC` (note type 19) if the kernel runs at any address, or link it to an address that is RAM on your machines.',
  ),
  askXen: withDates(
    '{orLater note-phys32-reloc}, which moves kernels that have `PHYS32_RELOC`. With `dom0=pv` the address does not matter.',
  ),
  references: [
    xenCommit('dfc9fab003785fc533e1e3190e19ddc3101da442'),
    linuxCommit('47ffe0578aee45fed3a06d5dcff76cdebb303163'),
    'https://gitlab.com/xen-project/xen/-/issues/180',
    xenFile('xen/include/public/elfnote.h'),
  ],
});
