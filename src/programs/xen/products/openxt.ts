import type { Family } from './product.ts';

const CODECS = ['domu-bzip2', 'domu-lzo', 'domu-zstd'];

export const OPENXT: Family = {
  id: 'openxt',
  name: 'OpenXT',
  products: [
    {
      id: 'openxt',
      name: 'OpenXT master',
      supportedUntil: null,
      guests: {
        ways: ['direct', 'hvm'],
        grub: null,
        note: 'HVM desktops with stub domains, PV/PVH service VMs by direct kernel',
      },
      dom0: { guestType: 'pv', userChoosesKernel: null },
      states: [
        {
          since: '2026-03-24',
          package: null,
          release: '4.21.2',
          differences: ['no-pv32'],
          unsure: CODECS.map((fact) => ({
            fact,
            why: 'its toolstack is that of meta-virtualization, which names only xz and zlib, and a layer may add more',
          })),
          unknown: ['stable-4.21 with AUTOREV: the point release is that of the day'],
          evidence: [
            {
              kind: 'source',
              what: 'XEN_REL 4.21, AUTOREV',
              source: 'OpenXT/xenclient-oe 216c7052, 746006fe',
              date: '2026-03-27',
            },
            {
              kind: 'source',
              what: 'defconfig: # CONFIG_PV32 is not set, CONFIG_SHADOW_PAGING=y',
              source: 'OpenXT/xenclient-oe recipes-extended/xen/files/defconfig',
              date: '2026-03-27',
              shows: ['no-pv32'],
            },
            {
              kind: 'report',
              what: 'enable xz',
              source: 'OpenXT/xenclient-oe#163',
              date: '2015-09-25',
            },
          ],
        },
      ],
    },
  ],
};
