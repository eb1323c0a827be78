import { XENFEAT_DOM0 } from '../../programs/xen/feature-names.ts';
import type { ParsedImage } from './libelf.ts';
import { type Check, refusal } from './loader.ts';

const DOM0 = 1 << XENFEAT_DOM0;

const SAYS = 'Kernel does not support Dom0 operation';

/**
 * `initdom_check_parms` (xen/arch/x86/dom0_build.c): a kernel that lists its features must list
 * `dom0`, in SUPPORTED_FEATURES or by name in FEATURES. One that lists none may be anything.
 */
export function checkDom0Feature({ parameters }: ParsedImage): Check {
  if (!parameters.listsFeatures || parameters.supportedFeatures & DOM0) return null;
  const supportedFeatures = `0x${parameters.supportedFeatures.toString(16)}`;
  return refusal('dom0-unsupported', { supportedFeatures }, SAYS);
}
