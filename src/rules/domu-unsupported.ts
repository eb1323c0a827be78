import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const domuUnsupported = defineRule({
  id: 'domu-unsupported',
  title: 'The kernel asks to be dom0 and nothing else',
  level: 'error',
  stage: 'loader',
  evidence: {},
  message: () => 'FEATURES requires "dom0": the kernel says that it runs as dom0 only.',
  explanation: paragraphs(
    [
      'The `FEATURES` note has `!dom0` in it: the kernel requires the privileges of dom0, which a guest never has.',
      'Without the `!` the name only says that the kernel can be dom0, and does no harm in a guest.',
    ],
    [
      'The toolstack refuses such a kernel for PV and for PVH since {dated domu-refuses-dom0-only}.',
      'Older releases refuse it too, because they do not know the name.',
    ],
    [
      'The toolstack prints `xc_dom_parse_elf_kernel: Kernel does not support unprivileged (DomU) operation`.',
    ],
  ),
  fix: 'Drop the `!`, or the name: bit 11 of `SUPPORTED_FEATURES` (note type 17) says as well that the kernel can be dom0. A kernel for dom0 only needs no change: do not require the guest boot paths of it.',
  askXen: 'Nothing: the kernel itself asks for it.',
  references: [
    xenCommit('ec029aaa9a79965f83476808e32b8573891aa79c'),
    xenFile('xen/include/public/features.h'),
  ],
});
