/**
 * Where the guides and the README name a release of Xen, with the fact that it comes from in place of
 * the number: `withDates` fills it in. The page may break its lines anywhere.
 */
export const SAID: Readonly<Record<string, readonly string[]>> = {
  'README.md': [
    'Xen {upTo tolerates-unknown-features} may refuse a feature name in an ELF note',
    'with hardware virtualisation, from {series pvh-dom0} |',
    'as a PVH guest, from {series pvh-domu} |',
  ],
  'docs/distribution-packages.md': [
    'By default that option is off since {firsts pv32.offByDefault}, so 32-bit PV kernels fail there',
  ],
  'docs/own-xen.md': ['which it reads since {since efi-unified-image}.'],
  'docs/how-xen-reads-notes.md': [
    'Guests have it since {series pvh-domu}, dom0 since {series pvh-dom0}.',
    'that hold a machine page number | {since note-l1-mfn-valid} and later, for the log only |',
    '1: the ramdisk need not be mapped | {since note-mod-start-pfn} and later |',
    'features as bits, in place of names | {since note-supported-features} and later |',
    'the first PVH instruction, below 4 GiB | {since note-phys32-entry} and later |',
    'alignment, lowest, highest address | {since note-phys32-reloc} and later |',
    'the section `__xen_guest`, since {since pvh-ignores-xen-guest} for PV alone.',
    'Since {firsts checked-elf-accesses} it checks each access against the file',
    'refuses it up to {upTo tolerates-unknown-features} and is skipped since {since tolerates-unknown-features}',
    '| `hvm_callback_vector` | 8 | {since feature-hvm-callback-vector} and later |',
    '| `dom0` | 11 | {since feature-dom0} and later |',
    'never fails, and is skipped up to {upTo note-supported-features}.',
    'not checked from {oldest phys32-entry-suffices} up to {upTo parses-for-pvh} if `PHYS32_ENTRY` is there',
    'the same before {firsts phys32-entry-suffices}; since then not checked',
    'not checked since {since pvh-ignores-paddr-offset} |',
    'virtual addresses up to {upTo parses-for-pvh}, physical ones since {since parses-for-pvh} |',
    'Up to {upTo parses-for-pvh} libelf does not distinguish PV and PVH',
    'the two columns are the same. Since {since parses-for-pvh} it',
    'Since {since note-phys32-reloc}, all of the kernel must be in one region of RAM',
    'the kernel before {firsts pvh-dom0-looks-for-room}, and since then at any free place',
    'and since {since domu-checks-initial-mapping} all of it must fit into the guest',
    'outside of this mapping, since {since domu-init-p2m}.',
    '(0xfee00000 up to {upTo pvh-hole-for-acpi})',
    'with `MOD_START_PFN` and since {since domu-leaves-initrd-unmapped}, after everything else.',
    'Until {upTo domu-keeps-initrd-compressed} the toolstack decompresses gzip',
  ],
  'docs/linux.md': [
    'from {series pv-dom0-asks-dom0-feature} on, the feature `dom0`',
    // The table has one column for the toolstack and the hypervisor.
    '| `CONFIG_KERNEL_LZO` | {firsts dom0-lzo} |',
    '| `CONFIG_KERNEL_XZ` | {firsts dom0-xz};',
    '| `CONFIG_KERNEL_LZ4` | {firsts dom0-lz4};',
    '| `CONFIG_KERNEL_ZSTD` | {firsts dom0-zstd} |',
    '| `CONFIG_KERNEL_LZO` | {firsts domu-lzo} |',
    '| `CONFIG_KERNEL_XZ` | {firsts domu-xz};',
    'too large for the toolstacks before {firsts domu-lzma-memory-256-mib} |',
    '| `CONFIG_KERNEL_LZ4` | {firsts domu-lz4}; broken from {firsts lz4-underrun-check} until {firsts lz4-underrun-check-fixed} |',
    '| `CONFIG_KERNEL_ZSTD` | {firsts domu-zstd} |',
  ],
};

/** Where a number is no date of a fact, with what it is. */
export const NO_DATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': {
    'for every Xen release since 4.0.0,': 'the oldest release known here',
    'it fails on Ubuntu 24.04, XCP-ng 8.3 and 4.17.7,': 'a picture',
    'the newest point release of 4.17 |': 'an example',
    'all point releases of 4.17 |': 'an example',
    'Xen 4.1.6.1 that knows this feature.': 'an example',
    'Xen 4.1.6.1 with the other fix': 'an example',
  },
  'docs/inputs.md': {
    'without quotes, YAML reads 4.20 as 4.2.': 'a number of YAML',
  },
  'docs/new-release.md': {
    '`test/vectors` end with 4.22.0 and': 'the last release that was recorded',
  },
  'docs/policy.md': {
    'is the newest point release of 4.14;': 'an example',
  },
};
