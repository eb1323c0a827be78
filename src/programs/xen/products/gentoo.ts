import { PV32_DEFAULT } from './common-evidence.ts';
import type { Family } from './product.ts';

export const GENTOO: Family = {
  id: 'gentoo',
  name: 'Gentoo',
  products: [
    {
      id: 'gentoo',
      name: 'Gentoo',
      supportedUntil: null,
      guests: {
        ways: ['direct', 'pygrub'],
        grub: null,
        note: 'dom0 PV; xl; pygrub by USE flag (off by default)',
      },
      dom0: { guestType: 'pv', userChoosesKernel: true },
      states: [
        {
          since: null,
          package: null,
          release: '4.19.1',
          differences: ['no-pv32'],
          unknown: [
            'newer ebuilds',
            'USE=lzma and zstd are not passed to configure, so what is installed decides: bzip2, zstd and lzo are hard dependencies, xz-utils is in @system (from memory)',
          ],
          note: 'refuses xz kernels of Linux 6.12 and later: 4.19.1 has the 128 MiB limit',
          evidence: [
            {
              kind: 'source',
              what: 'COMMON_DEPEND app-arch/bzip2 app-arch/zstd dev-libs/lzo:2 sys-libs/zlib, lzma? ( app-arch/xz-utils ); --disable-pvshim',
              source: 'gentoo/gentoo app-emulation/xen-tools/xen-tools-4.19.1.ebuild @085af7df',
              date: '2025',
            },
            {
              kind: 'source',
              what: 'alldefconfig',
              source: 'gentoo/gentoo app-emulation/xen/xen-4.19.1.ebuild @50bfa508',
              date: '2024',
            },
            PV32_DEFAULT,
          ],
        },
      ],
    },
  ],
};
