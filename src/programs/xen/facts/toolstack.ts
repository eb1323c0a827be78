import type { Fact } from '../../fact.ts';

/** How the toolstack decompresses and builds a domU: xc_dom_*.c in tools/libxc, xg_dom_*.c in tools/libs/guest since 4.15. */
export const TOOLSTACK = {
  'domu-gzip': {
    kind: 'behaviour',
    since: '4.0.0',
    commit: 'f3bf1dc1689aea30d3026d533a3e2130b51d439b',
    what: 'the toolstack decompresses gzip',
  },
  'domu-bzip2': {
    kind: 'build-option',
    since: '4.0.0',
    commit: 'd7c9674faa1683c9008c9897ea6d6b1519d9af7f',
    what: 'the toolstack decompresses bzip2, where it was built with libbz2',
  },
  'domu-lzma': {
    kind: 'build-option',
    since: '4.0.0',
    commit: 'd7c9674faa1683c9008c9897ea6d6b1519d9af7f',
    what: 'the toolstack decompresses lzma, where it was built with liblzma',
  },
  'domu-lzo': {
    kind: 'build-option',
    since: '4.1.0',
    commit: 'c2c4e65d960453d6d764c837015e817c06c8dcea',
    what: 'the toolstack decompresses lzo, where it was built with liblzo2',
  },
  'domu-xz': {
    kind: 'build-option',
    since: '4.2.0',
    commit: '4afea3d65321c40bb8afec833c860f92176bfb42',
    backports: [{ since: '4.1.5', commit: '5e73e3548ce70e433a03843ac4fc21a49277baad' }],
    what: 'the toolstack decompresses xz, where it was built with liblzma',
  },
  'domu-lz4': {
    kind: 'build-option',
    since: '4.4.0',
    commit: '84f04d8f0dbfc24a48ee888011ca7410b7bbafc5',
    what: 'the toolstack decompresses lz4; from 4.22.0 on, where it was built with liblz4',
  },
  'domu-lz4-compares-size': {
    kind: 'behaviour',
    since: '4.22.0',
    commit: '38492dc098a19e851a916a9e441008083538bc69',
    what: 'lz4 must decompress to as many bytes as are declared; before, to as many at most',
  },
  'domu-zstd': {
    kind: 'build-option',
    since: '4.15.0',
    commit: '8169f82049efb5b2044b33aa482ba3a136b7804d',
    what: 'the toolstack decompresses zstd, where it was built with libzstd',
  },
  'domu-lzma-memory-128-mib': {
    kind: 'behaviour',
    since: '4.1.0',
    commit: 'a14b0eb5844cda6752aa98ab5509e565b92b17d4',
    what: 'liblzma may take 128 MiB; in 4.0 it was a third of the memory of the host',
  },
  'domu-lzma-memory-256-mib': {
    kind: 'behaviour',
    since: '4.20.0',
    commit: 'e6472d46680ccd2b804ad73c19042a5811d036f0',
    backports: [
      { since: '4.19.2', commit: '0a14438052e65507041cf205c517ab0b4c786813' },
      { since: '4.18.5', commit: 'd7f45ead66a3fc6b7e2150bf10d34f1665488b3d' },
    ],
    what: 'liblzma may take 256 MiB',
  },
  'domu-checks-payload-bounds': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: '778d29bc95d42445a0ebcca1dda7adf6f95dba6f',
    backports: [
      { since: '4.1.1', commit: '0416d74e9e31b6e8b5b2ef4d4b840bfe8ab2e72e' },
      { since: '4.0.2', commit: '95b7af4f967a64bfe46e007fef1d15076290961a' },
    ],
    what: 'a payload outside the file is refused (CVE-2011-1583); before, it was read',
  },
  'domu-stops-at-stream-end': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: '778d29bc95d42445a0ebcca1dda7adf6f95dba6f',
    backports: [
      { since: '4.1.1', commit: '0416d74e9e31b6e8b5b2ef4d4b840bfe8ab2e72e' },
      { since: '4.0.2', commit: '95b7af4f967a64bfe46e007fef1d15076290961a' },
    ],
    what: 'the buffer for bzip2 and lzma is no longer enlarged when the stream has ended',
  },
  'domu-limits-size': {
    kind: 'behaviour',
    since: '4.3.0',
    commit: '127c78b8b7615b2e895a879792f4b0b825a02a81',
    backports: [
      { since: '4.2.1', commit: 'fdd0127ae221c1d7da709a7a5b2321fd7c239652' },
      { since: '4.1.4', commit: '7ce4c765975097bddffaa2fc482d5c16355687af' },
    ],
    what: 'a kernel of more than 1 GiB is refused (XSA-25)',
  },
  'domu-tells-file-errors': {
    kind: 'wording',
    since: '4.4.0',
    commit: 'c635c1ef7833e7505423f6567bf99bd355101587',
    backports: [
      { since: '4.3.2', commit: 'a5febe4aeff4ab80ce0411f63f336c25951098cf' },
      { since: '4.2.4', commit: '30b447521114411374a42340475ee31e22a60ad1' },
    ],
    what: 'the toolstack prints why a file cannot be mapped',
  },
  'domu-names-empty-file': {
    kind: 'wording',
    since: '4.11.0',
    commit: 'd9d8b2678fed1de8242afe90c923b2d5d67eb516',
    what: 'the toolstack says so where a file is empty; before, such a file could not be mapped',
  },
  'domu-parses-notes-in-probe': {
    kind: 'wording',
    since: '4.7.0',
    commit: 'ad787bafcd2a3058f0f37f2fe84931bd5136bde9',
    what: 'the notes are parsed during the search for a loader, without messages',
  },
  'domu-trusts-size-trailer': {
    kind: 'behaviour',
    since: '4.16.0',
    commit: 'd3d9889467ca4a0ddc5dc9222d353c37a3e8dc6a',
    what: 'the payload of every codec must end with its decompressed size',
  },
  'domu-tells-no-bzimage-softly': {
    kind: 'wording',
    since: '4.2.0',
    commit: '1dedb82654ef936f189813e5002af825d81e9b1c',
    what: 'the toolstack no longer prints an error for a file that is no bzImage',
  },
  'domu-needs-no-section-names': {
    kind: 'behaviour',
    since: '4.13.0',
    commit: '582a298b215088acb042793da91f0baa8ce34425',
    what: 'an ELF file without a table of section names is taken',
  },
  'domu-refuses-dom0-only': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: 'ec029aaa9a79965f83476808e32b8573891aa79c',
    what: 'a kernel that requires dom0 is refused',
  },
  'domu-has-no-plain-i386': {
    kind: 'behaviour',
    since: '4.3.0',
    commit: '60ee4fbc385f386dc46ba5e61c9fe280424ed368',
    what: 'the toolstack can no longer build a 32-bit PV domain without PAE',
  },
  'domu-sets-arch-hooks': {
    kind: 'wording',
    since: '4.7.0',
    commit: 'f3627f009a7b58c1b98da3221302c01abe8e7786',
    what: 'the function that misses the builder of a guest type is xc_dom_set_arch_hooks',
  },
  'domu-fails-without-guest-type': {
    kind: 'wording',
    since: '4.11.0',
    commit: '37f1a96888f6022872213428cdc24060700aa9ba',
    what: 'an image that is of no guest type fails where that shows, and not later',
  },
  'domu-spells-unknown': {
    kind: 'wording',
    since: '4.12.0',
    commit: '95836e720277359c2d2e221261841714c84adbb6',
    what: 'the error about an image of no guest type says "unknown" and no longer "unkown"',
  },
  'domu-checks-guest-type-early': {
    kind: 'wording',
    since: '4.16.0',
    commit: '1787cc167906f3fef547affb443a64762392c464',
    what: 'the guest type is compared with those that the hypervisor offers before anything is built',
  },
  'pvh-domu': {
    kind: 'behaviour',
    since: '4.10.0',
    commit: '70ca3439f3df6460436c7ca6330f85f27fdb07f2',
    what: 'a domain of type "pvh" can be asked for',
  },
} as const satisfies Record<string, Fact>;
