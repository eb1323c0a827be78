import { withDates } from '../programs/xen/dates.ts';
import { aFinding } from './evidence.ts';
import { paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

export const bsdSymtabMisplaced = defineRule({
  id: 'bsd-symtab-misplaced',
  title: 'This Xen misplaces the symbol table of the kernel',
  level: 'error',
  stage: 'loader',
  evidence: {
    leadsTo: aFinding('what the kernel fails for, which would not be there otherwise'),
  },
  message: ({ leadsTo }, describe) =>
    `BSD_SYMTAB makes Xen load the symbol table after the kernel. This release adds the distance from physical to virtual addresses twice, so the end of the kernel is wrong. ${describe(leadsTo)}`,
  explanation: paragraphs(
    [
      'With the note `BSD_SYMTAB`, Xen loads the symbol table after the kernel, and the end of the image is the end of the table.',
      'Before {dated bsd-symtab-follows-image} Xen computes that end from the virtual address of the image, and then adds the distance from physical to virtual addresses again.',
    ],
    [
      'A kernel whose physical and virtual addresses are the same is not affected.',
      'For Xen, other kernels end before they start, or far above.',
      'It refuses 64-bit kernels when it reads their notes. 32-bit kernels need some gigabytes of memory, or overlap the addresses of Xen.',
      'The messages of Xen are about that wrong end, which the finding names.',
    ],
  ),
  fix: 'Leave `BSD_SYMTAB` (note type 11) out. Or make physical and virtual addresses the same: give the segments their virtual addresses as `p_paddr`, and `PADDR_OFFSET` (note type 4) the value of `VIRT_BASE`.',
  askXen: withDates(
    '{orLater bsd-symtab-follows-image}, or a backport of {commit bsd-symtab-follows-image}.',
  ),
  references: [
    xenCommit('90b18f1666a89e7829912456ee32099c7669cb10'),
    xenCommit('5b2f480b1d804833949cfaec157191ea3d4a4870'),
    xenCommit('472bdfefadabcd12ec61bc0c3aa378b961bd1035'),
  ],
});
