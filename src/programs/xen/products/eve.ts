import { PV32_DEFAULT } from './common-evidence.ts';
import type { Evidence, Family, Product } from './product.ts';

const LIBRARIES: Evidence = {
  kind: 'source',
  what: 'tools built with glib-dev (bzip2), xz-dev, zstd-dev and without lzo-dev; run-time PKGS name libbz2, xz-libs, zstd-libs',
  source: 'lf-edge/eve pkg/xen-tools/Dockerfile',
  date: '2026-08-15',
  shows: ['no-domu-lzo'],
};

const GUESTS: Product['guests'] = {
  ways: ['direct', 'hvm'],
  grub: null,
  note: 'guests: virtualization mode PV gives type "pv" with the app\'s own kernel or ovmf-pvh.bin; HVM, FML and LEGACY give type "hvm" (pkg/pillar/hypervisor/xen.go:156-183)',
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: false };

export const EVE: Family = {
  id: 'eve',
  name: 'EVE-OS',
  products: [
    {
      id: 'eve-9.4-lts',
      name: 'EVE-OS 9.4 LTS',
      supportedUntil: { day: '2024-09-26', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: null,
          release: '4.15.0',
          differences: ['no-domu-lzo', 'no-domu-zstd'],
          inferred: [
            { differences: ['no-domu-lzo'], from: 'the build dependencies of later tags' },
          ],
          note: '4.15.0 still has PV32 by default',
          evidence: [
            {
              kind: 'source',
              what: 'tag 9.4.17-lts: Xen 4.15.0 for both halves, no zstd-dev',
              source: 'lf-edge/eve tag 9.4.17-lts',
              date: '2024-09-26',
              shows: ['no-domu-zstd'],
            },
          ],
        },
      ],
    },
    {
      id: 'eve-12.0-lts',
      name: 'EVE-OS 10.4–12.0 LTS',
      aliases: ['eve-10.4-lts', 'eve-11.0-lts'],
      supportedUntil: { day: '2025-10-02', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2023-05-23',
          package: null,
          release: '4.15.0',
          differences: ['no-domu-lzo'],
          inferred: [
            { differences: ['no-domu-lzo'], from: 'the build dependencies of later tags' },
          ],
          evidence: [
            {
              kind: 'source',
              what: 'zstd-dev came "for the QEMU" (c1c09ef90) and gave libxenguest zstd by the way',
              source: 'lf-edge/eve c1c09ef90; tags 10.4.10-lts, 11.0.12-lts, 12.0.8-lts',
              date: '2023-05-23',
            },
          ],
        },
      ],
    },
    {
      id: 'eve-16.0-lts',
      name: 'EVE-OS 13.4–16.0 LTS',
      aliases: ['eve-13.4-lts', 'eve-14.5-lts'],
      supportedUntil: null,
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2024-10-01',
          package: null,
          release: '4.19.0',
          differences: ['no-domu-lzo', 'no-pv32'],
          note: 'refuses xz kernels of Linux 6.12 and later',
          evidence: [
            {
              kind: 'source',
              what: '4.15.0 to 4.19.0',
              source: 'lf-edge/eve c283f1f52; tags 13.4.3-lts, 14.5.5-lts, 16.0.1-lts',
              date: '2024-10-01',
            },
            {
              kind: 'source',
              what: 'make defconfig && make oldconfig',
              source: 'lf-edge/eve pkg/xen/Dockerfile',
              date: null,
            },
            LIBRARIES,
            PV32_DEFAULT,
          ],
        },
      ],
    },
    {
      id: 'eve-17.0-lts',
      name: 'EVE-OS 17.0 LTS',
      supportedUntil: null,
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2026-06-23',
          package: null,
          release: '4.21.1',
          differences: ['no-domu-lzo', 'no-pv32'],
          evidence: [
            {
              kind: 'source',
              what: '4.19.0 to 4.21.1',
              source: 'lf-edge/eve c5e043702; tag 17.0.0-lts',
              date: '2026-06-23',
            },
            LIBRARIES,
            PV32_DEFAULT,
          ],
        },
      ],
    },
  ],
};
