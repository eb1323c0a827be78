import { withDates } from '../programs/xen/dates.ts';
import { address } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const pvhPageLost = defineRule({
  id: 'pvh-page-lost',
  title: 'The toolstack replaces a page of the kernel',
  level: 'error',
  stage: 'start',
  evidence: {
    start: address('the first address that is lost'),
    end: address('the end of what is lost'),
    segment: address('the physical address of the segment that has bytes there'),
  },
  message: ({ start, end, segment }) =>
    `Once the kernel is loaded, the toolstack puts empty pages at ${start} to ${end} for ACPI, and the segment for ${segment} has bytes there: they are lost.`,
  explanation: paragraphs(
    [
      'Once the kernel is loaded, the toolstack makes pages for the ACPI tables of a PVH guest. Where the kernel is in such a page, its bytes are lost: it finds zeros and ACPI data.',
    ],
    [
      'Up to {upTo pvh-rsdp-near-4-gib} the page at 0xff000 gets the RSDP for every kernel, and pages from 0xfc000000 on get the tables.',
      'Since {since pvh-rsdp-near-4-gib} ({commit pvh-rsdp-near-4-gib}, {commit domu-lowers-rsdp-for-linux}) the RSDP is at 0xfffc0 only for a kernel whose `GUEST_OS` is exactly `linux` and that does not list the feature `linux_rsdp_unrestricted`. The tables no longer replace RAM.',
    ],
    ['The toolstack prints nothing, and the guest starts.'],
  ),
  fix: 'Load nothing at 0xff000 to 0xfffff: start the image at 0x100000 or above. A kernel that finds the RSDP by start_info sets bit 15 in `SUPPORTED_FEATURES` (note type 17), or has another `GUEST_OS`.',
  askXen: withDates('{orLater pvh-rsdp-near-4-gib}, for kernels that are not Linux.'),
  references: [
    xenCommit('4a5733771e6f33918eba07b584cccce564a67ac1'),
    xenCommit('aaae6290965b1434ae41e08b808bf5a59e6cf93e'),
    xenFile('tools/libs/light/libxl_x86_acpi.c'),
    xenFile('tools/libs/guest/xg_dom_core.c'),
  ],
});
