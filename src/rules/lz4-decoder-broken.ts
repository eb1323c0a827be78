import { withDates } from '../programs/xen/dates.ts';
import { compressionFix } from './compression-fix.ts';
import { paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

export const lz4DecoderBroken = defineRule({
  id: 'lz4-decoder-broken',
  title: "This Xen's lz4 decoder rejects sound kernels",
  level: 'error',
  stage: 'payload',
  evidence: {},
  message: () =>
    'The payload is compressed with lz4, and the lz4 decoder of this release refuses sound data.',
  explanation: paragraphs(
    [
      'From {firsts lz4-underrun-check} until the fix in {firsts lz4-underrun-check-fixed}, the lz4 decoder of Xen refuses valid data.',
      'The fix for CVE-2014-4611 ({commit lz4-underrun-check}) refused copies that are valid on 64-bit machines, and a second fix ({commit lz4-overrun-check}, in {firsts lz4-overrun-check}) added another test that is too strict.',
      'Both are fixed in {firsts lz4-overrun-check-fixed}, and in no older series.',
    ],
    [
      'Whether it strikes depends on the data, but every kernel that was tried on these releases failed in its first block.',
      'The hypervisor and the toolstack share that code, so dom0 and guests fail in the same way.',
    ],
    [
      'With the first fix alone ({commit lz4-underrun-check-fixed}), as in XenServer 7.1, guests boot.',
      'The hypervisor still refuses a block whose last match begins in its last 15 bytes and ends in its last 7.',
      'Of 90 streams that were tried, 16 end so.',
    ],
    [
      'The hypervisor prints `Decoding failed`, the toolstack `xc_dom_probe_bzimage_kernel unable to LZ4 decompress kernel`, then `xc_dom_find_loader: no loader found`.',
    ],
  ),
  fix: 'Set `CONFIG_KERNEL_XZ=y` or `CONFIG_KERNEL_GZIP=y` in place of `CONFIG_KERNEL_LZ4=y`, or ship the decompressed `vmlinux`.',
  fixFor: (known) => compressionFix(known, 'lz4'),
  askXen: withDates(
    '{orLater lz4-underrun-check-fixed}, or a backport of both {commit lz4-underrun-check-fixed} and {commit lz4-overrun-check-fixed}.',
  ),
  references: [
    xenCommit('9143a6c55ef7e8f630857cb08c03844d372c2345'),
    xenCommit('4328fdf3873f0a6f77c1ecb61873b103ceb6d8cb'),
    xenCommit('fcc17f96c2776eb220e3dee79fd0ad6a624ffcd9'),
    xenCommit('2d7572cdfa4d481c1ca246aa1ce5239ccae7eb59'),
    xenCommit('5d90ff79542ab9c6eebe5c315c68c196bcf353b9'),
  ],
});
