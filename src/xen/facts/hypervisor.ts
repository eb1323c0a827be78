import type { Behaviour } from './behaviour.ts';

/** How the hypervisor unpacks and builds dom0: xen/arch/x86/bzimage.c, xen/common/decompress.c, the dom0 builders. */
export const HYPERVISOR = {
  'dom0-lzo': {
    since: '4.1.0',
    commit: 'd371fcc85bac2de69b34a0d28293202a3b33cdef',
    what: 'the hypervisor unpacks lzo',
  },
  'dom0-xz': {
    since: '4.2.0',
    commit: 'a1630abae53f89e366eea574d650400347ab5f59',
    backports: [{ since: '4.1.5', commit: 'c6a50d43cfe07a5637ad8f5ade8c63c3e855ea0e' }],
    what: 'the hypervisor unpacks xz',
  },
  'dom0-lz4': {
    since: '4.4.0',
    commit: 'e850049bbc831bfe40b87eaea673675d8a829e74',
    what: 'the hypervisor unpacks lz4',
  },
  'dom0-zstd': {
    since: '4.15.0',
    commit: 'd6627cf1b63ce57a6a7e2c1800dbc50eed742c32',
    what: 'the hypervisor unpacks zstd',
  },
  'dom0-bare-compressed-elf': {
    since: '4.2.0',
    commit: '3a2aa7c24835359f3b3e04364ecabed5a1df2127',
    what: 'the hypervisor unpacks a compressed ELF file that is not in a bzImage',
  },
  'pvh-dom0': {
    since: '4.11.0',
    commit: 'd6281be9d01456a5989daa4eb2eccd718d73857d',
    what: 'a PVH dom0 is built to its end; before, Xen panics that it is not yet supported',
  },
} as const satisfies Record<string, Behaviour>;
