import type { Kernel } from '../../kernel/kernel.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { EvidenceOf, RuleId } from '../../rules/index.ts';
import type { Machine } from '../machine.ts';
import { type Refusal, refusalAt } from '../refusal.ts';
import type { ParsedImage } from './libelf.ts';

/** What loads a kernel on one boot path, in any release. */
export interface Loader {
  /** Loads the kernel step by step as Xen does; the first step that fails is the answer. */
  readonly load: (kernel: Kernel, has: Has, machine: Machine) => Loaded | Refused;
}

/** A kernel in memory, about to be started. */
export interface Loaded extends NeedsMemory {
  /** `null`: it is no ELF kernel to Xen. */
  readonly image: ParsedImage | null;
  /** What is known of its start already. */
  readonly start: readonly Refusal[];
}

export interface NeedsMemory {
  /** The least memory of the domain with which the loader takes the kernel, in bytes; `null` for unknown. */
  readonly needsMemory: number | null;
}

/** A kernel that the loader refuses; it needs memory where more, or less, would help. */
export interface Refused extends Partial<NeedsMemory> {
  readonly refusal: Refusal;
}

/** What one check of a builder has against the kernel. */
export type Check = Refusal | null;

/** Runs a builder's checks of an image in their order until one fails. */
export function runChecks(image: ParsedImage, checks: readonly (() => Check)[]): Loaded | Refused {
  const refused = firstRefusal(checks);
  return refused ? { refusal: refused } : { image, start: [], needsMemory: null };
}

/** What the first check that fails has against the kernel. */
export function firstRefusal(checks: readonly (() => Check)[]): Check {
  for (const check of checks) {
    const refused = check();
    if (refused) return refused;
  }
  return null;
}

/** A refusal by a builder's own check. */
export function refusal<K extends RuleId>(
  rule: K,
  evidence: EvidenceOf<K>,
  xenSays: string | null,
): Refusal {
  return refusalAt('loader', rule, evidence, xenSays);
}
