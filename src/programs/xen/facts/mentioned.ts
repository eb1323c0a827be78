import type { Change } from '../../fact.ts';

/** What texts mention with a date and no code asks for, dated and checked as facts are. */
export const MENTIONED = {
  'note-mod-start-pfn': {
    since: '4.1.0',
    commit: '9f41c22a559a7ec039a195f6dc8bca32c66fcd5a',
  },
  'no-32-bit-hypervisor': {
    since: '4.3.0',
    commit: '5d1181a5ea5e0f11d481a94b16ed00d883f9726e',
  },
  'lz4-overrun-check': {
    since: '4.6.0',
    commit: 'fcc17f96c2776eb220e3dee79fd0ad6a624ffcd9',
    backports: [
      { since: '4.5.1', commit: '51d8325b256ed8930a9d2700c5bbf73d0f3c3e8d' },
      { since: '4.4.3', commit: 'ce516e8880b3fedf7a87438534e5df5fdb7613d4' },
    ],
  },
  'lz4-overrun-check-fixed': {
    since: '4.14.0',
    commit: '5d90ff79542ab9c6eebe5c315c68c196bcf353b9',
    backports: [
      { since: '4.13.0', commit: 'fd9bfabf69ea59f2280c1703500793fa15e81956' },
      { since: '4.12.2', commit: '8f333d13917cbd66b655df18a4476ed58df9d16f' },
      { since: '4.11.4', commit: '14b62ab3e5a79816edfc6dd3afce1bb68c106ac5' },
    ],
  },
  'says-hardware-dom0-crashed': {
    since: '4.6.0',
    commit: '1f1243a9d49b322db6f67ee18dc23d3e3eb63c9d',
  },
  'domu-leaves-initrd-unmapped': {
    since: '4.7.0',
    commit: '8c45adec18e0512c3d34dcafb13414ecba21be6a',
  },
  'domu-lowers-rsdp-for-linux': {
    since: '4.11.0',
    commit: 'aaae6290965b1434ae41e08b808bf5a59e6cf93e',
  },
  'pv32-is-an-option': {
    since: '4.14.0',
    commit: '68d757df8dd23b88bebfb6a56c9f51df59de969f',
  },
  'says-could-not-construct-domain-0': {
    since: '4.14.0',
    commit: 'f546619ce1c5d4de694597c28358cd8e23eea231',
  },
  'pvh-ignores-xen-guest': {
    since: '4.16.0',
    commit: 'dec25a2cd1c8089a39900ed978c8e7ab62d2a4d4',
  },
  'note-l1-mfn-valid': {
    since: '4.18.0',
    commit: '01a5814d4e4892b896ebb301143588864816abb8',
  },
  'domu-keeps-initrd-compressed': {
    since: '4.20.0',
    commit: 'd17b7562d4ef7ab32fdac9b59fe66055db4b6271',
  },
  'says-could-not-construct-d0': {
    since: '4.21.0',
    commit: '5104e05904b0c123ec58125ee8a85fadbb78cc9f',
  },
} as const satisfies Record<string, Change>;
