import { linuxCommit, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

export const noDom0Code = defineRule({
  id: 'no-dom0-code',
  title: 'The kernel announces dom0 but was built without it',
  level: 'error',
  stage: 'start',
  evidence: {},
  message: () =>
    'This Linux was built without CONFIG_XEN_DOM0: it has messages of its Xen code, but none of its dom0 code.',
  explanation: paragraphs(
    [
      'Linux before 6.5 sets the feature `dom0` in `SUPPORTED_FEATURES` with any configuration (1cfd4ccb3014), so Xen accepts a kernel without `CONFIG_XEN_DOM0` as dom0.',
      'Cloud kernels are often built like this, such as those of Debian.',
    ],
    [
      'Xen starts it, but it cannot work: it has no code for interrupts of PCI devices, for ACPI data, or for the management of processors.',
      'Xen prints nothing.',
    ],
    [
      'The evidence is in the file: every Linux with `CONFIG_XEN_DOM0` has messages of that code. This one has none of four, but messages of its other Xen code.',
      'An image that has neither, for example because its code was removed, has no such finding.',
      'Such a kernel does not claim the dom0 paths, so this finding appears only if you name one of them.',
    ],
  ),
  fix: 'Set `CONFIG_XEN_DOM0=y`. A kernel for guests only needs no change: do not require the dom0 paths.',
  askXen: 'Nothing: the kernel announces dom0, and Xen cannot know better.',
  references: [linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980')],
});
