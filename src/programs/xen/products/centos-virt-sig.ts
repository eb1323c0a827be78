import { PV32_DEFAULT } from './common-evidence.ts';
import type { Evidence, Family, Product } from './product.ts';

const CONFIG: Evidence = {
  kind: 'source',
  what: 'CONFIG_LIVEPATCH=y and olddefconfig',
  source: 'CentOS-virt7/xen SPECS/xen.spec',
  date: null,
};

const GUESTS: Product['guests'] = {
  ways: ['direct', 'pygrub'],
  grub: null,
  note: 'dom0 PV; xl; pygrub',
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: true };

export const CENTOS_VIRT_SIG: Family = {
  id: 'centos-virt-sig',
  name: 'CentOS virt SIG',
  products: [
    {
      id: 'centos-virt-sig-4.4',
      name: 'CentOS virt SIG xen-4.4',
      supportedUntil: { day: '2017-11-28', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.4.4-32',
          release: '4.4.4',
          differences: ['no-domu-lzo'],
          evidence: [
            {
              kind: 'source',
              what: '4.4.4-32; BuildRequires zlib-devel bzip2-devel xz-devel, nothing of lzo or zstd',
              source: 'CentOS-virt7/xen branch xen-44 171f95a SPECS/xen.spec',
              date: '2017-11-28',
              shows: ['no-domu-lzo'],
            },
          ],
        },
      ],
    },
    {
      id: 'centos-virt-sig-4.6',
      name: 'CentOS virt SIG xen-4.6',
      supportedUntil: { day: '2018-04-26', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.6.6-11',
          release: '4.6.6',
          differences: ['no-domu-lzo'],
          evidence: [
            {
              kind: 'source',
              what: '4.6.6-11; BuildRequires zlib-devel bzip2-devel xz-devel, nothing of lzo or zstd',
              source: 'CentOS-virt7/xen branch xen-46 c3719bb SPECS/xen.spec',
              date: '2018-04-26',
              shows: ['no-domu-lzo'],
            },
          ],
        },
      ],
    },
    {
      id: 'centos-virt-sig-4.8',
      name: 'CentOS virt SIG xen-4.8',
      supportedUntil: { day: '2019-12-12', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.8.5.86.g8db85532cb-1',
          release: '4.8.5',
          differences: ['no-domu-lzo'],
          evidence: [
            {
              kind: 'source',
              what: '4.8.5.86.g8db85532cb-1; BuildRequires zlib-devel bzip2-devel xz-devel, nothing of lzo or zstd',
              source: 'CentOS-virt7/xen branch xen-48 38f6129 SPECS/xen.spec',
              date: '2019-12-12',
              shows: ['no-domu-lzo'],
            },
            CONFIG,
          ],
        },
      ],
    },
    {
      id: 'centos-virt-sig-4.10',
      name: 'CentOS virt SIG xen-4.10',
      supportedUntil: { day: '2020-12-17', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.10.4.134.g6ea37c69c7-2',
          release: '4.10.4',
          differences: ['no-domu-lzo'],
          evidence: [
            {
              kind: 'source',
              what: '4.10.4.134.g6ea37c69c7-2; BuildRequires zlib-devel bzip2-devel xz-devel, nothing of lzo or zstd',
              source: 'CentOS-virt7/xen branch xen-410 d15e7e7 SPECS/xen.spec',
              date: '2020-12-17',
              shows: ['no-domu-lzo'],
            },
            CONFIG,
          ],
        },
      ],
    },
    {
      id: 'centos-virt-sig-4.12',
      name: 'CentOS virt SIG xen-4.12',
      supportedUntil: { day: '2022-01-26', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.12.4.103.g71e9d0c94d-1',
          release: '4.12.4',
          differences: ['no-domu-lzo'],
          evidence: [
            {
              kind: 'source',
              what: '4.12.4.103.g71e9d0c94d-1; BuildRequires zlib-devel bzip2-devel xz-devel, nothing of lzo or zstd',
              source: 'CentOS-virt7/xen branch xen-412 344e960 SPECS/xen.spec',
              date: '2022-01-26',
              shows: ['no-domu-lzo'],
            },
            CONFIG,
          ],
        },
      ],
    },
    {
      id: 'centos-virt-sig-4.13',
      name: 'CentOS virt SIG xen-4.13',
      supportedUntil: { day: '2022-07-25', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.13.4.65.gf8614c7153-1',
          release: '4.13.4',
          differences: ['no-domu-lzo'],
          evidence: [
            {
              kind: 'source',
              what: '4.13.4.65.gf8614c7153-1; BuildRequires zlib-devel bzip2-devel xz-devel, nothing of lzo or zstd',
              source: 'CentOS-virt7/xen branch xen-413 b96cc83 SPECS/xen.spec',
              date: '2022-07-25',
              shows: ['no-domu-lzo'],
            },
            CONFIG,
          ],
        },
      ],
    },
    {
      id: 'centos-virt-sig-4.14',
      name: 'CentOS virt SIG xen-4.14',
      supportedUntil: { day: '2022-07-25', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.14.5.24.g87d90d511c-1',
          release: '4.14.5',
          differences: ['no-domu-lzo', 'no-pv32'],
          evidence: [
            {
              kind: 'source',
              what: '4.14.5.24.g87d90d511c-1; BuildRequires zlib-devel bzip2-devel xz-devel, nothing of lzo or zstd',
              source: 'CentOS-virt7/xen branch xen-414 980bdc9 SPECS/xen.spec',
              date: '2022-07-25',
              shows: ['no-domu-lzo'],
            },
            CONFIG,
            PV32_DEFAULT,
          ],
        },
      ],
    },
    {
      id: 'centos-virt-sig-4.15',
      name: 'CentOS virt SIG xen-4.15',
      supportedUntil: { day: '2022-07-25', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.15.3.21.g35bf91d30f-1',
          release: '4.15.3',
          differences: ['no-domu-lzo', 'no-domu-zstd', 'no-pv32'],
          evidence: [
            {
              kind: 'source',
              what: '4.15.3.21.g35bf91d30f-1; BuildRequires zlib-devel bzip2-devel xz-devel, nothing of lzo or zstd',
              source: 'CentOS-virt7/xen branch xen-415 b0c6574 SPECS/xen.spec',
              date: '2022-07-25',
              shows: ['no-domu-lzo', 'no-domu-zstd'],
            },
            CONFIG,
            PV32_DEFAULT,
          ],
        },
      ],
    },
  ],
};
