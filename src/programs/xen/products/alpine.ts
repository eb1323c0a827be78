import { PV32_DEFAULT } from './common-evidence.ts';
import type { Evidence, Family, Product } from './product.ts';

const LIBRARIES: Evidence = {
  kind: 'source',
  what: 'depends_dev has lzo-dev, xz-dev, zlib-dev, zstd-dev; bzip2 comes by glib-dev (depends_dev="bzip2-dev …"), which qemu-xen needs',
  source:
    'alpinelinux/aports main/xen/APKBUILD @b3a1157e (4.15.2-r2), Melkor333/oily-pine @0a888ca3 (4.20.1-r2), main/glib/APKBUILD @0159bc7c',
  date: '2025-10',
};

const DEFAULT_CONFIG: Evidence = {
  kind: 'source',
  what: 'make xen with the default config',
  source: 'the same APKBUILDs, build_hypervisor()',
  date: '2025-10',
};

const BUILD: readonly Evidence[] = [LIBRARIES, DEFAULT_CONFIG, PV32_DEFAULT];

/** @param branch of Alpine, `v3.13` */
function packaged(version: string, branch: string, date: string): readonly Evidence[] {
  const source = `pkgs.alpinelinux.org ${branch} main (stored page)`;
  return [{ kind: 'source', what: `xen ${version}`, source, date }, ...BUILD];
}

const GUESTS: Product['guests'] = {
  ways: ['direct', 'pygrub'],
  grub: null,
  note: 'dom0 PV; xl; pygrub packaged',
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: true };

export const ALPINE: Family = {
  id: 'alpine',
  name: 'Alpine Linux',
  products: [
    {
      id: 'alpine-3.13',
      name: 'Alpine 3.13',
      supportedUntil: {
        day: '2022-11-01',
        source: 'endoflife-date/endoflife.date products/alpine-linux.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.14.5-r7',
          release: '4.14.5',
          differences: ['no-pv32'],
          evidence: packaged('4.14.5-r7', 'v3.13', '2022-11-09'),
        },
      ],
    },
    {
      id: 'alpine-3.14',
      name: 'Alpine 3.14',
      supportedUntil: {
        day: '2023-05-01',
        source: 'endoflife-date/endoflife.date products/alpine-linux.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.15.4-r0',
          release: '4.15.4',
          differences: ['no-pv32'],
          evidence: packaged('4.15.4-r0', 'v3.14', '2022-11-18'),
        },
      ],
    },
    {
      id: 'alpine-3.15',
      name: 'Alpine 3.15',
      supportedUntil: {
        day: '2023-11-01',
        source: 'endoflife-date/endoflife.date products/alpine-linux.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.15.5-r4',
          release: '4.15.5',
          differences: ['no-pv32'],
          evidence: packaged('4.15.5-r4', 'v3.15', '2023-11-15'),
        },
      ],
    },
    {
      id: 'alpine-3.16',
      name: 'Alpine 3.16',
      supportedUntil: {
        day: '2024-05-23',
        source: 'endoflife-date/endoflife.date products/alpine-linux.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.16.6-r0',
          release: '4.16.6',
          differences: ['no-pv32'],
          evidence: packaged('4.16.6-r0', 'v3.16', '2024-04-09'),
        },
      ],
    },
    {
      id: 'alpine-3.18',
      name: 'Alpine 3.18',
      supportedUntil: {
        day: '2025-05-09',
        source: 'endoflife-date/endoflife.date products/alpine-linux.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.17.5-r4',
          release: '4.17.5',
          differences: ['no-pv32'],
          evidence: packaged('4.17.5-r4', 'v3.18', '2025-05-19'),
        },
      ],
    },
    {
      id: 'alpine-3.19',
      name: 'Alpine 3.19',
      supportedUntil: {
        day: '2025-11-01',
        source: 'endoflife-date/endoflife.date products/alpine-linux.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.18.5-r3',
          release: '4.18.5',
          differences: ['no-pv32'],
          evidence: packaged('4.18.5-r3', 'v3.19', '2025-10-24'),
        },
      ],
    },
    {
      id: 'alpine-3.20',
      name: 'Alpine 3.20',
      supportedUntil: {
        day: '2026-04-01',
        source: 'endoflife-date/endoflife.date products/alpine-linux.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.18.5-r3',
          release: '4.18.5',
          differences: ['no-pv32'],
          evidence: packaged('4.18.5-r3', 'v3.20', '2025-10-24'),
        },
      ],
    },
    {
      id: 'alpine-3.22',
      name: 'Alpine 3.22',
      supportedUntil: {
        day: '2027-05-01',
        source: 'endoflife-date/endoflife.date products/alpine-linux.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.20.2-r1',
          release: '4.20.2',
          differences: ['no-pv32'],
          evidence: packaged('4.20.2-r1', 'v3.22', '2026-01-28'),
        },
      ],
    },
    {
      id: 'alpine-3.23',
      name: 'Alpine 3.23',
      supportedUntil: {
        day: '2027-11-01',
        source: 'endoflife-date/endoflife.date products/alpine-linux.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.20.3-r3',
          release: '4.20.3',
          differences: ['no-pv32'],
          unknown: ['up to about 4.20.3-r3 only: newer pages are not stored'],
          evidence: packaged('4.20.3-r3', 'v3.23', '2026-05-13'),
        },
      ],
    },
    {
      id: 'alpine-edge',
      name: 'Alpine edge',
      supportedUntil: null,
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.21.0-r2',
          release: '4.21.0',
          differences: ['no-pv32'],
          unknown: ['state after January 2026; lz4-dev when it moves to 4.22'],
          evidence: packaged('4.21.0-r2', 'edge', '2026-01-28'),
        },
      ],
    },
  ],
};
