import { PV32_DEFAULT } from './common-evidence.ts';
import type { Evidence, Family, Product } from './product.ts';

const LIBRARIES: Evidence = {
  kind: 'source',
  what: 'buildInputs: bzip2, lzo, xz, zlib, zstd',
  source:
    'NixOS/nixpkgs pkgs/applications/virtualization/xen/generic/default.nix @10d085cd and pkgs/by-name/xe/xen/package.nix @008d4950, @ce3306f1',
  date: '2026',
};

const GUESTS: Product['guests'] = {
  ways: ['direct', 'pygrub'],
  grub: null,
  note: 'dom0 PV (virtualisation.xen); xl, pygrub wrapped',
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: true };

export const NIXOS: Family = {
  id: 'nixos',
  name: 'NixOS',
  products: [
    {
      id: 'nixos-24.05',
      name: 'NixOS 23.05–24.05',
      aliases: ['nixos-23.05', 'nixos-23.11'],
      supportedUntil: {
        day: '2024-12-31',
        source: 'endoflife-date/endoflife.date products/nixos.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: null,
          release: '4.15.1',
          differences: ['no-domu-lzo', 'no-domu-zstd', 'no-pv32'],
          unknown: ['that all three releases had 4.15.1: certain for June 2024 only'],
          note: "NixOS' own kernels have been zstd since 5.9: as a direct-kernel guest they fail on NixOS' own Xen",
          evidence: [
            {
              kind: 'report',
              what: '"Current version on the stable/release channel: 4.15.1"',
              source: 'NixOS/nixpkgs#320335',
              date: '2024-06-16',
            },
            {
              kind: 'source',
              what: 'buildInputs: bzip2, xz, zlib; no lzo, no zstd',
              source:
                'NixOS/nixpkgs pkgs/applications/virtualization/xen/generic.nix @05924f71 and 4.15.nix @136283b5',
              date: null,
              shows: ['no-domu-lzo', 'no-domu-zstd'],
            },
            PV32_DEFAULT,
          ],
        },
      ],
    },
    {
      id: 'nixos-24.11',
      name: 'NixOS 24.11',
      supportedUntil: {
        day: '2025-06-30',
        source: 'endoflife-date/endoflife.date products/nixos.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2024-09',
          package: null,
          release: '4.19.1',
          differences: ['no-pv32'],
          unsure: [
            {
              fact: 'domu-lzma-memory-256-mib',
              why: 'its patches.nix, which may have picked that commit, is in no copy',
            },
          ],
          unknown: ['exact date of the bump to 4.19.1'],
          note: 'xen_4_17 (4.17.5) and xen_4_18 (4.18.3) are there too (#341132)',
          evidence: [
            {
              kind: 'report',
              what: '4.15 replaced by 4.16 to 4.19 (#324693); [release-24.11] keeps 4.19.1 and backports XSAs by hand (#407311)',
              source: 'NixOS/nixpkgs#324693, #373294, #407311',
              date: '2025-05-15',
            },
            LIBRARIES,
            PV32_DEFAULT,
          ],
        },
      ],
    },
    {
      id: 'nixos-25.05',
      name: 'NixOS 25.05',
      supportedUntil: {
        day: '2025-12-31',
        source: 'endoflife-date/endoflife.date products/nixos.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: null,
          release: '4.20.0',
          differences: ['no-pv32'],
          unknown: ['that the merge of #373294 came before the branch-off; point release'],
          evidence: [
            {
              kind: 'report',
              what: 'xen: 4.19.1 -> 4.20.0, merged',
              source: 'NixOS/nixpkgs#373294',
              date: '2025',
            },
            LIBRARIES,
            PV32_DEFAULT,
          ],
        },
      ],
    },
    {
      id: 'nixos-25.11',
      name: 'NixOS 25.11',
      supportedUntil: {
        day: '2026-06-30',
        source: 'endoflife-date/endoflife.date products/nixos.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: null,
          release: '4.20.2',
          differences: ['no-pv32'],
          unknown: ['which release the stored 4.20.2 file belongs to'],
          evidence: [
            {
              kind: 'source',
              what: 'version 4.20.2 with XSA-477, 479, 480, 481',
              source: 'NixOS/nixpkgs pkgs/by-name/xe/xen/package.nix @008d4950',
              date: '2026',
            },
            LIBRARIES,
            PV32_DEFAULT,
          ],
        },
      ],
    },
    {
      id: 'nixos-26.05',
      name: 'NixOS 26.05',
      supportedUntil: {
        day: '2026-12-31',
        source: 'endoflife-date/endoflife.date products/nixos.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2026-08-01',
          package: null,
          release: '4.20.4',
          differences: ['no-pv32'],
          unknown: ['that the bump was backported to release-26.05'],
          evidence: [
            {
              kind: 'report',
              what: 'xen: 4.20.3 -> 4.20.4, merged',
              source: 'NixOS/nixpkgs#548079',
              date: '2026-08-01',
            },
            LIBRARIES,
            PV32_DEFAULT,
          ],
        },
      ],
    },
    {
      id: 'nixos-unstable',
      name: 'NixOS unstable',
      supportedUntil: null,
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: null,
          release: '4.22.0',
          differences: ['no-pv32'],
          unsure: [
            {
              fact: 'domu-lz4',
              why: 'no package.nix that we reach names lz4, and that of 4.22 is in no copy',
            },
          ],
          unknown: ['date of the merge'],
          evidence: [
            {
              kind: 'report',
              what: 'xen: 4.20.4 -> 4.22.0, merged, skips 4.21',
              source: 'NixOS/nixpkgs#471250',
              date: '2026',
            },
            LIBRARIES,
            PV32_DEFAULT,
          ],
        },
      ],
    },
  ],
};
