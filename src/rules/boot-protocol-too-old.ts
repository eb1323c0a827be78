import { text } from './evidence.ts';
import { LINUX_BOOT_PROTOCOL, paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

export const bootProtocolTooOld = defineRule({
  id: 'boot-protocol-too-old',
  title: 'The bzImage header is older than boot protocol 2.08',
  level: 'error',
  stage: 'container',
  evidence: {
    protocol: text('the boot protocol of the header, such as `2.07`'),
  },
  message: ({ protocol }) =>
    `The bzImage has boot protocol ${protocol}, and its payload can be found from 2.08 on only.`,
  explanation: paragraphs(
    [
      'Xen does not run the decompressor inside a bzImage: it takes the payload out and decompresses it itself.',
      'It finds the payload by `payload_offset` and `payload_length`, two fields that the header has since boot protocol 2.08 (Linux 2.6.26).',
      'This file declares an older protocol.',
    ],
    [
      'Every release refuses it.',
      'The hypervisor prints `Cannot load bzImage v2.07 at least v2.08 is required`, the toolstack `xc_dom_probe_bzimage_kernel: boot protocol too old (0207)`.',
    ],
    ['A newer kernel that fails here had its header overwritten after the build.'],
  ),
  fix: 'Build Linux 2.6.26 or later. If it is later already, find the step that rewrites the header at offset 0x1f1 after the build, or ship `vmlinux`, which has no such header.',
  askXen: 'Nothing: no release reads a bzImage without the payload fields.',
  references: [
    xenCommit('f3bf1dc1689aea30d3026d533a3e2130b51d439b'),
    xenCommit('e2b1ebf4de503eef701bf122362355ec11af34f3'),
    LINUX_BOOT_PROTOCOL,
  ],
});
