import type { ByteSource } from '../../kernel/bytes.ts';
import type { Has } from '../behaviours.ts';
import { initialise } from '../libelf/init.ts';
import { checkDomUFeature, checkPvhGuestType, checkSectionNames } from './domu-checks.ts';
import { parseInToolstack } from './libelf.ts';
import { build, type Loaded, type Loader, type Refused } from './loader.ts';
import { unpackForDomU } from './toolstack.ts';

/**
 * A PVH domU: `xc_dom_parse_image` with an HVM container. Before the loaders that a PV domain knows,
 * "HVM-generic" is asked (tools/libs/guest/xg_dom_hvmloader.c): it loads firmware, and takes any
 * 32-bit ELF file whose notes libelf refuses.
 */
export const pvhDomU: Loader = {
  exists: (has) => has('pvh-domu'),
  load(kernel, has) {
    const unpacked = unpackForDomU(kernel, has);
    if ('refusal' in unpacked) return unpacked;
    const parsed = parseInToolstack(unpacked.elf, 'pvh', has);
    if ('refusal' in parsed) return kernel.bzimage ? parsed : asFirmware(parsed, unpacked.elf, has);
    return build(parsed, [
      () => checkSectionNames(parsed, has),
      () => checkDomUFeature(parsed, has),
      () => checkPvhGuestType(parsed, has),
    ]);
  },
};

/** `xc_dom_probe_hvm_kernel` takes what is an ELF file and no Xen kernel; it must be 32-bit. */
function asFirmware({ refusal }: Refused, source: ByteSource, has: Has): Loaded | Refused {
  const init = initialise(source, has);
  if (!('elf' in init)) return { refusal };
  if (init.elf.isClass32) return { firmware: refusal };
  return { refusal: { ...refusal, xenSays: 'xc_dom_parse_hvm_kernel: ELF image is not 32bit' } };
}
