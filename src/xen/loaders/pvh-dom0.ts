import { unpackForDom0 } from './hypervisor.ts';
import { refuseAsHypervisor } from './libelf.ts';
import type { Loader } from './loader.ts';

/** A PVH dom0: `pvh_load_kernel` (xen/arch/x86/hvm/dom0_build.c). */
export const pvhDom0: Loader = {
  exists: (has) => has('pvh-dom0'),
  load(kernel, has) {
    const unpacked = unpackForDom0(kernel, has);
    if ('refusal' in unpacked) return unpacked.refusal;
    return refuseAsHypervisor(unpacked.elf, 'pvh', has);
  },
};
