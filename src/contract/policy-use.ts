import type { Notice } from './report.ts';

/** Where the policy file has something. */
export type PolicyPlace = Pick<Notice, 'path' | 'line' | 'column'>;

/** What the kernels of a run, or of a part of it, made of a policy: what its notices are made from. */
export interface PolicyUse {
  /** The names that the policy gives to kernels. */
  readonly names: readonly NameUse[];
  readonly waivers: readonly WaiverUse[];
  /** `null` for no baseline, and for one that could not be read. */
  readonly baseline: BaselineUse | null;
}

export interface NameUse {
  readonly name: string;
  readonly place: PolicyPlace;
  /** Whether a kernel has it. */
  readonly isMet: boolean;
}

export interface WaiverUse {
  /** `unknown-feature of hvm_callback_vector` */
  readonly of: string;
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
  readonly place: PolicyPlace;
  /** Its names and patterns for kernels. */
  readonly kernels: readonly { readonly text: string; readonly isMet: boolean }[];
  /** Whether a finding needs it. */
  readonly isUsed: boolean;
}

export interface BaselineUse {
  readonly place: PolicyPlace;
  /** The paths of kernels that no kernel of the baseline matches. */
  readonly added: readonly string[];
  /** All kernels of the baseline. */
  readonly before: readonly { readonly path: string; readonly isMet: boolean }[];
}
