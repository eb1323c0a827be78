import type { Family, Product } from './product.ts';

const GUESTS: Product['guests'] = {
  ways: ['direct', 'pvhgrub', 'hvm'],
  grub: null,
  note: "guests are PVH; HVM with PCI devices. The kernel is dom0's file by default (xz, QubesOS/qubes-linux-kernel config-qubes CONFIG_KERNEL_XZ=y), or pvgrub2-pvh for a kernel of the guest. HVM qubes boot from their disk",
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: false };

export const QUBES: Family = {
  id: 'qubes',
  name: 'Qubes OS',
  products: [
    {
      id: 'qubes-3.2',
      name: 'Qubes OS 3.2',
      supportedUntil: { day: '2019-03-05', source: 'the last change of its package' },
      guests: {
        ways: ['direct', 'pvhgrub', 'hvm'],
        grub: null,
        note: "guests are PV; the kernel is dom0's file by default (xz, QubesOS/qubes-linux-kernel config-qubes CONFIG_KERNEL_XZ=y), or pvgrub2-pvh for a kernel of the guest. HVM qubes boot from their disk",
      },
      dom0: DOM0,
      states: [
        {
          since: '2016-05-10',
          package: '4.6.6-46',
          release: '4.6.6',
          differences: ['no-domu-lzo'],
          evidence: [
            {
              kind: 'source',
              what: 'versions 4.6.1-13 (2016-05-10) … 4.6.6-46 (2019-03-05); BuildRequires bzip2-devel xz-devel',
              source: 'QubesOS/qubes-vmm-xen branch xen-4.6 105e942',
              date: '2019-03-05',
              shows: ['no-domu-lzo'],
            },
            {
              kind: 'source',
              what: 'no patch touches libelf, the domain builder or a decompressor except patches.stable 0130 to 0136 (XPTI) in domain_build.c',
              source: 'the same branch',
              date: '2019-03-05',
            },
          ],
        },
      ],
    },
    {
      id: 'qubes-4.0',
      name: 'Qubes OS 4.0',
      supportedUntil: {
        day: '2022-08-04',
        source: 'https://www.qubes-os.org/news/2022/07/04/qubes-os-4-0-eol-on-2022-08-04/',
      },
      guests: {
        ways: ['direct', 'pvhgrub', 'hvm'],
        grub: null,
        note: "guests are PVH by default since 2018-01-15 (qubes-core-admin 4ff53879), PV possible. The kernel is dom0's file by default (xz, QubesOS/qubes-linux-kernel config-qubes CONFIG_KERNEL_XZ=y), or pvgrub2-pvh for a kernel of the guest. HVM qubes boot from their disk",
      },
      dom0: DOM0,
      states: [
        {
          since: '2019-03-14',
          package: '4.8.5-43',
          release: '4.8.5',
          differences: [
            'pvh-domu',
            'phys32-entry-suffices',
            'domu-fails-without-guest-type',
            'no-domu-lzo',
          ],
          note: 'before 2019-03-14 leave out phys32-entry-suffices. lz4 is broken',
          evidence: [
            {
              kind: 'source',
              what: 'backports the libxl PVH guest type (e8fbb1fa, 35d9650f, b2a9d4ab …)',
              source: 'QubesOS/qubes-vmm-xen 1aaf2b4, branch xen-4.8',
              date: '2018-01-24',
              shows: ['pvh-domu'],
            },
            {
              kind: 'source',
              what: '"image not capable of booting inside a HVM container", and parse fails at once',
              source:
                'QubesOS/qubes-vmm-xen c3dace3, patch-libxc-panic-when-trying-to-create-a-PVH-guest-withou.patch (96edb111dd changed to return an error)',
              date: '2018-01-18',
              shows: ['domu-fails-without-guest-type'],
            },
            {
              kind: 'source',
              what: 'with PHYS32_ENTRY no other note is needed, hypervisor and toolstack',
              source: 'QubesOS/qubes-vmm-xen 9908bb4, patch-2dd3e22949…',
              date: '2019-03-14',
              shows: ['phys32-entry-suffices'],
            },
            {
              kind: 'source',
              what: '4.8.5-43, BuildRequires bzip2-devel xz-devel',
              source: 'QubesOS/qubes-vmm-xen branch xen-4.8 c51601b',
              date: '2022-07-12',
              shows: ['no-domu-lzo'],
            },
          ],
        },
      ],
    },
    {
      id: 'qubes-4.1',
      name: 'Qubes OS 4.1',
      supportedUntil: {
        day: '2024-07-31',
        source:
          'https://forum.qubes-os.org/t/qubes-users-qubes-os-4-1-to-receive-extended-security-support-until-2024-07-31/26356',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2020-08-20',
          package: '4.14.6-10',
          release: '4.14.6',
          differences: ['no-domu-lzo', 'no-pv32'],
          evidence: [
            {
              kind: 'source',
              what: '4.14.0 (2020-08-20) … 4.14.6-10 (2024-07-15); BuildRequires bzip2-devel xz-devel; --disable-pvshim; config # CONFIG_PV32 is not set from the first',
              source: 'QubesOS/qubes-vmm-xen branch xen-4.14 5a8724a; config from 7dfa12b',
              date: '2024-07-15',
              shows: ['no-domu-lzo', 'no-pv32'],
            },
            {
              kind: 'source',
              what: 'no zstd patch among its patches; "Don\'t use zstd compression"',
              source: 'QubesOS/qubes-linux-kernel 6684de1',
              date: '2020-12-08',
            },
          ],
        },
      ],
    },
    {
      id: 'qubes-4.2',
      name: 'Qubes OS 4.2',
      supportedUntil: {
        day: '2026-06-21',
        source: 'https://www.qubes-os.org/news/2026/06/21/qubes-os-4-2-has-reached-end-of-life/',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2022-12-09',
          package: '4.17.5-4',
          release: '4.17.5',
          differences: ['no-domu-lzo', 'no-pv32'],
          inferred: [
            {
              differences: ['no-domu-lzo', 'no-pv32'],
              from: 'the spec and the configuration of 4.17.6-6',
            },
          ],
          evidence: [
            {
              kind: 'source',
              what: '4.17.0-1 (2022-12-09) … 4.17.5-4; libzstd-devel since 2a71af5 (2023-01-14)',
              source: 'QubesOS/qubes-vmm-xen branch release4.2',
              date: '2024-12-11',
            },
          ],
        },
        {
          since: '2024-12-11',
          package: '4.17.6-6',
          release: '4.17.6',
          differences: ['domu-lzma-memory-256-mib', 'no-domu-lzo', 'no-pv32'],
          note: '4.17.5 until 2025-12-21: the same verdicts',
          evidence: [
            {
              kind: 'source',
              what: '"Fix booing Linux 6.12 in domU": 0676-tools-xg-increase-LZMA_BLOCK_SIZE…, first in 4.17.5-5',
              source: 'QubesOS/qubes-vmm-xen 24fa1ce, branch release4.2',
              date: '2024-12-11',
              shows: ['domu-lzma-memory-256-mib'],
            },
            {
              kind: 'source',
              what: '4.17.6-6; BuildRequires bzip2-devel xz-devel libzstd-devel; # CONFIG_PV32 is not set, # CONFIG_SHADOW_PAGING is not set',
              source: 'QubesOS/qubes-vmm-xen e23db72',
              date: '2026-06-09',
              shows: ['no-domu-lzo', 'no-pv32'],
            },
          ],
        },
      ],
    },
    {
      id: 'qubes-4.3',
      name: 'Qubes OS 4.3',
      supportedUntil: null,
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2025-12-21',
          package: '4.19.5',
          release: '4.19.5',
          differences: ['no-domu-lzo', 'no-pv32'],
          evidence: [
            {
              kind: 'source',
              what: '4.19.4 (2025-12-21), 4.19.5 (2026-06-19); --disable-pygrub --disable-pvshim; the same library list and config',
              source: 'QubesOS/qubes-vmm-xen branch release4.3 4dcfdda',
              date: '2026-06-19',
              shows: ['no-domu-lzo', 'no-pv32'],
            },
          ],
        },
      ],
    },
  ],
};
