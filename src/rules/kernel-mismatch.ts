import { flag, identity, number, oneOf } from './evidence.ts';
import { paeFix } from './pae-fix.ts';
import { PANIC_WITHOUT_DOM0, paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const kernelMismatch = defineRule({
  id: 'kernel-mismatch',
  title: 'The hypervisor does not run kernels of this kind as PV dom0',
  level: 'error',
  stage: 'loader',
  evidence: {
    bits: identity(oneOf('32 or 64, the class of the ELF file', 32, 64)),
    machine: identity(number('`e_machine` of the ELF file')),
    pae: identity(flag('whether the notes announce PAE')),
    bigEndian: identity(flag('the byte order of the ELF file')),
  },
  message: ({ bits, machine, pae, bigEndian }) =>
    `The kernel is ${bits}-bit, ${bigEndian ? 'big' : 'little'}-endian, for machine ${machine}, ${pae ? 'with' : 'without'} PAE: a PV dom0 is 64-bit x86-64, or 32-bit i386 with PAE.`,
  explanation: paragraphs(
    [
      'As PV dom0, a 64-bit Xen accepts a 64-bit ELF file for x86-64, or a 32-bit one for i386 with PAE.',
      'Its `PAE_MODE` note must be `yes` or contain the word `bimodal`.',
      'A note `yes[extended-cr3]` does not count, because Xen reads that form only in the old `__xen_guest` string.',
    ],
    [
      'All releases check it. They refuse a big-endian file since {dated dom0-refuses-big-endian}; before, it crashed at its start.',
      'Since {firsts pv32.offByDefault} a hypervisor is by default built without 32-bit PV, and refuses every 32-bit kernel: see `pv32-off`.',
    ],
    [
      'Xen prints what it read, such as `Dom0 kernel: 32-bit, lsb, paddr …`, then `Mismatch between Xen and DOM0 kernel`.',
      PANIC_WITHOUT_DOM0,
    ],
  ),
  fix: 'Build the kernel for x86-64. If it must be 32-bit, build it with PAE (`CONFIG_X86_PAE=y` on Linux) and give it a `PAE_MODE` note (type 9) with the string `yes`, NUL terminated.',
  fixFor: paeFix,
  askXen: 'Nothing: no release runs another kind of kernel as PV dom0.',
  references: [
    xenFile('xen/arch/x86/pv/dom0_build.c'),
    xenCommit('347384331ee0eee22a4dc10f805847e658e523ac'),
    xenFile('xen/include/public/elfnote.h'),
  ],
});
