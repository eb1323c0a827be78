import type { Family, Product } from './product.ts';

const GUESTS: Product['guests'] = {
  ways: ['hvm', 'pygrub'],
  grub: null,
  note: 'guests: HVM by default (SeaBIOS, OVMF); PV by pygrub or eliloader through xenopsd; xapi',
};

const DOM0: Product['dom0'] = { guestType: 'pv', userChoosesKernel: false };

export const XENSERVER: Family = {
  id: 'xenserver',
  name: 'XenServer and Citrix Hypervisor',
  products: [
    {
      id: 'xenserver-7.1',
      name: 'XenServer 7.1 LTSR',
      supportedUntil: { day: '2022-07-21', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2021-04-06',
          package: null,
          release: '4.7.6',
          differences: ['lz4-underrun-check-fixed'],
          note: 'half of the fix of lz4: the toolstack takes lz4 kernels, the hypervisor not all of them; before, a 4.7 without it',
          evidence: [
            {
              kind: 'source',
              what: '"UPD-775: Fix LZ4 decompression": backport-2d7572cdfa4d only, without 5d90ff7954',
              source: 'xenserver/xen.pg f1d6bb3, branch XS-7.1.x',
              date: '2021-04-06',
              shows: ['lz4-underrun-check-fixed'],
            },
            {
              kind: 'binary',
              what: 'with that one patch, the decoder of the toolstack took 10 of 10 streams, that of the hypervisor 7; without it both took none',
              source: 'xen-project/xen RELEASE-4.7.6 xen/common/lz4, built',
              date: '2026-11-27',
              shows: ['lz4-underrun-check-fixed'],
            },
          ],
        },
      ],
    },
    {
      id: 'xenserver-7.6',
      name: 'XenServer 7.6',
      supportedUntil: { day: '2019-12-02', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2018-09',
          package: '4.7.6-6.9',
          release: '4.7.6',
          differences: [],
          evidence: [
            {
              kind: 'source',
              what: '4.7.6-6.9',
              source: 'xenserver/xen.pg branch XS-7.6.x',
              date: '2019-12-02',
            },
          ],
        },
      ],
    },
    {
      id: 'citrix-hypervisor-8.0',
      name: 'Citrix Hypervisor 8.0',
      supportedUntil: { day: '2020-06-30', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.11.1-7.11',
          release: '4.11.1',
          differences: [],
          evidence: [
            {
              kind: 'source',
              what: '4.11.1-7.11',
              source: 'xenserver/xen.pg branch XS-8.0.x',
              date: '2020-06-30',
            },
          ],
        },
      ],
    },
    {
      id: 'citrix-hypervisor-8.1',
      name: 'Citrix Hypervisor 8.1',
      supportedUntil: { day: '2020-12-07', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: null,
          package: '4.13.0-8.12',
          release: '4.13.0',
          differences: [],
          evidence: [
            {
              kind: 'source',
              what: '4.13.0-8.12',
              source: 'xenserver/xen.pg branch XS-8.1.x',
              date: '2020-12-07',
            },
          ],
        },
      ],
    },
    {
      id: 'citrix-hypervisor-8.2',
      name: 'Citrix Hypervisor 8.2 CU1',
      supportedUntil: { day: '2025-05-13', source: 'the last change of its package' },
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2021-09-14',
          package: '4.13.5-9.49',
          release: '4.13.5',
          differences: ['domu-checks-guest-type-early', 'pv32-off-at-boot'],
          evidence: [
            {
              kind: 'source',
              what: 'the patches of XCP-ng 8.2; "Don\'t disable PV32 inside PV Shim"',
              source: 'xenserver/xen.pg branch XS-8.2.x, de2846a',
              date: '2021-09-14',
              shows: ['domu-checks-guest-type-early', 'pv32-off-at-boot'],
            },
            {
              kind: 'source',
              what: '4.13.5-9.49',
              source: 'xcp-ng-rpms/xen branch XS-8.2 a1623cb',
              date: '2025-05-13',
            },
          ],
        },
      ],
    },
    {
      id: 'xenserver-8',
      name: 'XenServer 8',
      supportedUntil: null,
      guests: GUESTS,
      dom0: DOM0,
      states: [
        {
          since: '2024-03-11',
          package: '4.17.6-2',
          release: '4.17.6',
          differences: ['no-pv32'],
          inferred: [
            { differences: ['no-pv32'], from: 'XCP-ng 8.3, which imports its source packages' },
          ],
          evidence: [
            {
              kind: 'source',
              what: '4.17.3-4',
              source: 'xenserver/xen.pg 4f8cbaa, branch XS-8',
              date: '2024-03-11',
            },
            {
              kind: 'source',
              what: '4.17.6-2',
              source: 'xcp-ng-rpms/xen branch XS-8.3 bbcef51',
              date: '2026-01-28',
            },
          ],
        },
      ],
    },
  ],
};
