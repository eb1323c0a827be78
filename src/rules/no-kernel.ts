import type { EvidenceOf } from './index.ts';

type Evidence = EvidenceOf<'not-a-kernel'>;

/** The evidence that there is no kernel: what was found in its place, and what is known of it. */
export function noKernel(found: Evidence['found'], known: Partial<Evidence> = {}): Evidence {
  return { format: null, found, arch: null, codec: null, size: null, stream: null, ...known };
}
