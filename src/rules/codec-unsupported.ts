import { withDates } from '../programs/xen/dates.ts';
import { codec } from './codec-field.ts';
import { compressionFix } from './compression-fix.ts';
import { flag, identity, number, oneOf, orNull } from './evidence.ts';
import { paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

export const codecUnsupported = defineRule({
  id: 'codec-unsupported',
  title: "This Xen cannot decompress the payload's compression",
  level: 'error',
  stage: 'payload',
  evidence: {
    codec: identity(codec('the compression')),
    check: identity(
      orNull(
        number(
          'the check type of the xz stream that the release does not know; `null` where it does not know the compression',
        ),
      ),
    ),
    by: oneOf(
      'who loads the kernel, the `hypervisor` or the `toolstack`',
      'hypervisor',
      'toolstack',
    ),
    whole: flag('whether the file is compressed as a whole, and not the payload of a bzImage'),
  },
  message({ codec, check, by, whole }) {
    if (check !== null) {
      return `The xz stream has a check of type ${check}: the ${by} knows none (0) and CRC32 (1).`;
    }
    return whole
      ? `The file is compressed as a whole, and this ${by} decompresses bzImages only.`
      : `The payload is compressed with ${codec}, and the ${by} of this release cannot decompress that.`;
  },
  explanation: paragraphs(
    [
      'Xen decompresses a bzImage itself: the hypervisor for dom0, the toolstack for a guest.',
      'Both support each compression since the same releases: gzip, bzip2 and lzma in all of them, lzo since {firsts domu-lzo}, xz since {firsts domu-xz}.',
      'lz4 came in {firsts domu-lz4}, zstd in {firsts domu-zstd}.',
      'No {upTo domu-zstd} release has zstd.',
    ],
    [
      'The toolstack prints `xc_dom_probe_bzimage_kernel: unknown compression format`, then `xc_dom_find_loader: no loader found`.',
      'The hypervisor takes the payload for a kernel and prints `ELF: not an ELF binary` (`elf_init: not an ELF binary` before {since plain-libelf-messages}).',
    ],
    [
      "The toolstack uses the host's libraries, and can be built without them; bzip2, lzma and xz, lzo, zstd and (since {since domu-lz4-compares-size}) lz4 are optional.",
      'Such a build prints `xc_try_bzip2_decode: BZIP2 decompress support unavailable`, or the same with the name of another.',
    ],
  ),
  fix: withDates(
    'Set `CONFIG_KERNEL_GZIP=y`, which every release reads, or `CONFIG_KERNEL_XZ=y` for {firsts domu-xz} and later (mind its dictionary), in place of the present compression. Shipping the decompressed `vmlinux` works too.',
  ),
  fixFor: (known) => {
    const { codec, check } = known.evidence;
    if (check !== null) {
      return 'Compress the kernel with `xz --check=crc32`, as the build of Linux does: the hypervisor knows no other check.';
    }
    return known.stage === 'container' ? BARE : compressionFix(known, codec);
  },
  askXen: withDates(
    '{orLater domu-zstd} for zstd, {orLater lz4-underrun-check-fixed} for lz4, and a toolstack that was built with the library in question.',
  ),
  references: [
    xenCommit('d6627cf1b63ce57a6a7e2c1800dbc50eed742c32'),
    xenCommit('8169f82049efb5b2044b33aa482ba3a136b7804d'),
    xenCommit('e850049bbc831bfe40b87eaea673675d8a829e74'),
    xenCommit('84f04d8f0dbfc24a48ee888011ca7410b7bbafc5'),
    xenCommit('a1630abae53f89e366eea574d650400347ab5f59'),
    xenCommit('4afea3d65321c40bb8afec833c860f92176bfb42'),
    xenCommit('d371fcc85bac2de69b34a0d28293202a3b33cdef'),
    xenCommit('c2c4e65d960453d6d764c837015e817c06c8dcea'),
    xenCommit('38492dc098a19e851a916a9e441008083538bc69'),
    'https://github.com/QubesOS/qubes-issues/issues/5980',
    'https://github.com/NixOS/nixpkgs/issues/249357',
  ],
});

const BARE =
  'Install the ELF file without compression, or a bzImage: these releases decompress nothing but the payload of a bzImage.';
