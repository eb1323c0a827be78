import type { Family, Product } from './product.ts';

const GUESTS: Product['guests'] = {
  ways: ['hvm', 'pygrub'],
  grub: null,
  note: 'guests: HVM by default (SeaBIOS, OVMF); PV by pygrub or eliloader through xenopsd; xapi',
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: false };

export const XCP_NG: Family = {
  id: 'xcp-ng',
  name: 'XCP-ng',
  products: [
    {
      id: 'xcp-ng-7.6',
      name: 'XCP-ng 7.6',
      supportedUntil: {
        day: '2020-03-30',
        source: 'endoflife-date/endoflife.date products/xcp-ng.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2018-09-13',
          package: '4.7.6-6.9',
          release: '4.7.6',
          differences: [],
          note: 'no lz4 fix: lz4 kernels fail',
          evidence: [
            {
              kind: 'source',
              what: 'imports xen-4.7.6-6.1 … 6.9',
              source: 'xcp-ng-rpms/xen 27d82fb … 8a77d45',
              date: '2019-12-12',
            },
            {
              kind: 'source',
              what: 'BuildRequires: zlib, bzip2, xz, lzo',
              source: 'xcp-ng-rpms/xen branch 7.6 SPECS/xen.spec',
              date: null,
            },
          ],
        },
      ],
    },
    {
      id: 'xcp-ng-8.0',
      name: 'XCP-ng 8.0',
      supportedUntil: {
        day: '2020-11-13',
        source: 'endoflife-date/endoflife.date products/xcp-ng.md @a70eca337600',
      },
      guests: {
        ways: ['hvm', 'pygrub'],
        grub: null,
        note: 'guests: HVM by default (SeaBIOS, OVMF); PV by pygrub or eliloader through xenopsd; xapi, pv-in-pvh shim',
      },
      dom0: DOM0,
      states: [
        {
          since: '2019-04-29',
          package: '4.11.1-7.11.3',
          release: '4.11.1',
          differences: [],
          note: 'no lz4 fix',
          evidence: [
            {
              kind: 'source',
              what: '4.11.1-7.2 … 7.11.3',
              source: 'xcp-ng-rpms/xen 7ed4ea7 … f91d2a6',
              date: '2020-10-29',
            },
            {
              kind: 'source',
              what: 'BuildRequires: zlib, bzip2, xz, lzo',
              source: 'xcp-ng-rpms/xen branch 8.0 SPECS/xen.spec',
              date: null,
            },
          ],
        },
      ],
    },
    {
      id: 'xcp-ng-8.1',
      name: 'XCP-ng 8.1',
      supportedUntil: {
        day: '2021-03-31',
        source: 'endoflife-date/endoflife.date products/xcp-ng.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2019-12-19',
          package: '4.13.0-8.12.2',
          release: '4.13.0',
          differences: [],
          evidence: [
            {
              kind: 'source',
              what: '4.13.0-8.3 … 8.12.2',
              source: 'xcp-ng-rpms/xen d34db61 … 14315fe',
              date: '2021-01-26',
            },
            {
              kind: 'source',
              what: 'BuildRequires: zlib, bzip2, xz, lzo',
              source: 'xcp-ng-rpms/xen branch 8.1 SPECS/xen.spec',
              date: null,
            },
          ],
        },
      ],
    },
    {
      id: 'xcp-ng-8.2',
      name: 'XCP-ng 8.2',
      supportedUntil: {
        day: '2025-06-25',
        source: 'endoflife-date/endoflife.date products/xcp-ng.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2020-07-01',
          package: '4.13.1-9.12.1',
          release: '4.13.1',
          differences: [],
          evidence: [
            {
              kind: 'source',
              what: '4.13.1-9.1 … 9.12.1',
              source: 'xcp-ng-rpms/xen d7b8a15 …',
              date: '2021-09-09',
            },
            {
              kind: 'source',
              what: 'BuildRequires: zlib, bzip2, xz, lzo',
              source: 'xcp-ng-rpms/xen branch 8.2 SPECS/xen.spec',
              date: null,
            },
          ],
        },
        {
          since: '2022-01-10',
          package: null,
          release: '4.13.5',
          differences: ['domu-checks-guest-type-early', 'pv32-off-at-boot'],
          note: '32-bit PV is off by default, not compiled out: pv=32 on the command line of Xen turns it on again',
          evidence: [
            {
              kind: 'source',
              what: 'backport-1787cc167906 (ABI check moved into parse_image) from 4.13.4-9.17',
              source: 'xcp-ng-rpms/xen fa26b0b',
              date: '2022-01-10',
              shows: ['domu-checks-guest-type-early'],
            },
            {
              kind: 'source',
              what: 'backport-68d757df8dd2 adds opt_pv32 and drops xen-3.0-x86_32p from the capabilities; xen-tweak-cmdline-defaults.patch sets it to pv_shim, so off',
              source: 'xcp-ng-rpms/xen fa26b0b, branch 8.2 SOURCES',
              date: '2022-01-10',
              shows: ['pv32-off-at-boot'],
            },
            {
              kind: 'report',
              what: '"Removing support for 32-bit PV guests"',
              source: 'xcp-ng.org/blog/2022/01/17/removing-support-for-32-bit-pv-guests/',
              date: '2022-01-17',
              shows: ['pv32-off-at-boot'],
            },
            {
              kind: 'source',
              what: '4.13.5 from 2023-02-23, last change 2025-09-09',
              source: 'xcp-ng-rpms/xen cc32861 … 7433841',
              date: '2025-09-09',
            },
            {
              kind: 'source',
              what: 'BuildRequires: zlib, bzip2, xz, lzo',
              source: 'xcp-ng-rpms/xen branch 8.2 SPECS/xen.spec',
              date: null,
            },
          ],
        },
      ],
    },
    {
      id: 'xcp-ng-8.3',
      name: 'XCP-ng 8.3',
      supportedUntil: {
        day: '2028-11-30',
        source: 'endoflife-date/endoflife.date products/xcp-ng.md @a70eca337600',
      },
      guests: {
        ways: ['hvm', 'pygrub'],
        grub: null,
        note: 'guests: HVM by default (SeaBIOS, OVMF); PV by pygrub or eliloader through xenopsd; xapi; PVH experimental (xcp-ng.org/forum/topic/10862)',
      },
      dom0: DOM0,
      states: [
        {
          since: '2024-10-01',
          package: '4.17.6-2.1',
          release: '4.17.6',
          differences: ['no-pv32'],
          note: 'Add-PV-IOMMU-elf-note.patch reads notes named "XS" too; no kernel is refused for it',
          evidence: [
            {
              kind: 'source',
              what: '4.17.5-3 (2024-10-01) … 4.17.6-2.1 (2026-01-28)',
              source: 'xcp-ng-rpms/xen 1d30f86 … 4d50634',
              date: '2026-01-28',
            },
            {
              kind: 'source',
              what: 'config-release: CONFIG_PV=y, # CONFIG_PV32 is not set, # CONFIG_SHADOW_PAGING is not set; "PV32, PV_LINEAR_PT and SHADOW_PAGING now compiled out"',
              source:
                'xcp-ng-rpms/xen branch master SOURCES/configure-build.patch, changelog of 4.17.3-1',
              date: '2024-01-26',
              shows: ['no-pv32'],
            },
            {
              kind: 'source',
              what: 'BuildRequires: zlib, bzip2, xz, lzo, libzstd',
              source: 'xcp-ng-rpms/xen branch master SPECS/xen.spec',
              date: null,
            },
            {
              kind: 'source',
              what: 'no patch touches xg_dom_bzimageloader.c, so 128 MiB stays the limit',
              source: 'xcp-ng-rpms/xen branch master SOURCES/*.patch',
              date: '2026-01-28',
            },
          ],
        },
      ],
    },
    {
      id: 'xcp-ng-9-dev',
      name: 'XCP-ng 9 (development)',
      aliases: ['xcp-ng-9'],
      supportedUntil: null,
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2024-10-29',
          package: null,
          release: '4.19.1',
          differences: ['domu-lzma-memory-256-mib', 'no-pv32'],
          inferred: [
            {
              differences: ['no-pv32'],
              from: "Kconfig's default and the configuration of XCP-ng 8.3",
            },
          ],
          unknown: ['not released; asv/9-test is at 4.19.3'],
          evidence: [
            {
              kind: 'source',
              what: 'backport-0a14438052e6 (LZMA_BLOCK_SIZE 256 MiB) on 4.19.1',
              source: 'xcp-ng-rpms/xen branch ydi/9 a7476ef',
              date: '2026-01-29',
              shows: ['domu-lzma-memory-256-mib'],
            },
            {
              kind: 'source',
              what: 'BuildRequires: zlib, bzip2, xz, lzo, libzstd',
              source: 'xcp-ng-rpms/xen branch ydi/9 SPECS/xen.spec',
              date: null,
            },
          ],
        },
      ],
    },
  ],
};
