import { withDates } from '../programs/xen/dates.ts';
import { address } from './evidence.ts';
import { paragraphs, TOOLSTACK_AFTER_NOTES, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const paddrOffsetWithoutVirtBase = defineRule({
  id: 'paddr-offset-without-virt-base',
  title: 'PADDR_OFFSET without VIRT_BASE',
  level: 'error',
  stage: 'notes',
  evidence: {
    address: address('the value of PADDR_OFFSET'),
  },
  message: ({ address }) => `PADDR_OFFSET is ${address} but there is no VIRT_BASE.`,
  explanation: paragraphs(
    [
      'A PV kernel runs at virtual addresses from its first instruction.',
      'Xen computes them from the physical ones in the ELF headers, as `VIRT_BASE` minus `PADDR_OFFSET` further up, so the second note makes no sense without the first.',
    ],
    [
      'All releases refuse such a PV kernel.',
      'A PVH kernel starts with paging off and needs neither note, but was refused as well until {dated pvh-ignores-paddr-offset}.',
    ],
    ['Xen prints `ERROR: ELF_PADDR_OFFSET set, VIRT_BASE unset`.', TOOLSTACK_AFTER_NOTES],
  ),
  fix: 'Emit `VIRT_BASE` (note type 3) next to `PADDR_OFFSET` (type 4), or neither. A kernel only for PVH needs just `PHYS32_ENTRY`.',
  askXen: withDates(
    'For PVH: {orLater pvh-ignores-paddr-offset}, or a backport of {commit pvh-ignores-paddr-offset}. Nothing for PV.',
  ),
  references: [
    xenCommit('b77ed96fce9fbc7577d68d563ac72d57bc230cdc'),
    xenFile('xen/include/public/elfnote.h'),
    xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
  ],
});
