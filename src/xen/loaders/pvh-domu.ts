import { refuseAsToolstack } from './libelf.ts';
import type { Loader } from './loader.ts';
import { unpackForDomU } from './toolstack.ts';

/** A PVH domU: the toolstack's `xc_dom_parse_image` with an HVM container. */
export const pvhDomU: Loader = {
  exists: (has) => has('pvh-domu'),
  load(kernel, has) {
    const unpacked = unpackForDomU(kernel, has);
    if ('refusal' in unpacked) return unpacked.refusal;
    return refuseAsToolstack(unpacked.elf, 'pvh', has);
  },
};
