import { PV32_DEFAULT } from './common-evidence.ts';
import type { Family, Inferred, Product } from './product.ts';

const AS_DEBIAN: readonly Inferred[] = [
  {
    differences: ['no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
    from: 'the Debian package that it copies; no binary of Ubuntu was read',
  },
];

const GUESTS: Product['guests'] = {
  ways: ['direct', 'pygrub'],
  grub: null,
  note: 'as Debian: dom0 PV, xl or libvirt',
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: true };

export const UBUNTU: Family = {
  id: 'ubuntu',
  name: 'Ubuntu',
  products: [
    {
      id: 'ubuntu-22.04',
      name: 'Ubuntu 22.04 LTS',
      aliases: ['jammy'],
      supportedUntil: {
        day: '2027-06-01',
        source:
          'Debian package distro-info-data 0.58+deb12u6, ubuntu.csv (end of standard support)',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.16.0-1~ubuntu2.1',
          release: '4.16.0',
          differences: ['no-domu-bzip2', 'no-domu-lzo', 'no-domu-zstd', 'no-pv32'],
          inferred: [
            ...AS_DEBIAN,
            {
              differences: ['no-domu-zstd'],
              from: 'dates: it was merged before Debian built with libzstd, and its stored package page is cut before libzstd1',
            },
          ],
          note: 'dom0 takes zstd (that was the point of the merge), guests by direct kernel do not',
          evidence: [
            {
              kind: 'source',
              what: 'xen 4.16.0-1~ubuntu2 (updates: 4.16.0-1~ubuntu2.1)',
              source: 'packages.ubuntu.com/jammy/libxenmisc4.16 and jammy-updates (stored pages)',
              date: null,
            },
            {
              kind: 'source',
              what: "Debian builds with libzstd-dev since 4.16.2-2, after this merge, and Ubuntu's remaining changes do not name it",
              source: 'Debian xen changelog 4.16.2-2; launchpad page of 4.16.0-1~ubuntu2',
              date: '2022-09-28',
            },
            PV32_DEFAULT,
          ],
        },
      ],
    },
    {
      id: 'ubuntu-24.04',
      name: 'Ubuntu 24.04 LTS',
      aliases: ['noble'],
      supportedUntil: {
        day: '2029-05-31',
        source:
          'Debian package distro-info-data 0.58+deb12u6, ubuntu.csv (end of standard support)',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.17.3+10-g091466ba55-1.1ubuntu3',
          release: '4.17.3',
          differences: ['no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
          inferred: AS_DEBIAN,
          note: 'unlike Debian 12 it refuses xz kernels of Linux 6.12 and later',
          evidence: [
            {
              kind: 'source',
              what: 'xen 4.17.3+10-g091466ba55-1.1ubuntu3, from Debian 4.17.3+10 of 2024-02',
              source: 'packages.ubuntu.com/noble/libxen-dev (stored page)',
              date: null,
            },
            {
              kind: 'source',
              what: "older than Debian's pick of the 256 MiB limit (2025-02-19)",
              source: 'Debian xen changelog',
              date: '2025-02-19',
            },
            PV32_DEFAULT,
          ],
        },
      ],
    },
    {
      id: 'ubuntu-25.10',
      name: 'Ubuntu 25.10',
      aliases: ['questing'],
      supportedUntil: {
        day: '2026-07-09',
        source:
          'Debian package distro-info-data 0.58+deb12u6, ubuntu.csv (end of standard support)',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.20.0+68-g35cb38b222-1',
          release: '4.20.0',
          differences: ['no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
          inferred: AS_DEBIAN,
          evidence: [
            {
              kind: 'source',
              what: "libxenmisc4.20 4.20.0+68-g35cb38b222-1, Debian's own",
              source: 'packages.ubuntu.com/questing/libxenmisc4.20 (stored page)',
              date: null,
            },
          ],
        },
      ],
    },
    {
      id: 'ubuntu-26.04',
      name: 'Ubuntu 26.04 LTS',
      aliases: ['resolute'],
      supportedUntil: {
        day: '2031-05-29',
        source:
          'Debian package distro-info-data 0.58+deb12u6, ubuntu.csv (end of standard support)',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.20.2+7-g1badcf5035-2build2',
          release: '4.20.2',
          differences: ['no-domu-bzip2', 'no-domu-lzo', 'no-pv32'],
          inferred: AS_DEBIAN,
          evidence: [
            {
              kind: 'source',
              what: "libxenmisc4.20 4.20.2+7-g1badcf5035-2build2, Debian's rebuilt",
              source: 'packages.ubuntu.com/resolute/libxenmisc4.20 (stored page)',
              date: null,
            },
          ],
        },
      ],
    },
  ],
};
