import type { Fact } from '../../fact.ts';

/** The lz4 decoder, xen/common/lz4: one code for the hypervisor and, until 4.21, the toolstack. */
export const LZ4 = {
  'lz4-underrun-check': {
    kind: 'behaviour',
    since: '4.5.0',
    commit: '9143a6c55ef7e8f630857cb08c03844d372c2345',
    backports: [{ since: '4.4.1', commit: '4328fdf3873f0a6f77c1ecb61873b103ceb6d8cb' }],
    what: 'the fix of CVE-2014-4611 refuses sound lz4 data: no kernel decompresses',
  },
  'lz4-underrun-check-fixed': {
    kind: 'behaviour',
    since: '4.14.0',
    commit: '2d7572cdfa4d481c1ca246aa1ce5239ccae7eb59',
    backports: [
      { since: '4.13.0', commit: 'c1299c1d5d0cf1f184ba5d34891ff7d192423e7c' },
      { since: '4.12.2', commit: 'cc396626ee7ddd35184800381b19fb135530e451' },
      { since: '4.11.4', commit: '6561994b87af3e9cd28ee99c42e8b2697621687d' },
    ],
    what: 'the underrun check of lz4 is right on 64 bits',
  },
} as const satisfies Record<string, Fact>;
