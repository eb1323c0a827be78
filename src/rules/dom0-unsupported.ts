import { text } from './evidence.ts';
import { bySystem } from './known.ts';
import { linuxCommit, PANIC_WITHOUT_DOM0, paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

export const dom0Unsupported = defineRule({
  id: 'dom0-unsupported',
  title: 'The kernel does not support dom0',
  level: 'error',
  stage: 'loader',
  evidence: {
    supportedFeatures: text('the bits of SUPPORTED_FEATURES, in hexadecimal'),
  },
  message: ({ supportedFeatures }) =>
    `SUPPORTED_FEATURES lists ${supportedFeatures}, without the bit of dom0 (0x800).`,
  explanation: paragraphs(
    [
      'Bit 11 of the `SUPPORTED_FEATURES` note, or the name `dom0` in `FEATURES`, says that a kernel can run as dom0.',
      'This kernel has the first note and neither the bit nor the name.',
      'A kernel without the note is not checked.',
    ],
    [
      'Such a PV dom0 is refused since {dated pv-dom0-asks-dom0-feature}.',
      'A PVH dom0 was not refused until a change of 2026, which also went into point releases: {firsts pvh-dom0-asks-dom0-feature} refuse it ({commit pvh-dom0-asks-dom0-feature}).',
      'So a point release of Xen can refuse a kernel that booted before.',
    ],
    [
      'Linux sets the bit with `CONFIG_XEN_DOM0=y` since 6.5, and always before, whatever its configuration: see `no-dom0-code`.',
      'Cloud kernels are often built without it, such as those of Debian.',
    ],
    ['Xen prints `Kernel does not support Dom0 operation`.', PANIC_WITHOUT_DOM0],
  ),
  fix: 'Set `CONFIG_XEN_DOM0=y`. A kernel other than Linux that can run as dom0 sets bit 11 (0x800) in `SUPPORTED_FEATURES` (note type 17). A kernel for guests only needs no change: do not require the dom0 paths.',
  fixFor: bySystem(
    'Set `CONFIG_XEN_DOM0=y`. A kernel for guests only needs no change: do not require the dom0 paths.',
    'If the kernel can run as dom0, set bit 11 (0x800) in `SUPPORTED_FEATURES` (note type 17). A kernel for guests only needs no change: do not require the dom0 paths.',
  ),
  askXen:
    'Nothing: the check is right, and releases that lack it start a kernel that cannot manage the host.',
  references: [
    xenCommit('ec029aaa9a79965f83476808e32b8573891aa79c'),
    xenCommit('44429b69319975f25d3762629b40fecdd4e3e554'),
    xenCommit('b2352be9415987e1d20281d8a9a8577600b417a4'),
    xenCommit('1f067a8e6a80cbb6102b4d5acd83fdb1c298aae2'),
    linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980'),
  ],
});
