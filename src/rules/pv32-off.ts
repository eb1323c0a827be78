import { oneOf } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

const LINUX =
  'Build the kernel for x86-64: Linux itself has no 32-bit PV since 5.9. A 32-bit Linux can still boot as PVH, with `CONFIG_XEN_PVH=y`, or as an HVM guest.';
const OTHER =
  'Build the kernel for x86-64. A 32-bit kernel can still boot as PVH, with a `PHYS32_ENTRY` note (type 18), or as an HVM guest.';

export const pv32Off = defineRule({
  id: 'pv32-off',
  title: 'This Xen runs no 32-bit PV kernel',
  level: 'error',
  stage: 'loader',
  evidence: {
    offBy: oneOf('what turns 32-bit PV off: how Xen was built, or how it boots', 'build', 'boot'),
  },
  message: ({ offBy }) =>
    offBy === 'build'
      ? 'The kernel is 32-bit, and this Xen is built without CONFIG_PV32.'
      : 'The kernel is 32-bit, and this Xen turns 32-bit PV off when it boots.',
  explanation: paragraphs(
    [
      'A 32-bit PV kernel needs a hypervisor with `CONFIG_PV32`, a build option since {dated pv32-is-an-option}.',
      'Its default is off since {dated pv32.offByDefault}, except in a hypervisor that can be a PV shim: such guests have no security support since XSA-370.',
    ],
    [
      'The verdict is that of the default, because nearly all builds of these releases have it: those of Debian, Alpine, Qubes OS, XCP-ng and NixOS, for example.',
      'For a build with the option, name it: `4.17+pv32`; for an older one without it, `4.14.2+no-pv32`.',
      'Even with the option, `pv=no-32` on the command line, or a processor whose shadow stacks Xen uses, turns 32-bit PV off.',
      'XCP-ng 8.2 and Citrix Hypervisor 8.2 do so by default, and `pv=32` on the command line of Xen turns it on again.',
      'The name for that is `pv32-off-at-boot`: `4.14.2+pv32-off-at-boot` for a host that boots with `pv=no-32`, `xcp-ng-8.2+no-pv32-off-at-boot` for one that boots with `pv=32`.',
    ],
    [
      'For dom0 Xen prints `Found 32-bit PV kernel, but CONFIG_PV32 missing` since {dated says-that-pv32-is-off}, `Mismatch between Xen and DOM0 kernel` in {series pv32-is-compiled-out} ({commit pv32-is-compiled-out}), and `Dom0 failed to switch to compat: -95` before; the last one also where the command line turns 32-bit PV off.',
    ],
    [
      'For a guest the toolstack prints `xc_dom_compat_check: guest type xen-3.0-x86_32p not supported by xen kernel, sorry` since {dated domu-checks-guest-type-early}.',
      "Before, that check comes after the domain is made 32-bit, which fails first: `xc_dom_boot_mem_init: can't allocate low memory for domain`.",
    ],
  ),
  fix: 'Build the kernel for x86-64: Linux itself has no 32-bit PV since 5.9. A 32-bit kernel can still boot as PVH, with a `PHYS32_ENTRY` note (`CONFIG_XEN_PVH=y` on Linux), or as an HVM guest.',
  fixFor({ evidence: { offBy }, system }) {
    if (system === 'unknown' && offBy === 'build') return null;
    const fix = system === 'linux' ? LINUX : OTHER;
    return offBy === 'build' ? fix : `${fix} Or boot Xen with \`pv=32\` on its command line.`;
  },
  askXen:
    'A hypervisor with `CONFIG_PV32=y`, not turned off by `pv=no-32`, and `xen-3.0-x86_32p` among the `xen_caps` of `xl info`; or the PV shim, which runs such a guest inside a PVH one.',
  references: [
    xenCommit('68d757df8dd23b88bebfb6a56c9f51df59de969f'),
    xenCommit('1a0f2fe2297d122a08fee2b26de5de995fdeca13'),
    xenCommit('77069ea825c883c4be98386367fbf466abd99128'),
    xenCommit('c6ee6d4ec3c87d67e8fee58e28459c22c44b384b'),
    xenCommit('2e5512d1ffd2e720f25c376df12db8a914117589'),
    xenCommit('16dcc135e89663628ee2eaf2d02991fc9ce954bf'),
    xenCommit('1787cc167906f3fef547affb443a64762392c464'),
    'https://xenbits.xen.org/xsa/advisory-370.html',
    xenFile('SUPPORT.md'),
  ],
});
