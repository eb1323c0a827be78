import { unpackForDom0 } from './hypervisor.ts';
import { refuseAsHypervisor } from './libelf.ts';
import type { Loader } from './loader.ts';

/** A paravirtualised dom0: `construct_dom0` (xen/arch/x86/pv/dom0_build.c, domain_build.c before 4.9). */
export const pvDom0: Loader = {
  exists: () => true,
  load(kernel, has) {
    const unpacked = unpackForDom0(kernel, has);
    if ('refusal' in unpacked) return unpacked.refusal;
    return refuseAsHypervisor(unpacked.elf, 'pv', has);
  },
};
