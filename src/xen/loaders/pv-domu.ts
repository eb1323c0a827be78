import { refuseAsToolstack } from './libelf.ts';
import type { Loader } from './loader.ts';
import { unpackForDomU } from './toolstack.ts';

/** A paravirtualised domU: the toolstack's `xc_dom_parse_image` (tools/libxc, tools/libs/guest since 4.15). */
export const pvDomU: Loader = {
  exists: () => true,
  load(kernel, has) {
    const unpacked = unpackForDomU(kernel, has);
    if ('refusal' in unpacked) return unpacked.refusal;
    return refuseAsToolstack(unpacked.elf, 'pv', has);
  },
};
