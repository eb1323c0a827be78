import type { Has } from '../../programs/xen/facts/facts.ts';
import { XENFEAT_DOM0 } from '../../programs/xen/feature-names.ts';
import { archHooksNotFound } from './guest-type-says.ts';
import type { ParsedImage } from './libelf.ts';
import { type Check, refusal } from './loader.ts';

/** Before `domu-needs-no-section-names`, `xc_dom_parse_elf_kernel` requires them, and never uses them. */
export function checkSectionNames({ elf }: ParsedImage, has: Has): Check {
  if (elf.sectionNames !== null || has('domu-needs-no-section-names')) return null;
  return refusal('no-section-names', {}, SAYS.noSectionNames);
}

const DOM0 = 1 << XENFEAT_DOM0;

export function checkDomUFeature({ parameters }: ParsedImage, has: Has): Check {
  if (!(parameters.requiredFeatures & DOM0) || !has('domu-refuses-dom0-only')) return null;
  return refusal('domu-unsupported', {}, SAYS.dom0Only);
}

/** The toolstack enters a PVH domain at PHYS32_ENTRY and nowhere else. */
export function checkPvhGuestType({ parameters }: ParsedImage, has: Has): Check {
  if (parameters.phys32Entry !== null) return null;
  const xenSays = has('domu-fails-without-guest-type')
    ? SAYS.notPvh
    : `${SAYS.notPvh}\n${archHooksNotFound('xen-3.0-unknown', has)}`;
  return refusal('no-phys32-entry', {}, xenSays);
}

const SAYS = {
  noSectionNames: 'xc_dom_parse_elf_kernel: ELF image has no shstrtab',
  dom0Only: 'xc_dom_parse_elf_kernel: Kernel does not support unprivileged (DomU) operation',
  notPvh: 'xc_dom_guest_type: image not capable of booting inside a HVM container',
} as const;
