import type { Fact } from '../../fact.ts';

/** How the hypervisor decompresses and builds dom0: xen/arch/x86/bzimage.c, xen/common/decompress.c, the dom0 builders. */
export const HYPERVISOR = {
  'dom0-gzip': {
    kind: 'behaviour',
    since: '4.0.0',
    commit: 'e2b1ebf4de503eef701bf122362355ec11af34f3',
    what: 'the hypervisor decompresses gzip',
  },
  'dom0-bzip2': {
    kind: 'behaviour',
    since: '4.0.0',
    commit: 'ab77e81f6521e97ac2fe2218013d5871a893db0f',
    what: 'the hypervisor decompresses bzip2',
  },
  'dom0-lzma': {
    kind: 'behaviour',
    since: '4.0.0',
    commit: 'ab77e81f6521e97ac2fe2218013d5871a893db0f',
    what: 'the hypervisor decompresses lzma',
  },
  'dom0-lzo': {
    kind: 'behaviour',
    since: '4.1.0',
    commit: 'd371fcc85bac2de69b34a0d28293202a3b33cdef',
    what: 'the hypervisor decompresses lzo',
  },
  'dom0-xz': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: 'a1630abae53f89e366eea574d650400347ab5f59',
    backports: [{ since: '4.1.5', commit: 'c6a50d43cfe07a5637ad8f5ade8c63c3e855ea0e' }],
    what: 'the hypervisor decompresses xz',
  },
  'dom0-lz4': {
    kind: 'behaviour',
    since: '4.4.0',
    commit: 'e850049bbc831bfe40b87eaea673675d8a829e74',
    what: 'the hypervisor decompresses lz4',
  },
  'dom0-zstd': {
    kind: 'behaviour',
    since: '4.15.0',
    commit: 'd6627cf1b63ce57a6a7e2c1800dbc50eed742c32',
    what: 'the hypervisor decompresses zstd',
  },
  'dom0-bare-compressed-elf': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: '3a2aa7c24835359f3b3e04364ecabed5a1df2127',
    what: 'the hypervisor decompresses a compressed ELF file that is not in a bzImage',
  },
  'dom0-wraps-payload-offset': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: '3a2aa7c24835359f3b3e04364ecabed5a1df2127',
    what: 'the hypervisor adds the offset of a payload to that of the code in 32 bits',
  },
  'pv-dom0-asks-dom0-feature': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: 'ec029aaa9a79965f83476808e32b8573891aa79c',
    what: 'a PV dom0 kernel that lists its features must list dom0',
  },
  'pvh-dom0-asks-dom0-feature': {
    kind: 'behaviour',
    since: '4.22.0',
    commit: '44429b69319975f25d3762629b40fecdd4e3e554',
    backports: [
      { since: '4.21.2', commit: 'b2352be9415987e1d20281d8a9a8577600b417a4' },
      { since: '4.20.4', commit: '1f067a8e6a80cbb6102b4d5acd83fdb1c298aae2' },
    ],
    what: 'a PVH dom0 kernel that lists its features must list dom0',
  },
  'headroom-is-long': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: '3a2aa7c24835359f3b3e04364ecabed5a1df2127',
    what: 'the room that a payload needs is counted in 64 bits; before, 2 GiB and more were negative',
  },
  'no-memory-without-full-stop': {
    kind: 'wording',
    since: '4.12.0',
    commit: '25eb5eec796f5a965fda37c2968b3b7dd738eb72',
    what: 'the panic about too little memory to relocate the kernel ends without a full stop',
  },
  pv32: {
    kind: 'build-option',
    since: '4.0.0',
    commit: 'cee87f9f44074302242968b88abe0a229b434986',
    offByDefault: {
      since: '4.16.0',
      commit: '1a0f2fe2297d122a08fee2b26de5de995fdeca13',
      backports: [
        { since: '4.15.1', commit: '77069ea825c883c4be98386367fbf466abd99128' },
        { since: '4.14.3', commit: 'c6ee6d4ec3c87d67e8fee58e28459c22c44b384b' },
      ],
    },
    what: 'a 64-bit hypervisor runs 32-bit PV kernels (CONFIG_PV32, an option since 4.14.0, off by default since 4.14.3, 4.15.1 and 4.16.0)',
    needs: 'CONFIG_PV32',
  },
  'pv32-is-compiled-out': {
    kind: 'wording',
    since: '4.15.0',
    commit: '16dcc135e89663628ee2eaf2d02991fc9ce954bf',
    what: 'without CONFIG_PV32 the PV dom0 builder takes no 32-bit kernel for one that matches; before, it fails to switch to compat mode',
  },
  'says-that-pv32-is-off': {
    kind: 'wording',
    since: '4.16.0',
    commit: '2e5512d1ffd2e720f25c376df12db8a914117589',
    what: 'a 32-bit PV dom0 kernel without CONFIG_PV32 gets an error of its own',
  },
  'dom0-load-can-fail': {
    kind: 'wording',
    since: '4.2.0',
    commit: '079ff2d32c3db5a45cdbc8fb05be279544bdc111',
    what: 'a kernel that cannot be copied to its place is refused; before, Xen would fault',
  },
  'dom0-refuses-big-endian': {
    kind: 'behaviour',
    since: '4.15.0',
    commit: '347384331ee0eee22a4dc10f805847e658e523ac',
    what: 'a big-endian PV dom0 kernel is refused',
  },
  'panics-without-full-stop': {
    kind: 'wording',
    since: '4.4.0',
    commit: '51ad90aea21c7f5edff71620fe5d2b6543c42cba',
    what: 'the messages of panics end without a full stop',
  },
  'dom0-start-too-high-is-no-panic': {
    kind: 'wording',
    since: '4.15.0',
    commit: '16dcc135e89663628ee2eaf2d02991fc9ce954bf',
    what: 'HV_START_LOW too high is an error and no panic',
  },
  'pvh-dom0': {
    kind: 'behaviour',
    since: '4.11.0',
    commit: 'd6281be9d01456a5989daa4eb2eccd718d73857d',
    what: 'a PVH dom0 is built to its end; before, Xen panics that it is not yet supported',
  },
  'pvh-dom0-looks-for-room': {
    kind: 'behaviour',
    since: '4.14.0',
    commit: '73b47eea21045556dc5334e4f17d0c05c23f3c16',
    backports: [{ since: '4.13.1', commit: 'a99de9de81c7f1c8af532a23b895806225eaf192' }],
    what: 'the start info of a PVH dom0 goes where there is RAM; before, behind the kernel whatever is there',
  },
  'pvh-dom0-looks-on-both-sides': {
    kind: 'behaviour',
    since: '4.19.0',
    commit: 'b6c7951f23a42215a0d1af2541d0702db1971c47',
    what: 'a PVH dom0 kernel may begin before a region of RAM, or end behind it; before, its start info could go into it',
  },
} as const satisfies Record<string, Fact>;
