import type { XenFactId } from './facts/facts.ts';

/** A feature that some release's libelf knows by name (`elf_xen_feature_names`). */
export interface Feature {
  readonly name: string;
  /** Bit in the submap (xen/include/public/features.h). */
  readonly bit: number;
  /** What a release must have to know the name; absent for names that 4.0.0 knew. */
  readonly behaviour?: XenFactId;
}

/** `XENFEAT_dom0`: the bit of a kernel that can be dom0. */
export const XENFEAT_DOM0 = 11;

export const FEATURES: readonly Feature[] = [
  { name: 'writable_page_tables', bit: 0 },
  { name: 'writable_descriptor_tables', bit: 1 },
  { name: 'auto_translated_physmap', bit: 2 },
  { name: 'supervisor_mode_kernel', bit: 3 },
  { name: 'pae_pgdir_above_4gb', bit: 4 },
  { name: 'hvm_callback_vector', bit: 8, behaviour: 'feature-hvm-callback-vector' },
  { name: 'dom0', bit: XENFEAT_DOM0, behaviour: 'feature-dom0' },
];
