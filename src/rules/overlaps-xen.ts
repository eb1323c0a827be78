import { address } from './evidence.ts';
import { PANIC_WITHOUT_DOM0, paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const overlapsXen = defineRule({
  id: 'overlaps-xen',
  title: 'The kernel is linked to addresses that Xen reserves',
  level: 'error',
  stage: 'loader',
  evidence: {
    start: address('the first address of the initial mapping'),
    end: address('the first address after it'),
  },
  message: ({ start, end }) => `The initial mapping takes ${start} to ${end}, where Xen itself is.`,
  explanation: paragraphs(
    [
      'A PV kernel has Xen in its address space. For 64-bit kernels, Xen uses 0xffff800000000000 up to, not including, 0xffff880000000000.',
      'For 32-bit kernels, it uses 0xf5800000 and above. That area starts higher if `HV_START_LOW` allows it and the machine has little memory.',
    ],
    [
      'The initial mapping of a dom0 runs from `VIRT_BASE` over the kernel, the ramdisk, the page map and the page tables, rounded up to 4 MiB.',
      'It must not touch that range.',
      'All releases check it.',
    ],
    ['Xen prints `DOM0 image overlaps with Xen private area.`.', PANIC_WITHOUT_DOM0],
  ),
  fix: 'Link the kernel to other addresses, such as the top 2 GiB, 0xffffffff80000000, where Linux and the BSDs are, and set `VIRT_BASE` (note type 3) to match.',
  askXen: 'Nothing: the range is part of the PV interface, the same in all releases.',
  references: [
    xenFile('xen/arch/x86/pv/dom0_build.c'),
    xenFile('xen/include/public/arch-x86/xen-x86_64.h'),
    xenFile('xen/include/public/arch-x86/xen-x86_32.h'),
  ],
});
