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
  'efi-unified-image': {
    since: '4.15.0',
    commit: '8a71d50ed40bfa78c37722dc11995ac2563662c3',
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
