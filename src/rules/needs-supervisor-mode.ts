import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const needsSupervisorMode = defineRule({
  id: 'needs-supervisor-mode',
  title: 'FEATURES requires supervisor mode, which no PV dom0 has',
  level: 'error',
  stage: 'loader',
  evidence: {},
  message: () =>
    'FEATURES requires "supervisor_mode_kernel", and a PV dom0 does not run in ring 0.',
  explanation: paragraphs(
    [
      'The `FEATURES` note has `!supervisor_mode_kernel` in it: the kernel requires ring 0.',
      'A PV kernel does not, because ring 0 is for the hypervisor; only 32-bit hypervisors, which ended with {upTo no-32-bit-hypervisor}, could be built to let dom0 in.',
      'PVH kernels do run in ring 0, but need not ask for it, and Xen does not look at this for PVH.',
    ],
    [
      'All releases check it for a PV dom0, last of all, when the kernel is already loaded (444c98e4a741).',
      'Xen panics with `Dom0 requires supervisor-mode execution`.',
    ],
  ),
  fix: 'Drop the `!` before `supervisor_mode_kernel` in the `FEATURES` note (type 10), which makes the feature optional, or drop the name.',
  askXen:
    'Nothing: no 64-bit hypervisor runs a PV dom0 in ring 0. As a PVH dom0 the kernel may boot.',
  references: [
    xenCommit('444c98e4a7412604d82a308c81b91961e32dbf59'),
    xenFile('xen/arch/x86/pv/dom0_build.c'),
    xenFile('xen/include/public/features.h'),
  ],
});
