import { linuxCommit, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

export const noDom0Code = defineRule({
  id: 'no-dom0-code',
  title: 'The kernel announces dom0 and was built without it',
  level: 'error',
  stage: 'start',
  evidence: {},
  message: () =>
    'This Linux was built without CONFIG_XEN_DOM0: it has the messages of its code for Xen, and none of those of a dom0.',
  explanation: paragraphs(
    [
      'Linux before 6.5 sets the feature `dom0` in `SUPPORTED_FEATURES` whatever its configuration (1cfd4ccb3014), so Xen takes a kernel without `CONFIG_XEN_DOM0` as dom0.',
      'Kernels for clouds are often built so, as those of Debian are.',
    ],
    [
      'Xen starts it, and nothing works: the kernel has no code to take interrupts of PCI devices from Xen, to pass ACPI data to it, or to manage its processors.',
      'Xen prints nothing.',
    ],
    [
      'The evidence is in the file: every Linux with `CONFIG_XEN_DOM0` holds messages of that code, and this one holds none of four, while messages of the rest of its code for Xen are there.',
      'Where they are not, as in an image whose code was removed, there is no such finding.',
      'Such a kernel does not claim the dom0 paths, so this finding appears only where one of them is named.',
    ],
  ),
  fix: 'Set `CONFIG_XEN_DOM0=y`. A kernel for guests only needs no change: do not require dom0 of it.',
  askXen: 'Nothing: the kernel says that it can be dom0, and Xen has no other way to know.',
  references: [linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980')],
});
