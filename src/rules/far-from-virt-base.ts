import { address, oneOf } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const farFromVirtBase = defineRule({
  id: 'far-from-virt-base',
  title: 'The image is too far from VIRT_BASE',
  level: 'error',
  stage: 'build',
  evidence: {
    container: oneOf('what the domain is, `pv` or `pvh`', 'pv', 'pvh'),
    start: address('the address of the image'),
    virtBase: address('the address that the note gives, or 0x0'),
  },
  message({ container, start, virtBase }) {
    if (virtBase !== '0x0') {
      return `VIRT_BASE is ${virtBase} and the image starts at ${start}: the domain would get memory for all addresses between, more than any domain has.`;
    }
    return container === 'pvh'
      ? `The image is loaded at the physical address ${start}, where no guest has memory.`
      : `There is no VIRT_BASE, or it is 0, and the image starts at ${start}: the domain would get memory for all addresses from 0 on, more than any domain has.`;
  },
  explanation: paragraphs(
    [
      'The toolstack gives a guest memory for all addresses from `VIRT_BASE` (note type 3) to the end of the image, with the gap before the image.',
      'Without the note `VIRT_BASE` is 0. A PVH guest gets memory from physical address 0 on.',
      'The hypervisor does the same for a PV dom0.',
      'Here the gap is larger than any guest or dom0: the address in the note, or the physical address of the segments, is wrong.',
    ],
    [
      'A typical mistake is an image linked at 0xffffffff80000000 with `VIRT_BASE` 0x40000000, or with `PADDR_OFFSET` that does not match the physical addresses.',
      "Debian's GNU Mach 1.8 for Xen fails in this way.",
    ],
    [
      'All releases refuse it. The hypervisor panics with `Domain 0 allocation is too small for kernel image`. The toolstack prints `segment padding too large`, with three numbers of pages, and `segment kernel too large` before {dated domu-pads-segments}.',
      'Before {firsts domu-checks-first-frame} it often prints no error, and only the log of `xl -vvv` has a line `pfn out of range`.',
    ],
  ),
  fix: 'Set `VIRT_BASE` to the virtual address of physical address 0 (or of `PADDR_OFFSET`), close below the image: 0xffffffff80000000 for an image at 0xffffffff80100000 whose `p_paddr` is 0x100000.',
  askXen: 'Nothing: no release boots it, and no memory is enough.',
  references: [
    xenCommit('ea7c8a3d0e823d4122dbe4aef40496f9f97c1449'),
    xenFile('tools/libs/guest/xg_dom_core.c'),
    xenFile('xen/arch/x86/pv/dom0_build.c'),
    xenFile('xen/include/public/elfnote.h'),
  ],
});
