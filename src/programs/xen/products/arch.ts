import type { Family } from './product.ts';

export const ARCH: Family = {
  id: 'arch',
  name: 'Arch Linux',
  products: [
    {
      id: 'arch',
      name: 'Arch Linux (AUR)',
      aliases: ['arch-aur'],
      supportedUntil: null,
      guests: {
        ways: ['direct', 'pygrub', 'pvgrub', 'pvhgrub'],
        grub: null,
        note: 'dom0 PV; xl; pygrub; xen-grub package for pvgrub2 and grub-pvh',
      },
      dom0: { guestType: 'pv', userChoosesKernel: true },
      states: [
        {
          since: null,
          package: null,
          release: '4.15.0',
          differences: [],
          unknown: [
            'the current version: the newest PKGBUILD that we reach is 4.15.0',
            'codecs are what the builder has installed; lzo is a declared dependency, bzip2, xz and zstd come with base',
          ],
          evidence: [
            {
              kind: 'source',
              what: 'pkgbase=xen 4.15.0, makedepends zlib … lzo, make without a config',
              source: 'stored PKGBUILD (id 33718902579) by Sam Mulvey',
              date: '2021',
            },
          ],
        },
      ],
    },
  ],
};
