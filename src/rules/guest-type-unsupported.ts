import { identity, text } from './evidence.ts';
import { paeFix } from './pae-fix.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const guestTypeUnsupported = defineRule({
  id: 'guest-type-unsupported',
  title: 'The hypervisor does not run guests of this type',
  level: 'error',
  stage: 'loader',
  evidence: {
    guestType: identity(text('the type that the kernel asks for, or its ELF machine')),
  },
  message: ({ guestType }) =>
    guestType.startsWith('machine ')
      ? `The ELF machine is ${guestType.slice('machine '.length)}: a PV domain is x86-64 or i386.`
      : 'The kernel is i386 without PAE, which no 64-bit Xen runs.',
  explanation: paragraphs(
    [
      'The toolstack takes the type of a PV guest from the machine in the ELF header, and for i386 from the `PAE_MODE` note.',
      'A 64-bit hypervisor runs `xen-3.0-x86_64` and, if built for it, `xen-3.0-x86_32p`, which is 32-bit with PAE.',
      'An i386 kernel whose note is not `yes` or `bimodal` is `xen-3.0-x86_32`, without PAE, and no release runs that.',
      'A kernel for another machine has no type.',
    ],
    [
      'For `xen-3.0-x86_32` up to {upTo domu-has-no-plain-i386}, and again since {dated domu-checks-guest-type-early}, the toolstack prints `xc_dom_compat_check: guest type xen-3.0-x86_32 not supported by xen kernel, sorry`.',
      'From {dated domu-has-no-plain-i386} to {upTo domu-checks-guest-type-early} it is `xc_dom_set_arch_hooks: not found (type xen-3.0-x86_32)`, with `xc_dom_find_arch_hooks` for the first word up to {upTo domu-sets-arch-hooks}.',
    ],
    [
      'For another machine it prints `xc_dom_guest_type: unknown image type`, with the number of the machine (`unkown` up to {upTo domu-spells-unknown}), and up to {upTo domu-fails-without-guest-type} `not found (type xen-3.0-unknown)` in the form above.',
    ],
  ),
  fix: 'Build the kernel for x86-64. If it must be 32-bit, build it with PAE (`CONFIG_X86_PAE=y` on Linux) and give it a `PAE_MODE` note (type 9) with the string `yes`, NUL terminated.',
  fixFor: paeFix,
  askXen:
    'Nothing: no release runs such a guest. As an HVM guest a 32-bit kernel without PAE can boot.',
  references: [
    xenFile('tools/libs/guest/xg_dom_elfloader.c'),
    xenCommit('1787cc167906f3fef547affb443a64762392c464'),
    xenCommit('60ee4fbc385f386dc46ba5e61c9fe280424ed368'),
    xenCommit('37f1a96888f6022872213428cdc24060700aa9ba'),
    xenFile('xen/include/public/elfnote.h'),
  ],
});
