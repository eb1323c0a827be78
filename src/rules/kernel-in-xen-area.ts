import { address, oneOf } from './evidence.ts';
import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

/** What Xen keeps for itself in the address space of a guest. */
const XEN_AREA = {
  32: '0xf5800000 and above',
  64: '0xffff800000000000 to 0xffff87ffffffffff',
} as const;

export const kernelInXenArea = defineRule({
  id: 'kernel-in-xen-area',
  title: 'The guest is mapped at the addresses of Xen',
  level: 'error',
  stage: 'start',
  evidence: {
    bits: oneOf('32 or 64: the addresses that the kernel uses', 32, 64),
    start: address('the first address of the image'),
    end: address('the last address of the data after it'),
  },
  message: ({ bits, start, end }) =>
    `The kernel and the data after it take ${start} to ${end}; ${XEN_AREA[bits]} is Xen's own, and the hypervisor maps nothing of a guest there.`,
  explanation: paragraphs(
    [
      'A PV guest has Xen in its address space: from 0xffff800000000000 to 0xffff87ffffffffff for 64-bit kernels, from 0xf5800000 up for 32-bit ones.',
      'The hypervisor does not take the entries of a guest for this range, so a kernel that is linked there has no mapping of itself.',
    ],
    [
      'The toolstack does not check it, and all releases create the guest. It crashes at its first instruction.',
      'A dom0 is refused for the same reason (rule `overlaps-xen`).',
    ],
  ),
  fix: 'Link the kernel to other addresses, such as the top 2 GiB, 0xffffffff80000000, where Linux and the BSDs are, and set `VIRT_BASE` (note type 3) to match.',
  askXen: 'Nothing: the range is part of the PV interface, the same in all releases.',
  references: [
    xenFile('xen/include/public/arch-x86/xen-x86_64.h'),
    xenFile('xen/include/public/arch-x86/xen-x86_32.h'),
  ],
});
