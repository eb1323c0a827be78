import { OPTIONAL_LIBRARIES, PV32_DEFAULT } from './common-evidence.ts';
import type { Family, Inferred, Product } from './product.ts';

const GUESTS: Product['guests'] = {
  ways: ['direct', 'pygrub', 'pvgrub', 'pvhgrub'],
  grub: '2.06',
  note: 'dom0 PV by default. Guests: xl or libvirt; direct kernel, pygrub, pvgrub2 and grub-pvh (grub-xen-host is recommended by xen-utils); xl.cfg type defaults to pv',
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: true };

/** What of trixie's packages was not run is as in the one that was. */
const OF_4_20_4: readonly Inferred[] = [
  {
    differences: ['no-domu-bzip2', 'no-domu-lzo'],
    from: 'its neighbour of the same source package that was run (4.20.4+63)',
  },
  {
    differences: ['no-pv32'],
    from: "Kconfig's default and the configurations of its neighbours",
  },
];

export const DEBIAN: Family = {
  id: 'debian',
  name: 'Debian',
  products: [
    {
      id: 'debian-10',
      name: 'Debian 10',
      aliases: ['buster'],
      supportedUntil: {
        day: '2024-06-30',
        source: 'Debian package distro-info-data 0.58+deb12u6, debian.csv (end of LTS)',
      },
      guests: {
        ways: ['direct', 'pygrub', 'pvgrub', 'pvhgrub'],
        grub: null,
        note: 'dom0 PV by default. Guests: xl or libvirt; direct kernel, pygrub, pvgrub2 and grub-pvh (grub-xen-host is recommended by xen-utils); xl.cfg type defaults to pv',
      },
      dom0: DOM0,
      states: [
        {
          since: '2019-06-22',
          package: '4.11.1+92-g6c33308a8d-2',
          release: '4.11.1',
          differences: ['no-domu-bzip2', 'no-domu-lzo'],
          inferred: [
            {
              differences: ['no-domu-bzip2', 'no-domu-lzo'],
              from: 'the packages of 4.11.4 and later',
            },
          ],
          note: 'lz4 is the broken one of 4.11.1',
          evidence: [
            {
              kind: 'source',
              what: 'package version 4.11.1+92-g6c33308a8d-2 (upstream describe RELEASE-4.11.1-92)',
              source:
                'Debian xen changelog (usr/share/doc/libxenmisc*/changelog.Debian.gz of 4.14.6-1)',
              date: '2019-06-22',
            },
          ],
        },
        {
          since: '2020-01-08',
          package: '4.11.4+107-gef32c7afa2-1',
          release: '4.11.4',
          differences: ['no-domu-bzip2', 'no-domu-lzo'],
          inferred: [
            {
              differences: ['no-domu-bzip2', 'no-domu-lzo'],
              from: 'later packages that were run (4.14.5+94, 4.14.6), and the stored list of dependencies',
            },
          ],
          unknown: ['date of the upload'],
          evidence: [
            {
              kind: 'source',
              what: 'libxenmisc4.11 4.11.4+107-gef32c7afa2-1 depends on liblzma5',
              source:
                'Debian package pages/en/buster/libxenmisc4.11 (stored page); upstream ef32c7afa2 is RELEASE-4.11.4-107',
              date: '2021-06-08',
            },
            {
              kind: 'source',
              what: "4.11.3+24-g14b62ab3e5 is exactly upstream's lz4 fix (14b62ab3e5 is the second of its two commits)",
              source: 'xen-project/xen stable-4.11; Debian changelog 2020-01-08',
              date: '2020-01-08',
            },
          ],
        },
      ],
    },
    {
      id: 'debian-11',
      name: 'Debian 11',
      aliases: ['bullseye'],
      supportedUntil: {
        day: '2026-08-31',
        source: 'Debian package distro-info-data 0.58+deb12u6, debian.csv (end of LTS)',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2021-07-30',
          package: '4.14.2+25-gb6a8c4f72d-2',
          release: '4.14.2',
          differences: ['no-domu-bzip2', 'no-domu-lzo'],
          inferred: [
            {
              differences: ['no-domu-bzip2', 'no-domu-lzo'],
              from: 'its neighbours of the same source package that were run (4.14.5+94, 4.14.6)',
            },
          ],
          note: '32-bit PV guests still ran; they stop with the first security update',
          evidence: [
            {
              kind: 'source',
              what: 'package version 4.14.2+25-gb6a8c4f72d-2',
              source:
                'Debian xen changelog (usr/share/doc/libxenmisc*/changelog.Debian.gz of 4.14.6-1)',
              date: '2021-07-30',
            },
            {
              kind: 'source',
              what: 'CONFIG_PV32 still defaults to y at b6a8c4f72d',
              source: 'xen-project/xen b6a8c4f72d:xen/arch/x86/Kconfig',
              date: '2021-06-17',
            },
          ],
        },
        {
          since: '2021-12-02',
          package: '4.14.6-1',
          release: '4.14.6',
          differences: ['no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
          evidence: [
            {
              kind: 'source',
              what: 'package version 4.14.3+32-g9de3671772-1~deb11u1 … 4.14.6-1',
              source:
                'Debian xen changelog (usr/share/doc/libxenmisc*/changelog.Debian.gz of 4.14.6-1)',
              date: '2023-09-21',
            },
            {
              kind: 'binary',
              what: 'libxenguest.so needs neither libbz2 nor liblzo2, and says that both are unavailable; run on 12 kernels in PV and PVH',
              source: 'Debian libxenmisc package 4.14.6-1 and 4.14.5+94-ge49571868d-1',
              date: '2026-11-27',
              shows: ['no-domu-bzip2', 'no-domu-lzo'],
            },
            {
              kind: 'binary',
              what: '/boot/xen-*-amd64.config: CONFIG_PV=y, # CONFIG_PV32 is not set, # CONFIG_XEN_GUEST is not set; the hypervisor holds no xen-*-x86_32p capability string',
              source: 'Debian xen-hypervisor-*-amd64 4.14.6-1',
              date: '2026-11-27',
              shows: ['no-pv32'],
            },
            {
              kind: 'binary',
              what: 'hypervisor holds xz, lzma, lzo and lz4 messages and none of zstd',
              source: 'strings of /boot/xen-4.14-amd64.gz 4.14.6-1',
              date: '2026-11-27',
            },
          ],
        },
      ],
    },
    {
      id: 'debian-12',
      name: 'Debian 12',
      aliases: ['bookworm'],
      supportedUntil: {
        day: '2028-06-30',
        source: 'Debian package distro-info-data 0.58+deb12u6, debian.csv (end of LTS)',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2023-05-18',
          package: '4.17.5+23-ga4e5191dc0-1',
          release: '4.17.5',
          differences: ['no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
          unknown: ['xen names the last version of the range; it began with 4.17.1+2'],
          inferred: [
            {
              differences: ['no-domu-bzip2', 'no-domu-lzo'],
              from: 'its neighbours of the same source package that were run (4.17.5+72, 4.17.7+13)',
            },
            {
              differences: ['no-pv32'],
              from: "Kconfig's default and the configurations of its neighbours",
            },
          ],
          note: 'refuses Linux 6.12 and later compressed with xz',
          evidence: [
            {
              kind: 'source',
              what: 'package version 4.17.1+2-gb773c48e36-1 (2023-05-18) … 4.17.5+23-ga4e5191dc0-1 (2024-12-20)',
              source:
                'Debian xen changelog (usr/share/doc/libxenmisc*/changelog.Debian.gz of 4.17.7+13)',
              date: '2024-12-20',
            },
            OPTIONAL_LIBRARIES,
          ],
        },
        {
          since: '2025-02-19',
          package: '4.17.7+13-g2445b30a44-0+deb12u1',
          release: '4.17.7',
          differences: ['domu-lzma-memory-256-mib', 'no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
          note: 'CONFIG_SHADOW_PAGING is on in 4.17.5+72 and off in 4.17.7+13. 4.17.5 until 2026-08-01: the same verdicts',
          evidence: [
            {
              kind: 'source',
              what: 'package version 4.17.5+23-ga4e5191dc0-1+deb12u1 picks upstream e6472d4668 (Closes: #1092495)',
              source:
                'Debian xen changelog (usr/share/doc/libxenmisc*/changelog.Debian.gz of 4.17.7+13)',
              date: '2025-02-19',
              shows: ['domu-lzma-memory-256-mib'],
            },
            {
              kind: 'source',
              what: 'debian/patches/0024-tools-xg-increase-LZMA_BLOCK_SIZE-for-uncompressing-.patch',
              source: 'Debian source xen 4.17.5+72-g01140da4e8-1, debian/patches/series',
              date: '2025-11-29',
              shows: ['domu-lzma-memory-256-mib'],
            },
            {
              kind: 'source',
              what: 'upstream 01140da4e8 itself still has 128 MiB',
              source: 'xen-project/xen 01140da4e8:tools/libs/guest/xg_dom_bzimageloader.c:276',
              date: '2025-11-13',
            },
            {
              kind: 'binary',
              what: 'libxenguest.so needs neither libbz2 nor liblzo2, and says that both are unavailable; run on 12 kernels in PV and PVH',
              source:
                'Debian libxenmisc package 4.17.5+72-g01140da4e8-1 and 4.17.7+13-g2445b30a44-0+deb12u1',
              date: '2026-11-27',
              shows: ['no-domu-bzip2', 'no-domu-lzo'],
            },
            {
              kind: 'binary',
              what: 'kernel …xz128.img accepted',
              source: 'log run-deb12-pv.log: "XZ decompress OK, 0x2658 -> 0x36f9078"',
              date: '2026-11-27',
              shows: ['domu-lzma-memory-256-mib'],
            },
            {
              kind: 'binary',
              what: '/boot/xen-*-amd64.config: CONFIG_PV=y, # CONFIG_PV32 is not set, # CONFIG_XEN_GUEST is not set; the hypervisor holds no xen-*-x86_32p capability string',
              source: 'Debian xen-hypervisor-*-amd64 4.17.5+72 and 4.17.7+13',
              date: '2026-11-27',
              shows: ['no-pv32'],
            },
          ],
        },
      ],
    },
    {
      id: 'debian-13',
      name: 'Debian 13',
      aliases: ['trixie'],
      supportedUntil: {
        day: '2030-06-30',
        source: 'Debian package distro-info-data 0.58+deb12u6, debian.csv (end of LTS)',
      },
      guests: {
        ways: ['direct', 'pygrub', 'pvgrub', 'pvhgrub'],
        grub: '2.12',
        note: 'dom0 PV by default. Guests: xl or libvirt; direct kernel, pygrub, pvgrub2 and grub-pvh (grub-xen-host is recommended by xen-utils); xl.cfg type defaults to pv',
      },
      dom0: DOM0,
      states: [
        {
          since: '2025-05-05',
          package: '4.20.0+68-g35cb38b222-1',
          release: '4.20.0',
          differences: ['no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
          inferred: OF_4_20_4,
          evidence: [
            {
              kind: 'source',
              what: 'package version 4.20.0+68-g35cb38b222-1',
              source:
                'Debian xen changelog (usr/share/doc/libxenmisc*/changelog.Debian.gz of 4.20.4+63)',
              date: '2025-05-05',
            },
          ],
        },
        {
          since: '2025-11-30',
          package: '4.20.2+37-g61ff35323e-0+deb13u1',
          release: '4.20.2',
          differences: ['no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
          inferred: OF_4_20_4,
          evidence: [
            {
              kind: 'source',
              what: 'package version 4.20.2+7-g1badcf5035-0+deb13u1 … 4.20.2+37-g61ff35323e-0+deb13u1',
              source:
                'Debian xen changelog (usr/share/doc/libxenmisc*/changelog.Debian.gz of 4.20.4+63)',
              date: '2026-03-05',
            },
            PV32_DEFAULT,
          ],
        },
        {
          since: '2026-07-31',
          package: '4.20.3+127-gc42374a105-0+deb13u1',
          release: '4.20.3',
          differences: ['pvh-dom0-asks-dom0-feature', 'no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
          inferred: OF_4_20_4,
          note: 'what 4.20.4 does came with this snapshot',
          evidence: [
            {
              kind: 'source',
              what: 'package version 4.20.3+127-gc42374a105-0+deb13u1',
              source:
                'Debian xen changelog (usr/share/doc/libxenmisc*/changelog.Debian.gz of 4.20.4+63)',
              date: '2026-07-31',
            },
            {
              kind: 'source',
              what: '1f067a8e6a is RELEASE-4.20.3-16, so 4.20.3+127 holds it',
              source: 'xen-project/xen stable-4.20',
              date: '2026-04-20',
              shows: ['pvh-dom0-asks-dom0-feature'],
            },
            PV32_DEFAULT,
          ],
        },
        {
          since: '2026-10-16',
          package: '4.20.4+63-g7abfd2bce2-0+deb13u1',
          release: '4.20.4',
          differences: ['no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
          note: 'between 2026-07-31 and 2026-10-16 write 4.20.3+pvh-dom0-asks-dom0-feature. The tip g7abfd2bce2 is newer than our copy of Xen',
          evidence: [
            {
              kind: 'source',
              what: 'package version 4.20.4+63-g7abfd2bce2-0+deb13u1',
              source:
                'Debian xen changelog (usr/share/doc/libxenmisc*/changelog.Debian.gz of 4.20.4+63)',
              date: '2026-11-03',
            },
            {
              kind: 'source',
              what: '4.20.3+127-gc42374a105 (2026-07-31) already refuses a PVH dom0 kernel without the dom0 bit: 1f067a8e6a is RELEASE-4.20.3-16',
              source: 'xen-project/xen stable-4.20',
              date: '2026-04-20',
            },
            {
              kind: 'binary',
              what: 'libxenguest.so needs neither libbz2 nor liblzo2, and says that both are unavailable; run on 12 kernels in PV and PVH',
              source: 'Debian libxenmisc package 4.20.4+63-g7abfd2bce2-0+deb13u1',
              date: '2026-11-27',
              shows: ['no-domu-bzip2', 'no-domu-lzo'],
            },
            {
              kind: 'binary',
              what: '/boot/xen-*-amd64.config: CONFIG_PV=y, # CONFIG_PV32 is not set, # CONFIG_XEN_GUEST is not set; the hypervisor holds no xen-*-x86_32p capability string',
              source: 'Debian xen-hypervisor-*-amd64 4.20.4+63',
              date: '2026-11-27',
              shows: ['no-pv32'],
            },
            {
              kind: 'binary',
              what: 'hypervisor holds zstd, xz, lzma, lzo, lz4 messages, PHYS32_RELOC and "Address conflict and not relocatable"',
              source: 'strings of /boot/xen-4.20-amd64.gz',
              date: '2026-11-27',
            },
          ],
        },
      ],
    },
    {
      id: 'debian-sid',
      name: 'Debian unstable',
      aliases: ['sid', 'debian-unstable', 'debian-14', 'forky'],
      supportedUntil: null,
      guests: {
        ways: ['direct', 'pygrub', 'pvgrub', 'pvhgrub'],
        grub: '2.14',
        note: 'dom0 PV by default. Guests: xl or libvirt; direct kernel, pygrub, pvgrub2 and grub-pvh (grub-xen-host is recommended by xen-utils); xl.cfg type defaults to pv',
      },
      dom0: DOM0,
      states: [
        {
          since: '2026-10-16',
          package: '4.20.4+39-gf1e1321c87-1',
          release: '4.20.4',
          differences: ['no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
          evidence: [
            {
              kind: 'source',
              what: 'package version 4.20.4+39-gf1e1321c87-1',
              source:
                'Debian xen changelog (usr/share/doc/libxenmisc*/changelog.Debian.gz of 4.20.4+39)',
              date: '2026-10-16',
            },
            {
              kind: 'binary',
              what: 'libxenguest.so needs neither libbz2 nor liblzo2, and says that both are unavailable; run on 12 kernels in PV and PVH',
              source: 'Debian libxenmisc package 4.20.4+39-gf1e1321c87-1',
              date: '2026-11-27',
              shows: ['no-domu-bzip2', 'no-domu-lzo'],
            },
            {
              kind: 'binary',
              what: '/boot/xen-*-amd64.config: CONFIG_PV=y, # CONFIG_PV32 is not set, # CONFIG_XEN_GUEST is not set; the hypervisor holds no xen-*-x86_32p capability string',
              source: 'Debian xen-hypervisor-*-amd64 4.20.4+39',
              date: '2026-11-27',
              shows: ['no-pv32'],
            },
          ],
        },
      ],
    },
  ],
};
