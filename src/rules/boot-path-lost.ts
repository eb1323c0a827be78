import { BOOT_PATHS } from '../programs/boot-path.ts';
import { oneOf } from './evidence.ts';
import { bySystem } from './known.ts';
import { linuxCommit, paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

const MISSING = {
  entry: 'it has no ENTRY note',
  'phys32-entry': 'it has no PHYS32_ENTRY note',
  dom0: 'neither SUPPORTED_FEATURES nor FEATURES lists the feature dom0',
  'dom0-code': 'it was built without CONFIG_XEN_DOM0',
} as const;

export const bootPathLost = defineRule({
  id: 'boot-path-lost',
  title: 'The kernel no longer claims a boot path that the baseline claims',
  level: 'error',
  stage: 'notes',
  evidence: {
    boot: oneOf('the boot path', ...BOOT_PATHS),
    missing: oneOf(
      'what the path needs: the note `entry` or `phys32-entry`, the feature `dom0`, or `dom0-code`',
      'entry',
      'phys32-entry',
      'dom0',
      'dom0-code',
    ),
  },
  message: ({ boot, missing }) =>
    `The same kernel in the baseline claims ${boot}, and this one does not: ${MISSING[missing]}.`,
  explanation: paragraphs(
    [
      'The notes of a kernel claim the boot paths that it was built for, and with `--boot auto` only these are checked.',
      'The same kernel in the baseline claims this path, but this build does not: it lacks a note, or the feature `dom0`.',
      'Without this finding, the check would pass on the remaining paths.',
    ],
    [
      'The usual cause is an option that a change of the configuration turned off, often because another one that it depends on is off: `CONFIG_XEN_PV`, `CONFIG_XEN_PVH`, or `CONFIG_XEN_DOM0`.',
      'A changed linker script that drops the notes has the same effect.',
    ],
    [
      'The finding is no message of Xen.',
      'It is on every requested release that has the boot path, with `auto` or with the name of the path. Other paths are not compared.',
      'With `auto`, it replaces the findings of Xen on that path, and shows what Xen prints.',
    ],
  ),
  fix: 'Set the option again: `CONFIG_XEN_PVH=y` for PVH, `CONFIG_XEN_PV=y` for PV, `CONFIG_XEN_DOM0=y` as well for a dom0. If you gave up the path on purpose, waive this finding, or regenerate the baseline.',
  fixFor: bySystem(
    'Set the option again: `CONFIG_XEN_PVH=y` for PVH, `CONFIG_XEN_PV=y` for PV, `CONFIG_XEN_DOM0=y` as well for a dom0. If you gave up the path on purpose, waive this finding, or regenerate the baseline.',
    'Emit the notes of the path again: `PHYS32_ENTRY` for PVH; `ENTRY`, `VIRT_BASE`, `XEN_VERSION` and `LOADER` for PV. If you gave up the path on purpose, waive this finding, or regenerate the baseline.',
  ),
  askXen: 'Nothing: the kernel changed, and Xen did not.',
  references: [
    xenFile('docs/misc/pvh.pandoc'),
    xenFile('xen/include/public/elfnote.h'),
    linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980'),
  ],
});
