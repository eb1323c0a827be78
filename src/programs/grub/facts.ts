import type { Fact } from '../fact.ts';
import { compareGrubReleases } from './releases.ts';

/**
 * Every fact about GRUB that the code asks for, found in the history of grub.git and checked against its
 * tags. As with Xen, nothing else compares release numbers.
 */
export const GRUB_FACTS = {
  'relocator-survives-wrapped-size': {
    kind: 'behaviour',
    since: '2.02-beta3',
    commit: 'eba6db6323caf2c25e3531902b73c4a1a40a2d1a',
    what: 'a kernel that needs more than the address space is refused; before, GRUB wrote outside of its memory',
  },
  'payload-keeps-last-four-bytes': {
    kind: 'behaviour',
    since: '2.02-rc1',
    commit: '15aee573d2312ebf4aab53d07d3d30eccf1484f9',
    what: 'the last four bytes of a payload are a part of the stream; before, they were cut off every payload',
  },
  'payload-cuts-size-of-xz': {
    kind: 'behaviour',
    since: '2.02-rc2',
    commit: '529818738fb2aafb05721830dc99cc6c8736a048',
    what: 'the last four bytes are cut off a payload in xz, and a payload has at least six bytes',
  },
  'note-init-p2m': {
    kind: 'behaviour',
    since: '2.02-rc1',
    commit: '0de3eeb6232db319812335ec02ea4cfb15aa2fef',
    what: 'the note INIT_P2M is read, and the list of pages goes where it says',
  },
  'page-tables-for-any-base': {
    kind: 'behaviour',
    since: '2.02-rc1',
    commit: 'b67a95ecad9fd815ac39a5cbade93358975aa0f1',
    what: 'page tables are right for every VIRT_BASE; before, only for multiples of 2 MiB',
  },
  'note-sections': {
    kind: 'behaviour',
    since: '2.04',
    commit: '67580c0068b59d3049f8b7becd72b2bac5f988f5',
    what: 'notes are looked for in sections, where no segment has one of Xen',
  },
  'gzip-checksum': {
    kind: 'behaviour',
    since: '2.04',
    commit: 'b18ce97c672615bb5ac44883676b37a9ec758d83',
    what: 'the checksum of gzip is compared, if the read ends where the contents do',
  },
  'setup-header-with-handover': {
    kind: 'behaviour',
    since: '2.04',
    commit: 'e683cfb0cf59fd2dcaa3bb61b3c8ec5e1a09cd37',
    what: 'the setup header that is read reaches to the end of handover_offset',
  },
  'pvh-platform': {
    kind: 'behaviour',
    since: '2.04',
    commit: '9c062ad42c32a42b677da4b066cb33debf1dfe30',
    what: 'GRUB can be built for PVH guests of Xen (i386-xen_pvh)',
  },
  'refuses-inverted-range': {
    kind: 'behaviour',
    since: '2.06',
    commit: 'caea56d1f8fa1ae298936f8d75b220e7f12b73d3',
    what: 'a kernel whose end is below its start is not loaded, without a message',
  },
  'short-setup-header': {
    kind: 'behaviour',
    since: '2.06',
    commit: 'b53a2f2c66dd249233a25112da38c5b526d86c82',
    what: 'a setup header that is shorter than the one GRUB knows is read; before, GRUB crashed',
  },
  'gzip-checks-tables': {
    kind: 'behaviour',
    since: '2.06',
    commit: '3334a5e6c86f10e715cca3bf66ce0fc2f164b61b',
    what: 'damaged gzip data without a code table is refused; before, GRUB read address 0',
  },
  'gzip-refuses-short-file': {
    kind: 'behaviour',
    since: '2.14',
    commit: '243682baaa31b760d110acd20fa397d2e8616ebc',
    what: 'gzip data that ends too early is refused when a read gives nothing; before, old bytes were read again',
  },
  zstd: {
    kind: 'behaviour',
    since: '2.14',
    commit: '8ea83c3ee247d3febc51729115780562d695d413',
    what: 'zstd is decompressed, into a buffer that is 80 bytes too short: kernels of usual size crash GRUB',
  },
} as const satisfies Record<string, Fact>;

export type GrubFactId = keyof typeof GRUB_FACTS;

/** What a loader may ask about the release of GRUB that it simulates. */
export type GrubHas = (behaviour: GrubFactId) => boolean;

/** @param version a release of GRUB: `2.06`, `2.02-beta2` */
export function grubHas(version: string): GrubHas {
  return (id) => compareGrubReleases(version, GRUB_FACTS[id].since) >= 0;
}
