import { bySystem } from './known.ts';
import { linuxCommit, paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const pvhOnlyKernel = defineRule({
  id: 'pvh-only-kernel',
  title: 'A kernel for PVH only is started as PV',
  level: 'error',
  stage: 'start',
  evidence: {},
  message: () =>
    'There is PHYS32_ENTRY but neither ENTRY nor VIRT_BASE: the kernel has an entry for PVH only, and Xen enters it at e_entry as a PV kernel.',
  explanation: paragraphs(
    [
      'The kernel has `PHYS32_ENTRY`, the entry point for PVH, but neither `ENTRY` nor `VIRT_BASE`, which PV needs.',
      'No release notices that it is not made for PV.',
      'Xen uses 0 for `VIRT_BASE` and the entry address of the ELF header for `ENTRY`, and builds a PV domain. It starts in code for bare hardware.',
    ],
    [
      'Since 6.5, Linux with `CONFIG_XEN_PVH=y` and without `CONFIG_XEN_PV=y` is such a kernel.',
      'A kernel with no other Xen note than `PHYS32_ENTRY` is loaded, too, from {oldest phys32-entry-suffices} on up to {upTo parses-for-pvh}; other releases refuse it as `wrong-loader` ({commit parses-for-pvh}).',
    ],
    [
      'The loader accepts it and prints nothing.',
      'The domain crashes at its first instructions: for dom0 the console shows `Hardware Dom0 crashed` (`Domain 0 crashed` up to {upTo says-hardware-dom0-crashed}), a guest disappears right after its start.',
    ],
    [
      'PV is easily asked for by mistake: it is the default for dom0, and for a guest whose configuration has no `type`.',
    ],
  ),
  fix: 'Build the kernel for PV as well (`CONFIG_XEN_PV=y` on Linux), or ship it for PVH only and do not require the PV boot paths.',
  fixFor: bySystem(
    'Set `CONFIG_XEN_PV=y` as well, or ship the kernel for PVH only and do not require the PV boot paths.',
    'Emit `ENTRY` and `VIRT_BASE` (note types 1 and 3) of an entry for PV, or ship the kernel for PVH only and do not require the PV boot paths.',
  ),
  askXen:
    'Boot it as PVH: `dom0=pvh` on the command line of Xen, `type="pvh"` in the configuration of a guest.',
  references: [
    xenFile('xen/common/libelf/libelf-dominfo.c'),
    xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
    xenCommit('4621c10f489de827742f95c31ac0f43fc3bcde88'),
    linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980'),
  ],
});
