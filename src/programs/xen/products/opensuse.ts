import { PV32_DEFAULT } from './common-evidence.ts';
import type { Family, Product } from './product.ts';

const GUESTS: Product['guests'] = {
  ways: ['direct', 'pygrub', 'pvgrub'],
  grub: null,
  note: 'dom0 PV; xl and libvirt; grub2-x86_64-xen (pvgrub2) is required, pygrub packaged with SUSE patches',
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: true };

export const OPENSUSE: Family = {
  id: 'opensuse',
  name: 'openSUSE and SLES',
  products: [
    {
      id: 'opensuse-tumbleweed',
      name: 'openSUSE Tumbleweed',
      aliases: ['tumbleweed'],
      supportedUntil: null,
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2025-11-18',
          package: null,
          release: '4.21.0',
          differences: ['no-pv32'],
          unknown: ['state after January 2026', 'lz4 when it moves to 4.22'],
          evidence: [
            {
              kind: 'source',
              what: 'BuildRequires: libbz2-devel libzstd-devel lzo-devel xz-devel; configure --disable-pvshim; Requires: grub2-x86_64-xen',
              source: 'bmwiedemann/openSUSE packages/x/xen/xen.spec @01152479 (4.21.0_04)',
              date: '2026-01-28',
            },
            {
              kind: 'source',
              what: 'xen/.config holds REQUIRE_NX, DIT_DEFAULT, DEBUG=n and DOM0_MEM only, the rest by "yes \'\' | make oldconfig"',
              source: 'the same spec, %install',
              date: '2026-01-28',
            },
            PV32_DEFAULT,
            {
              kind: 'source',
              what: 'by their names, no patch touches the loaders or decompressors',
              source: 'the same spec, Patch1 … Patch800',
              date: '2026-01-28',
            },
          ],
        },
      ],
    },
    {
      id: 'sles-15-sp7',
      name: 'SLES 15 SP7 and Leap 15.7',
      aliases: ['leap-15.7'],
      supportedUntil: {
        day: '2031-07-31',
        source: 'endoflife-date/endoflife.date products/sles.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: null,
          release: '4.20.2',
          differences: ['no-pv32'],
          inferred: [{ differences: ['no-pv32'], from: 'the configuration of Tumbleweed' }],
          unknown: ['the latest point release', 'maintenance patches of the SLE branch'],
          evidence: [
            {
              kind: 'source',
              what: '4.20 release candidates are fixed under "[15-SP7-BEAT3]" and jsc#PED-8907',
              source:
                'bmwiedemann/openSUSE packages/x/xen/xen.changes @01152479, entries of 2025-02-11 and 2025-11-13',
              date: '2025-11-13',
            },
            {
              kind: 'source',
              what: 'BuildRequires: libbz2-devel libzstd-devel lzo-devel xz-devel; configure --disable-pvshim; Requires: grub2-x86_64-xen',
              source: 'bmwiedemann/openSUSE packages/x/xen/xen.spec @01152479 (4.21.0_04)',
              date: '2026-01-28',
            },
          ],
        },
      ],
    },
  ],
};
