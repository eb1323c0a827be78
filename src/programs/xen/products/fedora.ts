import type { Evidence, Family, Product, Unsure } from './product.ts';

const LIBRARIES: Evidence = {
  kind: 'source',
  what: 'BuildRequires: bzip2-devel xz-devel libzstd-devel and no lzo-devel',
  source: 'major/fedora-rpm-specs specs/xen.spec HEAD',
  date: '2026-07-24',
  shows: ['no-domu-lzo'],
};

const PV32: Unsure = {
  fact: 'pv32',
  why: 'its configuration, xen.hypervisor.config (Source21), is in no copy that we reach',
};

const GUESTS: Product['guests'] = {
  ways: ['direct', 'pygrub', 'pvgrub', 'pvhgrub'],
  grub: null,
  note: 'dom0 PV; xl or libvirt; pygrub, pvgrub2, grub2-xen_pvh modules packaged',
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: true };

export const FEDORA: Family = {
  id: 'fedora',
  name: 'Fedora',
  products: [
    {
      id: 'fedora-33',
      name: 'Fedora 33',
      supportedUntil: {
        day: '2021-11-30',
        source: 'endoflife-date/endoflife.date products/fedora.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2020-11-23',
          package: '4.14.0-11',
          release: '4.14.0',
          differences: ['dom0-zstd', 'no-domu-lzo'],
          unsure: [PV32],
          unknown: ["that the update reached Fedora 33: the changelog is Rawhide's"],
          evidence: [
            {
              kind: 'source',
              what: '4.14.0-11 "support zstd compressed kernels (dom0 only) based on linux kernel code"',
              source: 'major/fedora-rpm-specs specs/xen.spec HEAD %changelog',
              date: '2020-11-23',
              shows: ['dom0-zstd'],
            },
            LIBRARIES,
          ],
        },
      ],
    },
    {
      id: 'fedora-34',
      name: 'Fedora 34',
      supportedUntil: {
        day: '2022-06-07',
        source: 'endoflife-date/endoflife.date products/fedora.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2021-02-01',
          package: '4.14.1-4',
          release: '4.14.1',
          differences: ['dom0-zstd', 'domu-zstd', 'no-domu-lzo'],
          unsure: [PV32],
          note: 'the only zstd on 4.14 that we could prove',
          evidence: [
            {
              kind: 'source',
              what: '4.14.1-4 "backport upstream zstd dom0 and guest patches", "add libzstd-devel BuildRequires"; the entry before it is the Fedora 34 mass rebuild',
              source: 'major/fedora-rpm-specs specs/xen.spec HEAD %changelog',
              date: '2021-02-01',
              shows: ['dom0-zstd', 'domu-zstd', 'no-domu-lzo'],
            },
            LIBRARIES,
          ],
        },
      ],
    },
    {
      id: 'fedora-42',
      name: 'Fedora 42',
      supportedUntil: {
        day: '2026-05-27',
        source: 'endoflife-date/endoflife.date products/fedora.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.19.5-2.fc42',
          release: '4.19.5',
          differences: ['no-domu-lzo'],
          unsure: [PV32],
          evidence: [
            {
              kind: 'source',
              what: '4.19.5-2.fc42',
              source: 'packages.fedoraproject.org/pkgs/xen (stored page)',
              date: '2026',
            },
            LIBRARIES,
          ],
        },
      ],
    },
    {
      id: 'fedora-43',
      name: 'Fedora 43',
      supportedUntil: {
        day: '2026-12-09',
        source: 'endoflife-date/endoflife.date products/fedora.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.20.3-3.fc43',
          release: '4.20.3',
          differences: ['no-domu-lzo'],
          unsure: [PV32],
          evidence: [
            {
              kind: 'source',
              what: '4.20.3-3.fc43',
              source: 'packages.fedoraproject.org/pkgs/xen (stored page)',
              date: '2026',
            },
            LIBRARIES,
          ],
        },
      ],
    },
    {
      id: 'fedora-44',
      name: 'Fedora 44',
      supportedUntil: {
        day: '2027-06-02',
        source: 'endoflife-date/endoflife.date products/fedora.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.21.1-3.fc44',
          release: '4.21.1',
          differences: ['no-domu-lzo'],
          unsure: [PV32],
          evidence: [
            {
              kind: 'source',
              what: '4.21.1-3.fc44',
              source: 'packages.fedoraproject.org/pkgs/xen (stored page)',
              date: '2026',
            },
            LIBRARIES,
          ],
        },
      ],
    },
    {
      id: 'fedora-rawhide',
      name: 'Fedora Rawhide',
      supportedUntil: null,
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2026-03-26',
          package: '4.21.1-10',
          release: '4.21.1',
          differences: ['no-domu-lzo'],
          unsure: [PV32],
          unknown: ['whether lz4-devel is added with 4.22'],
          note: 'without lz4-devel the move to 4.22 will lose lz4 for guests: watch for no-domu-lz4',
          evidence: [
            {
              kind: 'source',
              what: 'Version 4.21.1-10; by their names, no patch touches a loader',
              source: 'major/fedora-rpm-specs specs/xen.spec HEAD',
              date: '2026-07-22',
            },
            LIBRARIES,
          ],
        },
      ],
    },
  ],
};
