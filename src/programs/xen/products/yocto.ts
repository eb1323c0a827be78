import { PV32_DEFAULT } from './common-evidence.ts';
import type { Evidence, Family, Product, Unsure } from './product.ts';

const LIBRARIES: Evidence = {
  kind: 'source',
  what: 'DEPENDS of xen.inc: xz, zlib (lzo only as PACKAGECONFIG, off); zstd and bzip2 are named nowhere',
  source: 'lgirdk/meta-virtualization (mirror of the Yocto layer) recipes-extended/xen/xen.inc',
  date: '2025-05-06',
  shows: ['no-domu-lzo', 'no-domu-zstd'],
};

const BZIP2: Unsure = {
  fact: 'domu-bzip2',
  why: "xen.inc does not name bzip2, which python3's own dependencies may bring",
};

const GUESTS: Product['guests'] = {
  ways: ['direct'],
  grub: null,
  note: 'whatever the image does; xl',
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: true };

export const YOCTO: Family = {
  id: 'yocto',
  name: 'Yocto meta-virtualization',
  products: [
    {
      id: 'yocto-kirkstone',
      name: 'Yocto kirkstone',
      supportedUntil: {
        day: '2026-04-27',
        source: 'endoflife-date/endoflife.date products/yocto.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2022-04-12',
          package: null,
          release: '4.16.1',
          differences: ['no-domu-zstd', 'no-pv32'],
          unsure: [BZIP2],
          unknown: ['a layer on top may add what is missing'],
          evidence: [
            {
              kind: 'source',
              what: 'SRCREV f265444922 = RELEASE-4.16.1 (xen_4.15: 4.15.2)',
              source: 'lgirdk/meta-virtualization (mirror of the Yocto layer) branch kirkstone',
              date: '2025-04-19',
            },
            {
              kind: 'source',
              what: 'DEPENDS of xen.inc: xz, zlib, lzo; zstd and bzip2 are named nowhere',
              source:
                'lgirdk/meta-virtualization (mirror of the Yocto layer) recipes-extended/xen/xen.inc',
              date: '2025-05-06',
              shows: ['no-domu-zstd'],
            },
            PV32_DEFAULT,
          ],
        },
      ],
    },
    {
      id: 'yocto-scarthgap',
      name: 'Yocto scarthgap',
      supportedUntil: {
        day: '2028-04-30',
        source: 'endoflife-date/endoflife.date products/yocto.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2024-07-29',
          package: null,
          release: '4.19.0',
          differences: ['no-domu-lzo', 'no-domu-zstd', 'no-pv32'],
          unsure: [BZIP2],
          unknown: ['a layer on top may add what is missing'],
          evidence: [
            {
              kind: 'source',
              what: '4.17.3+53, 4.18.0+71 and 4.19.0',
              source: 'lgirdk/meta-virtualization (mirror of the Yocto layer) branch scarthgap',
              date: '2025-04-19',
            },
            LIBRARIES,
            PV32_DEFAULT,
          ],
        },
      ],
    },
    {
      id: 'yocto-walnascar',
      name: 'Yocto walnascar',
      supportedUntil: {
        day: '2025-12-07',
        source: 'endoflife-date/endoflife.date products/yocto.md @a70eca337600',
      },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2025-03-04',
          package: null,
          release: '4.20.0',
          differences: ['no-domu-lzo', 'no-domu-zstd', 'no-pv32'],
          unsure: [BZIP2],
          unknown: ['a layer on top may add what is missing'],
          note: 'a zstd kernel is refused on the newest Yocto release of the time',
          evidence: [
            {
              kind: 'source',
              what: 'SRCREV 3ad5d648 = RELEASE-4.20.0 (xen_4.19: 4.19.1+9)',
              source:
                'lgirdk/meta-virtualization (mirror of the Yocto layer) branches walnascar, master',
              date: '2025-05-06',
            },
            LIBRARIES,
            PV32_DEFAULT,
          ],
        },
      ],
    },
  ],
};
