import { withDates } from '../programs/xen/dates.ts';
import { identity, text } from './evidence.ts';
import { paragraphs, TOOLSTACK_AFTER_NOTES, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';
import { quotedOrUnset } from './words.ts';

export const wrongXenVersion = defineRule({
  id: 'wrong-xen-version',
  title: 'XEN_VERSION is not xen-3.0',
  level: 'error',
  stage: 'notes',
  evidence: {
    xenVersion: identity(text('the `XEN_VERSION` note; empty where there is none')),
  },
  message: ({ xenVersion }) =>
    `XEN_VERSION is ${quotedOrUnset(xenVersion)}: Xen needs one that starts with "xen-3.0".`,
  explanation: paragraphs(
    [
      'The `XEN_VERSION` note names the interface of the kernel, not a release. It must begin with `xen-3.0` for every release.',
      'A missing note is as wrong as `xen-4.0`.',
    ],
    [
      'All releases check it.',
      'A PVH kernel with `PHYS32_ENTRY` does not need it since {dated phys32-entry-suffices}. Until {dated parses-for-pvh}, neither did a PV kernel with it.',
    ],
    [
      'Xen prints `ERROR: Xen will only load images built for Xen v3.0`, since {since names-what-it-refuses} with the value that it found.',
      TOOLSTACK_AFTER_NOTES,
    ],
  ),
  fix: 'Emit a `XEN_VERSION` note (type 5) with the string `xen-3.0`, NUL terminated, for every release.',
  askXen: withDates(
    'For a PVH kernel with `PHYS32_ENTRY` and nothing else: {orLater phys32-entry-suffices}. Nothing for PV.',
  ),
  references: [
    xenCommit('2dd3e229494649fcf3309f8e2ccecece2a2d1685'),
    xenCommit('4621c10f489de827742f95c31ac0f43fc3bcde88'),
    xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
    xenFile('xen/include/public/elfnote.h'),
    xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
  ],
});
