import { withDates } from '../programs/xen/dates.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const needsAutoTranslation = defineRule({
  id: 'needs-auto-translation',
  title: 'The kernel requires auto_translated_physmap',
  level: 'error',
  stage: 'build',
  evidence: {},
  message: () => 'FEATURES requires "auto_translated_physmap", which no PV guest supports.',
  explanation: paragraphs(
    [
      '`FEATURES` (note type 10) requires a feature with an exclamation mark: `!auto_translated_physmap`.',
      'With it, a PV kernel asks Xen to translate its page numbers, as in the old translated shadow mode.',
    ],
    [
      'The toolstack dropped such guests in {dated domu-drops-auto-translation}, and the hypervisor in the same release.',
      'The toolstack prints no error. The log of `xl -vvv` has the line `PV Autotranslate guests no longer supported`.',
    ],
    ['Older releases build such a guest if the hypervisor supports that mode.'],
  ),
  fix: 'Remove the exclamation mark, or leave `auto_translated_physmap` out of `FEATURES`: a kernel that can only run translated is a PVH kernel and needs `PHYS32_ENTRY`.',
  askXen: withDates(
    'Nothing: no release since {since domu-drops-auto-translation} has such guests.',
  ),
  references: [
    xenCommit('ee92c92b510ac4bfb6b178daf8c9d7542fc11378'),
    xenFile('tools/libs/guest/xg_dom_x86.c'),
    xenFile('xen/include/public/features.h'),
  ],
});
