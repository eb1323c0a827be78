import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const binImageInPvh = defineRule({
  id: 'bin-image-in-pvh',
  title: 'A binary PV image is loaded into a PVH domain',
  level: 'error',
  stage: 'build',
  evidence: {},
  message: () =>
    'The toolstack loads the file by its xen_bin_image_table, as a PV kernel, into a PVH domain.',
  explanation: paragraphs(
    [
      'The file has a `xen_bin_image_table`, which the toolstack uses before any other format.',
      'That loader is for PV kernels and does not ask whether the domain is one.',
    ],
    [
      "Since {dated pv-width-is-for-pv} the hypervisor refuses to make a PVH domain a PV one, and the toolstack prints `xc_dom_boot_mem_init: can't allocate low memory for domain`. Up to {upTo pv-width-is-for-pv} it does so for a 32-bit image.",
      'A 64-bit image is built there, without an error, and entered as no PVH kernel is, without `PHYS32_ENTRY` (stage `start`).',
    ],
  ),
  fix: 'For PVH, ship an ELF file or a bzImage with a `PHYS32_ENTRY` note and without the table.',
  askXen: 'Nothing: all releases read the table in the same way.',
  references: [
    xenCommit('f969bc9fc966d3f00d756922f35c2b6ebf533967'),
    xenFile('tools/libs/guest/xg_dom_binloader.c'),
  ],
});
