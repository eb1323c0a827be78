import { compressionFix } from './compression-fix.ts';
import { paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

export const lz4DecoderBroken = defineRule({
  id: 'lz4-decoder-broken',
  title: "This Xen's lz4 decoder rejects sound kernels",
  level: 'error',
  stage: 'payload',
  evidence: {},
  explanation: paragraphs(
    [
      'Xen 4.4.1 to 4.11.3, 4.12.0 and 4.12.1 have an lz4 decoder that takes valid data for an attack.',
      'The fix for CVE-2014-4611 (9143a6c55ef7, in 4.5.0 and 4.4.1) refused copies that are valid on 64-bit machines, and a second fix (fcc17f96c277, in 4.6.0, 4.5.1 and 4.4.3) added another test that is too strict.',
      'Both were fixed in 4.13.0, 4.12.2 and 4.11.4; no release of 4.10 or before was, and 4.4.0 is older than the mistake.',
    ],
    [
      'Whether it strikes depends on the data, but every kernel that was tried on these releases failed in its first block.',
      'The hypervisor and the toolstack share the decoder, so dom0 and guests fail alike.',
    ],
    [
      'The hypervisor prints `Decoding failed`, the toolstack `xc_dom_probe_bzimage_kernel unable to LZ4 decompress kernel`, then `xc_dom_find_loader: no loader found`.',
    ],
  ),
  fix: 'Set `CONFIG_KERNEL_XZ=y` or `CONFIG_KERNEL_GZIP=y` in place of `CONFIG_KERNEL_LZ4=y`, or ship the decompressed `vmlinux`.',
  fixFor: (known) => compressionFix(known, 'lz4'),
  askXen:
    'Xen 4.11.4, 4.12.2, 4.13.0 or later, or a backport of both 2d7572cdfa4d and 5d90ff79542a.',
  references: [
    xenCommit('9143a6c55ef7e8f630857cb08c03844d372c2345'),
    xenCommit('4328fdf3873f0a6f77c1ecb61873b103ceb6d8cb'),
    xenCommit('fcc17f96c2776eb220e3dee79fd0ad6a624ffcd9'),
    xenCommit('2d7572cdfa4d481c1ca246aa1ce5239ccae7eb59'),
    xenCommit('5d90ff79542ab9c6eebe5c315c68c196bcf353b9'),
  ],
});
