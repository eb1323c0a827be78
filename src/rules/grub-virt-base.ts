import { address, identity, oneOf } from './evidence.ts';
import { grubFact, grubFile, paragraphs } from './prose.ts';
import { defineRule } from './rule.ts';

export const grubVirtBase = defineRule({
  id: 'grub-virt-base',
  title: 'GRUB cannot map a kernel at this VIRT_BASE',
  level: 'error',
  stage: 'loader',
  evidence: {
    fault: identity(
      oneOf('`unaligned`, or the `page-tables` of old releases', 'unaligned', 'page-tables'),
    ),
    virtBase: address('the value of VIRT_BASE'),
  },
  message: ({ fault, virtBase }) =>
    fault === 'unaligned'
      ? `VIRT_BASE is ${virtBase}, which is not a multiple of 4096.`
      : `VIRT_BASE is ${virtBase}, and this GRUB writes past its page tables where it is no multiple of 2 MiB.`,
  explanation: paragraphs(
    [
      'GRUB maps the memory of a PV guest from VIRT_BASE on, in pages of 4096 bytes.',
      'Every release refuses another VIRT_BASE and prints `unaligned virt_base`.',
    ],
    [
      'Before {grub page-tables-for-any-base} ({grubCommit page-tables-for-any-base}) it also has too few page tables where the base does not start a table.',
      'It writes past them then and prints nothing.',
    ],
  ),
  fix: 'Give `VIRT_BASE` (type 3) the address of a multiple of 2 MiB, as Linux does, and link the kernel there.',
  askXen: 'GRUB 2.02 or later, where VIRT_BASE is a multiple of 4096.',
  references: [grubFact('page-tables-for-any-base'), grubFile('grub-core/loader/i386/xen.c')],
});
