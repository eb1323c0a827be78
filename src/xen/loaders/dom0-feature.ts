import { XENFEAT_DOM0 } from '../../programs/xen/feature-names.ts';
import type { ParsedImage } from './libelf.ts';
import { type Check, refusal } from './loader.ts';

const DOM0 = 1 << XENFEAT_DOM0;

/**
 * `initdom_check_parms` (xen/arch/x86/dom0_build.c): a kernel that lists its features must list
 * `dom0`, in SUPPORTED_FEATURES or by name in FEATURES. One that lists none may be anything.
 */
export function checkDom0Feature({ parameters }: ParsedImage): Check {
  if (!parameters.listsFeatures || parameters.supportedFeatures & DOM0) return null;
  const bits = `0x${parameters.supportedFeatures.toString(16)}`;
  return refusal(
    'dom0-unsupported',
    `SUPPORTED_FEATURES lists ${bits}, without the bit of dom0 (0x${DOM0.toString(16)}).`,
    'Kernel does not support Dom0 operation',
  );
}
