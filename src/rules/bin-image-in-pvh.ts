import { paragraphs, xenFile } from './prose.ts';
import type { Rule } from './rule.ts';

export const binImageInPvh: Rule = {
  id: 'bin-image-in-pvh',
  title: 'A binary PV image is loaded into a PVH domain',
  level: 'error',
  stage: 'start',
  explanation: paragraphs(
    [
      'The file has a `xen_bin_image_table`, by which the toolstack loads it before it looks at anything else.',
      'That loader is for PV kernels and does not ask whether the domain is one.',
    ],
    [
      'For a PVH domain it finds a place for the image and goes on; the kernel is then entered as no PVH kernel is, without `PHYS32_ENTRY`.',
      'Xen does not complain.',
    ],
  ),
  fix: 'For PVH, ship an ELF file or a bzImage with a `PHYS32_ENTRY` note and without the table.',
  askXen: 'Nothing: all releases read the table alike.',
  references: [xenFile('tools/libs/guest/xg_dom_binloader.c')],
};
