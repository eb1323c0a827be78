import { withDates } from '../programs/xen/dates.ts';
import { address } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const startInfoOverKernel = defineRule({
  id: 'start-info-over-kernel',
  title: 'Xen writes the start info of a PVH dom0 over the kernel',
  level: 'error',
  stage: 'start',
  evidence: {
    address: address('where Xen puts the command line and the start info'),
  },
  message: ({ address }) =>
    `Xen puts the command line and the start info at ${address}, over a segment of the kernel.`,
  explanation: paragraphs(
    [
      'Xen puts the ramdisk, the command line and the start info of a PVH dom0 in RAM above 1 MiB that the kernel does not use.',
      'It treats the kernel as one range, from its lowest segment to its highest.',
    ],
    [
      'Since {dated pvh-dom0-looks-for-room} and up to {upTo pvh-dom0-looks-on-both-sides} the search for that RAM expects the kernel inside one region of RAM.',
      'If the kernel starts in another region, for example with one segment below 1 MiB, the size of the free part becomes negative, which Xen takes for very large.',
      'It then writes over the segments in the middle of the kernel.',
    ],
    [
      'Xen prints nothing, and dom0 starts damaged.',
      'Since {dated pvh-dom0-looks-on-both-sides} Xen looks on both sides of the kernel.',
    ],
  ),
  fix: 'Load all segments of the kernel at or above 1 MiB, in one region of RAM.',
  askXen: withDates(
    '{orLater pvh-dom0-looks-on-both-sides}, or a backport of {commit pvh-dom0-looks-on-both-sides}.',
  ),
  references: [
    xenCommit('73b47eea21045556dc5334e4f17d0c05c23f3c16'),
    xenCommit('a99de9de81c7f1c8af532a23b895806225eaf192'),
    xenCommit('b6c7951f23a42215a0d1af2541d0702db1971c47'),
    xenFile('xen/arch/x86/hvm/dom0_build.c'),
  ],
});
