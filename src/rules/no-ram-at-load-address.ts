import { address } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const noRamAtLoadAddress = defineRule({
  id: 'no-ram-at-load-address',
  title: 'The guest has no RAM where the image is loaded',
  level: 'error',
  stage: 'build',
  evidence: {
    start: address('the first physical address without RAM after it'),
    end: address('the end of what is placed there'),
  },
  message: ({ start, end }) =>
    `The toolstack places a part of the guest at ${start} to ${end}, where the guest has no RAM: below 4 GiB, the last part of the addresses is for devices.`,
  explanation: paragraphs(
    [
      'The RAM of a PVH guest has a hole below 4 GiB, for devices and ACPI tables: from 0xfc000000 on since {dated pvh-hole-for-acpi}, from 0xfee00000 on up to {upTo pvh-hole-for-acpi}.',
      'The physical addresses of the image, or of start_info after it, are in this hole, so more memory does not help.',
    ],
    [
      'The toolstack prints `failed to mmap domU pages` with the first frame and the number of frames.',
      'For a file that it loads as firmware it prints no error; the log of `xl -vvv` has the line `unable to map guest memory space`.',
    ],
  ),
  fix: 'Give the segments low physical addresses (`p_paddr`, AT() in a linker script), for example 0x100000 or 0x1000000. Addresses above 0xc0000000 are often virtual addresses that were left in `p_paddr`.',
  askXen: 'Nothing: the hole is part of every PVH guest.',
  references: [
    xenCommit('df1ca1dfe20f476b9ab461efc59304a7bf1af9b2'),
    xenFile('tools/libs/guest/xg_dom_core.c'),
    xenFile('tools/libs/light/libxl_x86.c'),
  ],
});
