import type { Fact } from '../../fact.ts';

/** How the toolstack places a domU kernel in guest memory: xc_dom_*.c in tools/libxc, xg_dom_*.c in tools/libs/guest since 4.15, libxl for ACPI. */
export const BUILD = {
  'domu-prints-error-kind': {
    kind: 'wording',
    since: '4.1.0',
    commit: '5cc436c1d2b3b0be3f42104582f53eec3969b43a',
    what: 'an error of the domain builder ends with its kind, such as ": Out of memory"',
  },
  'domu-checks-frames': {
    kind: 'behaviour',
    since: '4.3.0',
    commit: 'de7911eaef98b6643d80e4612fe4dcd4528d15b9',
    backports: [
      { since: '4.2.3', commit: '052a689aa526ca51fd70528d4b0f83dfb2de99c1' },
      { since: '4.1.6', commit: '6eca85d5c144ee8c899ee3cf8791f9087b15f2e8' },
    ],
    what: 'a page outside the guest is an invalid frame; before, the toolstack read past its table of pages (XSA-55)',
  },
  'domu-counts-mapped-pages': {
    kind: 'wording',
    since: '4.3.0',
    commit: 'b5a869209998fedadfe205d37addbd50a802998b',
    backports: [
      { since: '4.2.3', commit: '8c738fa5c1f3cfcd935b6191b3526f7ac8b2a5bd' },
      { since: '4.1.6', commit: 'f7fb94409c562beec06094141ef262dc85f28dac' },
    ],
    what: 'the function that maps guest memory is xc_dom_pfn_to_ptr_retcount',
  },
  'domu-checks-first-frame': {
    kind: 'wording',
    since: '4.3.0',
    commit: '82cb4113b6ace16de192021de20f6cbd991e478f',
    backports: [{ since: '4.2.3', commit: 'd21d36e84354c04638b60a739a5f7c3d9f8adaf8' }],
    what: 'a segment that starts past the end of the guest is an error of its own; before, only the log said so',
  },
  'domu-checks-initial-mapping': {
    kind: 'behaviour',
    since: '4.3.0',
    commit: '5bb2be127bb4ee2fa6fa4545ad68f084d3bc09b0',
    what: 'the mapping that a PV kernel starts with must fit into the memory of the guest',
  },
  'domu-names-hypercall-error': {
    kind: 'wording',
    since: '4.6.0',
    commit: 'fd7124d03c2d06715d2ba54eb443285c51cef9e0',
    what: 'the error about HYPERCALL_PAGE says what the hypervisor answered',
  },
  'domu-places-symbols-once': {
    kind: 'behaviour',
    since: '4.7.0',
    commit: 'ed04ca95981f539fec7b9d242d0ca0176e92cc23',
    what: 'the toolstack no longer adds room for the BSD symbol table to the room that libelf made',
  },
  'domu-pads-segments': {
    kind: 'behaviour',
    since: '4.7.0',
    commit: 'ea7c8a3d0e823d4122dbe4aef40496f9f97c1449',
    what: 'a gap between segments is a segment of padding, and single pages are checked, too',
  },
  'domu-spreads-page-tables': {
    kind: 'behaviour',
    since: '4.7.0',
    commit: '81a76e4b12961a9f54f5021809074196dfe6dbba',
    what: 'page tables are counted for several ranges, by the bits of an address that the processor looks at',
  },
  'domu-init-p2m': {
    kind: 'behaviour',
    since: '4.7.0',
    commit: 'abdf3c5b2b971dc12e665e8e0cda184b416efffe',
    what: 'the toolstack puts the list of pages at INIT_P2M, outside the mapping of the kernel',
  },
  'domu-drops-auto-translation': {
    kind: 'behaviour',
    since: '4.9.0',
    commit: 'ee92c92b510ac4bfb6b178daf8c9d7542fc11378',
    what: 'a PV kernel that requires auto_translated_physmap is refused',
  },
  'pv-width-is-for-pv': {
    kind: 'behaviour',
    since: '4.12.0',
    commit: 'f969bc9fc966d3f00d756922f35c2b6ebf533967',
    what: 'the hypervisor refuses to set the width of a domain that is not PV',
  },
  'domu-renamed-get-pg-table': {
    kind: 'wording',
    since: '4.14.0',
    commit: 'ee21f10d7056d01b8a54f9e74ccfeae8440ea0c8',
    what: 'the function that looks a page table up is get_pg_table',
  },
  'pvh-hole-for-acpi': {
    kind: 'behaviour',
    since: '4.11.0',
    commit: 'df1ca1dfe20f476b9ab461efc59304a7bf1af9b2',
    what: 'the RAM of a PVH guest has its hole from 0xfc000000 on, for ACPI tables; before, from 0xfee00000 on',
  },
  'pvh-rsdp-near-4-gib': {
    kind: 'behaviour',
    since: '4.11.0',
    commit: '4a5733771e6f33918eba07b584cccce564a67ac1',
    what: 'the RSDP of a PVH guest is put near 4 GiB, but for a Linux that looks for it below 1 MiB (aaae6290965b)',
  },
} as const satisfies Record<string, Fact>;
