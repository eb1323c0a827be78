import { address } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const hypervisorStartTooHigh = defineRule({
  id: 'hypervisor-start-too-high',
  title: 'HV_START_LOW leaves Xen too little room',
  level: 'error',
  stage: 'loader',
  evidence: {
    address: address('the value of HV_START_LOW'),
    highest: address('the highest address at which Xen can start'),
  },
  message: ({ address, highest }) =>
    `HV_START_LOW is ${address}, and Xen cannot start above ${highest}.`,
  explanation: paragraphs(
    [
      'A 32-bit PV kernel shares its 4 GiB of addresses with Xen, which keeps a table of the memory of the machine at their top.',
      'The more memory there is, the lower the table begins, and `HV_START_LOW` (note type 12) is the lowest address that the kernel allows.',
    ],
    [
      'As dom0 the kernel must allow 0xf5800000, where the largest table starts.',
      'Xen rounds the value up to 2 MiB, and refuses the kernel if it is higher, however little memory this machine has.',
      'All releases check it, for 32-bit kernels only.',
    ],
    [
      'Up to {upTo dom0-start-too-high-is-no-panic} Xen panics with `Domain 0 expects too high a hypervisor start address`.',
      'Since {dated dom0-start-too-high-is-no-panic} it prints `Dom0 expects too high a hypervisor start address`, and the panic that follows says only `Could not construct domain 0` (`Could not construct d0` since {since says-could-not-construct-d0}).',
    ],
  ),
  fix: 'Give `HV_START_LOW` the value 0xf5800000, as 32-bit Linux does, or leave the note out. A 64-bit kernel is never asked for it.',
  askXen: 'Nothing: the limit is the same in all releases.',
  references: [
    xenFile('xen/include/public/elfnote.h'),
    xenFile('xen/arch/x86/pv/dom0_build.c'),
    xenCommit('16dcc135e89663628ee2eaf2d02991fc9ce954bf'),
  ],
});
